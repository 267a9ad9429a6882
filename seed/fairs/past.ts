import type { EmployerRefusal, SeekerRefusal } from '#contract/codes/market.ts';
import type { Db } from '#drizzle/db.ts';
import { newIds } from '#drizzle/queries/ids.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import {
  application,
  fair,
  fairInvitation,
  fairMatch,
  fairPost,
  fairStall,
  fairTalk,
  spell,
} from '#drizzle/schema/index.ts';
import { addDays, instantOf } from '../clock.ts';
import type { Random } from '../random.ts';
import type { PersonRow, VacancyRow, WorldRows } from '../world/rows.ts';

/** Days ago; those who began soon after it can have stayed for 90 days by now. */
const AGO = 120;
/** Invitations for every person that began to work. */
const INVITED = 6;

interface Guest {
  readonly person: string;
  readonly vacancy: VacancyRow;
  readonly began: boolean;
}

/**
 * A fair that is over. Whoever began to work for a firm of the county since then came from it, so that its last steps
 * are the world's own spells; the others stopped on the way, each for a reason.
 */
export async function loadPastFair(db: Db, world: WorldRows, county: string, random: Random): Promise<void> {
  const day = addDays(world.today, -AGO);
  const vacancies = new Map(world.vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const began = world.spells.flatMap(({ person, vacancy, startedOn }): Guest[] => {
    const post = vacancy === null ? undefined : vacancies.get(vacancy);
    return post?.settlement?.startsWith(county) && startedOn >= day && post.kind !== 'public_welfare'
      ? [{ person, vacancy: post, began: true }]
      : [];
  });
  if (began.length === 0) return;
  const posts = [...new Map(began.map(({ vacancy }) => [vacancy.id, vacancy])).values()];
  const others = seekers(world, county, random)
    .slice(0, began.length * (INVITED - 1))
    .map(({ id }): Guest => ({ person: id, vacancy: random.pick(posts), began: false }));

  const [row] = await db
    .insert(fair)
    .values({
      title: '水城区夏季招聘会',
      region: county,
      place: '水城区人力资源市场',
      day,
      dayStart: 9 * 60,
      dayEnd: 16 * 60,
      status: 'closed',
      doorKey: `demo ${random.int(1, 1e9)}`,
    })
    .returning({ id: fair.id });
  await addStalls(db, row!.id, posts);
  await addGuests(db, row!.id, day, [...began, ...others], random);
}

function seekers({ persons, households }: WorldRows, county: string, random: Random): PersonRow[] {
  const here = new Set(
    households.filter(({ settlement }) => settlement.startsWith(county)).map(({ id }) => id),
  );
  const able = persons.filter(
    ({ household, willing, employment }) => here.has(household) && willing && employment === 'unemployed',
  );
  return random.shuffle(able);
}

async function addStalls(db: Db, fairId: string, posts: readonly VacancyRow[]): Promise<void> {
  const byEmployer = [...Map.groupBy(posts, ({ employer }) => employer)];
  const ids = await newIds(db, byEmployer.length);
  await insertMany(
    db,
    fairStall,
    byEmployer.map(([employer], i) => ({
      id: ids[i]!,
      fair: fairId,
      employer,
      number: i + 1,
      suitable: null,
    })),
  );
  await insertMany(
    db,
    fairPost,
    byEmployer.flatMap(([, own], i) =>
      own.map(({ id }) => ({ stall: ids[i]!, vacancy: id, places: 2, suitable: null })),
    ),
  );
}

const SAID = '会做这份工作，路也不远。';

type Talk = typeof fairTalk.$inferInsert;

async function addGuests(db: Db, fairId: string, day: string, guests: readonly Guest[], random: Random) {
  const ids = await newIds(db, guests.length);
  const noon = instantOf(day, 11 * 60);
  const stops = guests.map((guest) => (guest.began ? ('began' as const) : random.weighted(ways)));
  const came = (stop: (typeof stops)[number]) => !['silent', 'promised', 'declined'].includes(stop);
  await insertMany(
    db,
    fairInvitation,
    guests.map(({ person }, i) => {
      const stop = stops[i]!;
      return {
        id: ids[i]!,
        fair: fairId,
        person,
        round: 1 + (i % 3),
        number: i + 1,
        sentAt: instantOf(addDays(day, -7), 600),
        answer: stop === 'silent' ? null : stop === 'declined' ? 'declined' : 'coming',
        reason: stop === 'declined' ? random.pick<SeekerRefusal>(['care', 'distance', 'pay', 'hours']) : null,
        cameAt: came(stop) ? noon : null,
        doorMethod: came(stop) ? (i % 3 === 0 ? 'list' : 'qr') : null,
      };
    }),
  );
  const why = { rank: 1, score: 640, parts: [], explanation: SAID, words: SAID };
  await insertMany(
    db,
    fairMatch,
    guests.map(({ vacancy }, i) => ({ invitation: ids[i]!, vacancy: vacancy.id, ...why })),
  );
  const talks: Talk[] = [];
  for (const [i, { person, vacancy }] of guests.entries()) {
    const stop = stops[i]!;
    const talk = { invitation: ids[i]!, vacancy: vacancy.id, createdAt: noon };
    if (stop === 'person')
      talks.push({
        ...talk,
        outcome: 'person_declined',
        reason: random.pick<SeekerRefusal>(['pay', 'hours', 'skill']),
      });
    if (stop === 'employer')
      talks.push({
        ...talk,
        outcome: 'employer_declined',
        reason: random.pick<EmployerRefusal>(['skill', 'experience']),
      });
    if (stop !== 'began' && stop !== 'refused' && stop !== 'left') continue;
    const hired = stop !== 'refused';
    const [made] = await db
      .insert(application)
      .values({
        person,
        vacancy: vacancy.id,
        source: 'fair',
        status: hired ? 'hired' : 'refused',
        reason: hired ? null : random.pick<EmployerRefusal>(['filled', 'no_show']),
        createdAt: noon,
        updatedAt: noon,
        answeredAt: instantOf(addDays(day, 3), 600),
      })
      .onConflictDoNothing()
      .returning({ id: application.id });
    talks.push({ ...talk, outcome: 'intent', application: made?.id ?? null });
    if (stop === 'left') {
      const startedOn = addDays(day, 6);
      const endedOn = addDays(startedOn, random.int(8, 26));
      await db
        .insert(spell)
        .values({ person, vacancy: vacancy.id, channel: 'unit', region: 'county', startedOn, endedOn });
    }
  }
  if (talks.length > 0) await db.insert(fairTalk).values(talks);
}

/** How those ended who did not begin, in per cent. */
const ways = [
  ['silent', 24],
  ['promised', 10],
  ['declined', 16],
  ['nothing', 12],
  ['person', 14],
  ['employer', 12],
  ['refused', 8],
  ['left', 4],
] as const;
