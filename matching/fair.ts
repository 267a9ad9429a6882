/**
 * A job fair (招聘会): how many people its posts could place at best, and whom to invite to which post.
 *
 * The bound is the engine's own plan on the fair's posts, with its proof. More people are invited than there are
 * places, since not everybody comes: `perPlace` rounds, each an exact plan of its own. The first round is the plan
 * itself; in the next ones whoever is invited sits out and his household counts as served, so zero-employment
 * households nobody has invited yet come first again. No post is ever given more than `perPlace` invitations a place.
 */
import { plan } from './assign.ts';
import { openCandidates } from './candidates.ts';
import { type Context, openContext } from './context.ts';
import type { Plan, Proposal } from './plan.ts';
import { scoreParts } from './score.ts';
import type { Person, Vacancy, World } from './types.ts';

/** An invitation that went out before and still stands: it keeps its slot. */
export interface Standing {
  readonly personId: string;
  readonly vacancyId: string;
  /** 1 … perPlace */
  readonly round: number;
}

export interface FairOptions {
  /** invitations a place, a whole number ≥ 1 */
  readonly perPlace: number;
  readonly standing?: readonly Standing[];
  /** persons who said that they will not come */
  readonly declined?: readonly string[];
  /** 0 … 1 */
  readonly onProgress?: (share: number) => void;
}

export interface FairInvitation extends Proposal {
  readonly round: number;
  /** the best post at each of the other stalls that suit the person, best first */
  readonly others: readonly Pick<Proposal, 'vacancyId' | 'score' | 'parts'>[];
}

export interface FairPlan {
  /** the best there could be: proposals, totals and certificate */
  readonly best: Plan;
  /** new invitations by round, then person */
  readonly invitations: readonly FairInvitation[];
  /** who is eligible, by vacancy: person ids in the order of the world */
  readonly suited: ReadonlyMap<string, readonly string[]>;
}

/** Other stalls named on an invitation: more than one can visit in a morning helps nobody. */
const OTHERS = 2;

/**
 * @param world the people of the fair's region and its posts, `places` being those brought to the fair
 * @throws RangeError for a `perPlace` that is no whole number ≥ 1; WorldError, MissingPolicyError of the engine
 */
export function planFair(world: World, options: FairOptions): FairPlan {
  const { perPlace, standing = [], declined = [], onProgress = () => {} } = options;
  if (!Number.isInteger(perPlace) || perPlace < 1) throw new RangeError(`perPlace is ${perPlace}`);
  const able = without(world, new Set(declined), new Set());
  const best = plan(able);
  onProgress(1 / (perPlace + 1));

  const context = openContext(able);
  const suits = suitability(able, context);
  const householdOf = new Map(able.persons.map(({ id, householdId }) => [id, householdId]));
  const invited = new Set(standing.map(({ personId }) => personId));
  const served = new Set([...invited].flatMap((id) => householdOf.get(id) ?? []));
  const invitations: FairInvitation[] = [];
  for (let round = 1; round <= perPlace; round++) {
    const kept = Map.groupBy(
      standing.filter((one) => one.round === round),
      ({ vacancyId }) => vacancyId,
    );
    const open = able.vacancies.map((vacancy) => ({
      ...vacancy,
      places: Math.max(0, vacancy.places - (kept.get(vacancy.id)?.length ?? 0)),
    }));
    const fresh = invited.size === 0;
    const { proposals } = fresh ? best : plan({ ...without(able, invited, served), vacancies: open });
    for (const proposal of proposals) {
      invitations.push({ ...proposal, round, others: suits.others(proposal) });
      invited.add(proposal.personId);
      served.add(proposal.householdId);
    }
    onProgress((round + 1) / (perPlace + 1));
  }
  return { best, invitations, suited: suits.suited };
}

/** The same world in which some people look for nothing and some households are taken care of. */
const without = (world: World, persons: ReadonlySet<string>, households: ReadonlySet<string>): World => ({
  ...world,
  persons: world.persons.map((person) => (persons.has(person.id) ? { ...person, seeking: false } : person)),
  households: world.households.map((one) => (households.has(one.id) ? { ...one, covered: true } : one)),
});

/** Every eligible pair, looked at once. */
function suitability(world: World, context: Context) {
  const seekers = world.persons.filter(({ seeking }) => seeking);
  const candidates = openCandidates(seekers, world.vacancies, context);
  const suited = new Map<string, string[]>(world.vacancies.map(({ id }) => [id, []]));
  const bestByStall = new Map<string, { readonly vacancy: Vacancy; readonly score: number }[]>();
  seekers.forEach((person, p) => {
    const n = candidates.scorePerson(p);
    const best = new Map<string, { vacancy: Vacancy; score: number }>();
    for (let i = 0; i < n; i++) {
      const vacancy = world.vacancies[candidates.vacancy[i]!]!;
      const score = candidates.score[i]!;
      suited.get(vacancy.id)!.push(person.id);
      if (score > (best.get(vacancy.employerId)?.score ?? -1))
        best.set(vacancy.employerId, { vacancy, score });
    }
    bestByStall.set(person.id, [...best.values()].sort(higherFirst));
  });
  const employers = new Map(world.vacancies.map(({ id, employerId }) => [id, employerId]));
  return {
    suited,
    others: ({ personId, vacancyId }: Proposal) => {
      const person = context.person(personId) as Person;
      return (bestByStall.get(personId) ?? [])
        .filter(({ vacancy }) => vacancy.employerId !== employers.get(vacancyId))
        .slice(0, OTHERS)
        .map(({ vacancy, score }) => ({
          vacancyId: vacancy.id,
          score,
          parts: scoreParts(person, vacancy, context),
        }));
    },
  };
}

type Scored = { readonly vacancy: Vacancy; readonly score: number };
const higherFirst = (a: Scored, b: Scored) => b.score - a.score || (a.vacancy.id < b.vacancy.id ? -1 : 1);
