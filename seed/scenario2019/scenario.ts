import { type FairPlan, planFair } from '#matching/fair.ts';
import type { World } from '#matching/types.ts';
import type { WorldRows } from '../generateWorld.ts';
import { createRandom } from '../random.ts';
import { type Assumptions, expectedIntents, strollingIntents } from './expect.ts';
import { type CountyFairs, drawFairs, type FairFigures, recorded } from './fairs.ts';
import { engineWorld } from './world.ts';

/** The middle of each range, and its ends. */
export const assumed: {
  readonly [A in keyof Assumptions]: readonly [low: number, middle: number, high: number];
} = {
  come: [0.25, 0.5, 0.7],
  agree: [0.1, 0.3, 0.5],
  start: [0.4, 0.6, 0.8],
  stay: [0.5, 0.7, 0.85],
};
/** Stalls somebody looks at who was not told where to go. */
export const VISITS = 3;

export interface Outcome {
  readonly intents: number;
  readonly started: number;
  readonly stayed: number;
}

export interface Scenario {
  readonly recorded: typeof recorded;
  readonly drawn: FairFigures & { readonly vacancies: number };
  readonly perPlace: number;
  readonly seekers: number;
  readonly suitable: number;
  /** share of (seeker, place) pairs nothing speaks against */
  readonly suits: number;
  /** exact, by counties: nobody can place more without breaking the order of priorities */
  readonly bound: {
    readonly placed: number;
    readonly households: number;
    readonly zeroBefore: number;
    readonly proved: boolean;
  };
  readonly invited: number;
  readonly expected: Outcome;
  /** the same people without being told where to go */
  readonly strolling: Outcome;
  readonly sensitivity: readonly { readonly what: string; readonly low: Outcome; readonly high: Outcome }[];
  /** come × agree at which the invitations bring no more than was recorded */
  readonly breakEven: number;
}

/** Reproduces the fairs of 2019 in a generated city and asks what invitations would change. Pure and deterministic. */
export function scenario2019(rows: WorldRows, perPlace: number, figures: FairFigures = recorded): Scenario {
  const world = engineWorld(rows);
  const counties = drawFairs(world, figures, createRandom('2019 fairs'));
  const plans = counties.map((county) => ({
    ...county,
    plan: planFair(inCounty(world, county), { perPlace }),
  }));
  const posts = plans.flatMap(({ posts, plan }) => {
    const invited = Map.groupBy(plan.invitations, ({ vacancyId }) => vacancyId);
    return posts.map(({ id, places }) => ({ places, invited: invited.get(id)?.length ?? 0 }));
  });
  const total = (of: (plan: FairPlan) => number) => plans.reduce((sum, { plan }) => sum + of(plan), 0);
  const add = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const pairs = plans.reduce((sum, { posts, plan }) => {
    const places = posts.reduce((all, post) => all + post.places, 0);
    return sum + plan.best.totals.seekers * places;
  }, 0);
  const suitedPairs = plans.reduce(
    (sum, { posts, plan }) =>
      sum + posts.reduce((all, { id, places }) => all + places * (plan.suited.get(id)?.length ?? 0), 0),
    0,
  );
  const invited = total(({ invitations }) => invitations.length);
  const suits = pairs === 0 ? 0 : suitedPairs / pairs;

  const middle = pick(1);
  const outcome = (a: Assumptions) => outcomeOf(expectedIntents(posts, a), a);
  return {
    recorded,
    drawn: {
      fairs: counties.reduce((sum, { fairs }) => sum + fairs, 0),
      stalls: counties.reduce((sum, { stalls }) => sum + stalls, 0),
      places: posts.reduce((sum, { places }) => sum + places, 0),
      vacancies: posts.length,
    },
    perPlace,
    seekers: total(({ best }) => best.totals.seekers),
    suitable: total(({ suited }) => new Set([...suited.values()].flat()).size),
    suits,
    bound: {
      placed: total(({ best }) => best.totals.placed),
      households: total(({ best }) => add(best.totals.coveredByTier)),
      zeroBefore: total(({ best }) => add(best.totals.zeroBefore)),
      proved: plans.every(({ plan }) => plan.best.certificate.valid),
    },
    invited,
    expected: outcome(middle),
    strolling: outcomeOf(strollingIntents(invited, suits, VISITS, middle), middle),
    sensitivity: [
      ...(['come', 'agree', 'start', 'stay'] as const).map((what) => ({
        what,
        low: outcome({ ...middle, [what]: assumed[what][0] }),
        high: outcome({ ...middle, [what]: assumed[what][2] }),
      })),
      { what: 'all', low: outcome(pick(0)), high: outcome(pick(2)) },
    ],
    breakEven: breakEven((p) => expectedIntents(posts, { come: p, agree: 1 }), recorded.intents),
  };
}

const pick = (i: 0 | 1 | 2): Assumptions => ({
  come: assumed.come[i],
  agree: assumed.agree[i],
  start: assumed.start[i],
  stay: assumed.stay[i],
});

const outcomeOf = (intents: number, { start, stay }: Assumptions): Outcome => ({
  intents,
  started: intents * start,
  stayed: intents * start * stay,
});

/** Whoever lives in the county, and the posts of its fairs. */
function inCounty(world: World, { county, posts }: CountyFairs): World {
  const here = new Set(world.settlements.filter((place) => place.county === county).map(({ id }) => id));
  return {
    ...world,
    households: world.households.filter(({ settlementId }) => here.has(settlementId)),
    persons: world.persons.filter(({ settlementId }) => here.has(settlementId)),
    vacancies: posts,
  };
}

/** The p at which a growing function reaches `goal`, to four digits; 1 when it never does. */
function breakEven(of: (p: number) => number, goal: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-4) {
    const p = (low + high) / 2;
    if (of(p) < goal) low = p;
    else high = p;
  }
  return high;
}
