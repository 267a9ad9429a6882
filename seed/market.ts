import { eq } from 'drizzle-orm';
import type { Db } from '#drizzle/db.ts';
import { emit } from '#drizzle/queries/events.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import { refreshAnswerRates } from '#drizzle/queries/marketUpkeep.ts';
import { addRun } from '#drizzle/queries/runs.ts';
import { account, application, pieceDay, workOrder } from '#drizzle/schema/index.ts';
import { employerOf } from './accounts.ts';
import { addDays } from './clock.ts';
import { createRandom, type Random } from './random.ts';
import type { PersonRow, VacancyRow, WorldRows } from './world/rows.ts';

type ApplicationRow = typeof application.$inferInsert;

/** Employers with a past, so that answer rates differ: most answer, some never do. */
const EMPLOYERS = 40;
const PAST_APPLICATIONS = 5;

/** What happens on the market of the demo: applications old and new, answer rates, one order with its piece days. */
export async function loadDemoMarket(db: Db, world: WorldRows): Promise<void> {
  const random = createRandom(`${world.today} market`);
  const employer = employerOf(world);
  const seekers = world.persons.filter(({ willing, employment }) => willing && employment === 'unemployed');
  const live = world.vacancies.filter(
    ({ status, kind }) => status === 'published' && kind !== 'public_welfare',
  );
  const taken = new Set<string>();
  const somebody = (vacancy: VacancyRow): PersonRow | undefined => {
    for (let tries = 0; tries < 20; tries++) {
      const person = random.pick(seekers);
      const key = `${person.id} ${vacancy.id}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return person;
    }
    return undefined;
  };
  const rows = [
    ...past(random, live, somebody, world.today),
    ...present(live.filter((vacancy) => vacancy.employer === employer).slice(0, 2), somebody, world.today),
  ];
  await insertMany(db, application, rows);
  await refreshAnswerRates(db);
  if (employer) await loadOrder(db, world, employer, random);
  await queueFirstPlan(db);
}

/** So that the plan, and what training would change in it, stand there when somebody first looks. */
async function queueFirstPlan(db: Db): Promise<void> {
  const [bureau] = await db
    .select({ id: account.id, region: account.region })
    .from(account)
    .where(eq(account.role, 'bureau'))
    .orderBy(account.region)
    .limit(1);
  const runId = bureau && (await addRun(db, bureau.region, bureau.id));
  if (runId) await emit(db, 'matching.run', { runId });
}

type Somebody = (vacancy: VacancyRow) => PersonRow | undefined;

function past(
  random: Random,
  live: readonly VacancyRow[],
  somebody: Somebody,
  today: string,
): ApplicationRow[] {
  const first = [...new Map(live.map((vacancy) => [vacancy.employer, vacancy])).values()].slice(0, EMPLOYERS);
  return first.flatMap((vacancy) => {
    const habit = random.pick([0.2, 0.8, 0.9, 1, 1]);
    return Array.from({ length: PAST_APPLICATIONS }, () => {
      const made = addDays(today, -random.int(20, 60));
      const answered = random.chance(habit);
      return row(vacancy, somebody(vacancy), made, {
        status: answered ? 'refused' : 'obsolete',
        reason: answered ? random.pick(['skill', 'hours', 'filled']) : 'expired',
        answeredAt: answered ? new Date(`${addDays(made, random.int(1, 6))}T02:00:00Z`) : null,
        updatedAt: new Date(`${addDays(made, 9)}T02:00:00Z`),
      });
    }).flat();
  });
}

/** Everything an employer can meet: somebody new, somebody overdue, an interview, a trial day, the pool. */
function present(posts: readonly VacancyRow[], somebody: Somebody, today: string): ApplicationRow[] {
  const answered = { answeredAt: new Date(`${today}T01:00:00Z`) };
  const steps: readonly [daysAgo: number, Partial<ApplicationRow>][] = [
    [9, { status: 'recommended' }],
    [2, { status: 'recommended', contactShared: true }],
    [1, { status: 'recommended', source: 'assisted' }],
    [4, { status: 'interview', appointment: '周一 9:00 到车间', contactShared: true, ...answered }],
    [6, { status: 'trial', appointment: '明天 8:30 试工一天', opinion: 'suitable', ...answered }],
    [8, { status: 'pool', ...answered }],
  ];
  return posts.flatMap((vacancy) =>
    steps.flatMap(([ago, values]) => row(vacancy, somebody(vacancy), addDays(today, -ago), values)),
  );
}

function row(
  vacancy: VacancyRow,
  person: PersonRow | undefined,
  made: string,
  values: Partial<ApplicationRow>,
): ApplicationRow[] {
  if (!person) return [];
  const at = new Date(`${made}T02:00:00Z`);
  const usual = { status: 'recommended', source: 'self', contactShared: false } as const;
  const empty = { reason: null, answeredAt: null, appointment: null, opinion: null };
  return [
    {
      ...usual,
      ...empty,
      createdAt: at,
      updatedAt: at,
      answerBy: addDays(made, 7),
      ...values,
      person: person.id,
      vacancy: vacancy.id,
    },
  ];
}

const RATE_FEN = 235;
const DAYS = 12;

/** School uniforms: those who work there make some pieces more or less than the promise says. */
async function loadOrder(db: Db, { vacancies, spells, today }: WorldRows, employer: string, random: Random) {
  const posts = new Set(vacancies.filter((vacancy) => vacancy.employer === employer).map(({ id }) => id));
  const hands = spells
    .filter(({ vacancy, endedOn }) => vacancy && posts.has(vacancy) && !endedOn)
    .slice(0, 8);
  const [order] = await db
    .insert(workOrder)
    .values({
      employer,
      vacancy:
        vacancies.find((vacancy) => posts.has(vacancy.id) && vacancy.status === 'published')?.id ?? null,
      product: '小学校服',
      quantity: 6_000,
      unit: '件',
      rateFen: RATE_FEN,
      piecesPerDay: 42,
      workers: 8,
      startsOn: addDays(today, -20),
      dueOn: addDays(today, 25),
      status: 'running',
    })
    .returning({ id: workOrder.id });
  await insertMany(
    db,
    pieceDay,
    hands.flatMap(({ person }) =>
      Array.from({ length: DAYS }, (_, i) => {
        const pieces = random.around(30, 46);
        return { order: order!.id, person, day: addDays(today, -1 - i), pieces, payFen: pieces * RATE_FEN };
      }),
    ),
  );
}
