import { eq, inArray, sql } from 'drizzle-orm';
import { type SeekerRefusal, seekerRefusal } from '#contract/codes/market.ts';
import type { Db } from '#drizzle/db.ts';
import { type ActiveProposal, fairPlaces, storeProposal } from '#drizzle/queries/fairs/proposal.ts';
import { sendProposed } from '#drizzle/queries/fairs/sending.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { policyInForce } from '#drizzle/queries/policies.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { account, fair, fairInvitation, fairPost, fairProposal, fairStall } from '#drizzle/schema/index.ts';
import { planFair } from '#matching/fair.ts';
import { proposalOf } from '../../workers/fairs/result.ts';
import { loadWorld } from '../../workers/matching/world.ts';
import { employerOf } from '../accounts.ts';
import { addDays } from '../clock.ts';
import { createRandom, type Random } from '../random.ts';
import type { VacancyRow, WorldRows } from '../world/rows.ts';
import { loadPastFair } from './past.ts';

/** 水城区, where the demo's people and firm live. */
const COUNTY = '520204';
const STALLS = 8;
const PLACES = 4;

/** The fairs of the demo: one people are invited to by the real engine, and one that is over, with its funnel. */
export async function loadDemoFairs(db: Db, world: WorldRows): Promise<void> {
  const random = createRandom(`${world.today} fairs`);
  const region = await findRegion(db, { path: '' }, COUNTY);
  if (!region) return;
  await loadPastFair(db, world, COUNTY, random.fork('past'));
  await loadNextFair(db, world, region.path, random.fork('next'));
}

async function loadNextFair(db: Db, world: WorldRows, path: string, random: Random): Promise<void> {
  const { world: region, digest } = await loadWorld(db, { path }, world.today);
  const rule = await policyInForce(db, 'fair.invitations_per_place', path);
  if (!rule) return;
  const stalls = chooseStalls(world, await bestFor(db, region));
  if (stalls.length === 0) return;
  const [row] = await db
    .insert(fair)
    .values({
      title: '以朵冬季专场招聘会',
      region: COUNTY,
      place: '以朵社区文化广场',
      day: addDays(world.today, 10),
      dayStart: 9 * 60,
      dayEnd: 15 * 60,
      status: 'inviting',
      doorKey: `demo ${random.int(1, 1e9)}`,
    })
    .returning({ id: fair.id });
  const fairId = row!.id;
  for (const [i, posts] of stalls.entries()) await addStall(db, fairId, i + 1, posts);

  const perPlace = Math.floor(rule.value);
  await db.insert(fairProposal).values({ fair: fairId, status: 'running', perPlace, policy: rule });
  const active: ActiveProposal = { fair: fairId, path, today: world.today, perPlace };
  const places = new Map((await fairPlaces(db, fairId)).map((post) => [post.vacancy, post.places]));
  const posts = region.vacancies.filter(({ id }) => places.has(id));
  const atFair = { ...region, vacancies: posts.map((post) => ({ ...post, places: places.get(post.id)! })) };
  await storeProposal(db, active, proposalOf(planFair(atFair, { perPlace }), atFair, digest));
  const sent = await sendProposed(db, fairId, perPlace);
  await leaveNotices(
    db,
    sent.map(({ id, person }) => ({
      to: { person },
      template: 'fair.invitation',
      params: { fair: fairId },
      dedupe: `fair.invitation:${id}`,
    })),
  );
  await answer(db, sent, random);
}

/** The demo's own firm first, then whoever suits its seeker, then the firms of the county with most free places. */
function chooseStalls(world: WorldRows, suits: string | null): VacancyRow[][] {
  const verified = new Set(world.employers.filter(({ status }) => status === 'verified').map(({ id }) => id));
  const open = world.vacancies.filter(
    ({ status, kind, settlement, headcount, filled, employer }) =>
      status === 'published' &&
      kind !== 'public_welfare' &&
      settlement?.startsWith(COUNTY) &&
      headcount > filled &&
      verified.has(employer),
  );
  const free = (posts: readonly VacancyRow[]) =>
    posts.reduce((sum, { headcount, filled }) => sum + headcount - filled, 0);
  const byEmployer = Map.groupBy(open, ({ employer }) => employer);
  const first = [employerOf(world), open.find(({ id }) => id === suits)?.employer];
  return [...byEmployer]
    .sort(
      ([a, x], [b, y]) =>
        Number(first.includes(b)) - Number(first.includes(a)) || free(y) - free(x) || (a < b ? -1 : 1),
    )
    .slice(0, STALLS)
    .map(([, posts]) => posts.slice(0, 3));
}

/** The post of the county that suits the demo's seeker best. */
async function bestFor(db: Db, region: Parameters<typeof planFair>[0]): Promise<string | null> {
  const [seeker] = await db
    .select({ person: account.person })
    .from(account)
    .where(eq(account.role, 'seeker'));
  const alone = region.persons.map((person) => ({ ...person, seeking: person.id === seeker?.person }));
  const local = region.vacancies.filter(
    ({ kind, settlementId }) => kind !== 'public_welfare' && settlementId,
  );
  const { invitations } = planFair({ ...region, persons: alone, vacancies: local }, { perPlace: 1 });
  return invitations[0]?.vacancyId ?? null;
}

async function addStall(db: Db, fairId: string, number: number, posts: readonly VacancyRow[]): Promise<void> {
  const [stall] = await db
    .insert(fairStall)
    .values({ fair: fairId, employer: posts[0]!.employer, number })
    .returning({ id: fairStall.id });
  await db.insert(fairPost).values(
    posts.map(({ id, headcount, filled }) => ({
      stall: stall!.id,
      vacancy: id,
      places: Math.min(PLACES, headcount - filled),
    })),
  );
}

/** Ten days before, half have answered. The demo's seeker has not: that is for whoever looks at the demo. */
async function answer(
  db: Db,
  sent: readonly { readonly id: string; readonly person: string }[],
  random: Random,
) {
  const [seeker] = await db
    .select({ person: account.person })
    .from(account)
    .where(eq(account.role, 'seeker'));
  const others = sent
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ person }) => person !== seeker?.person);
  const answers = others.map(({ id }) => ({
    id,
    says: random.weighted<SeekerRefusal | 'coming' | null>([
      ['coming', 45],
      ['care', 5],
      ['distance', 4],
      ['pay', 3],
      [null, 43],
    ]),
  }));
  for (const [says, group] of Map.groupBy(answers, ({ says }) => says)) {
    if (says === null) continue;
    const declined = seekerRefusal.is(says);
    await db
      .update(fairInvitation)
      .set({
        answer: declined ? 'declined' : 'coming',
        reason: declined ? says : null,
        answeredAt: sql`now()`,
      })
      .where(
        inArray(
          fairInvitation.id,
          group.map(({ id }) => id),
        ),
      );
  }
}
