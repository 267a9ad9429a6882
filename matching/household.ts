/**
 * Rules inside a household that leave pure flow: of these people at most k may take such posts (somebody stays
 * with the child or the sick), and couples who go together or not at all.
 *
 * Branch and bound on the incremental engine. The flow without the rules bounds every node. A violated group
 * branches into k + 1 children, each of which keeps one of k + 1 offenders away from the posts in question; a
 * violated couple into neither and both. The children together cover every plan that obeys the rule, so the search
 * is exact when it ends; when the node limit ends it first, the best bound left open proves the gap, and
 * `proved` says which.
 */
import { Engine } from './incremental.ts';
import type { Instance, Objective, Solution } from './instance.ts';
import { compareObjectives } from './solver/objective.ts';

export interface Group {
  readonly persons: readonly number[];
  /** is this one of the posts in question, such as away from home or on the night shift? */
  readonly counts: (person: number, vacancy: number) => boolean;
  /** how many of the persons may take such posts */
  readonly atMost: number;
}

export interface HouseholdRules {
  readonly groups: readonly Group[];
  readonly couples: readonly (readonly [number, number])[];
}

export interface RuledPlan {
  /** [nP] vacancy or −1; obeys every rule */
  readonly match: Int32Array;
  readonly objective: Objective;
  /** no plan under the rules is better than this; equal to the objective when proved */
  readonly bound: Objective;
  /** is the plan optimal under the rules, or only between `objective` and `bound`? */
  readonly proved: boolean;
  /** subproblems solved */
  readonly nodes: number;
}

/** A change of the engine and its undoing. */
interface Branch {
  readonly apply: () => void;
  readonly undo: () => void;
}

/** How many branches on the path demand that a person be placed. */
type Demands = Map<number, number>;

export function solveWithRules(
  instance: Instance,
  rules: HouseholdRules,
  options: { readonly start?: Solution; readonly nodeLimit?: number } = {},
): RuledPlan {
  const engine = new Engine(instance, options.start);
  const limit = options.nodeLimit ?? 2000;
  const demands: Demands = new Map();
  let match: Int32Array = new Int32Array(instance.nP).fill(-1);
  let best: Objective = { covered: [0, 0, 0], public: 0, placed: 0, score: 0 };
  let bound = best;
  let nodes = 0;

  /** Bound of the node the engine stands at, undefined when a demanded person has no place. */
  const boundHere = (): Objective | undefined => {
    for (const p of demands.keys()) if (engine.vacancy(p) < 0) return undefined;
    return engine.objective();
  };
  const search = (here: Objective): void => {
    if (compareObjectives(here, best) <= 0) return;
    nodes++;
    const branches = violation(engine, rules, demands);
    if (branches === undefined) {
      match = planOf(engine, instance.nP);
      best = here;
      return;
    }
    if (nodes >= limit) {
      if (compareObjectives(here, bound) > 0) bound = here;
      return;
    }
    // Most promising child first: a good plan early prunes the rest.
    const children: { branch: Branch; at: Objective }[] = [];
    for (const branch of branches) {
      branch.apply();
      const at = boundHere();
      branch.undo();
      if (at !== undefined) children.push({ branch, at });
    }
    children.sort((a, b) => compareObjectives(b.at, a.at));
    for (const { branch, at } of children) {
      if (compareObjectives(at, best) <= 0) break;
      branch.apply();
      search(at);
      branch.undo();
    }
  };
  search(engine.objective());
  if (compareObjectives(bound, best) < 0) bound = best;
  return { match, objective: best, bound, proved: compareObjectives(bound, best) === 0, nodes };
}

/** Does the plan keep every rule? */
export function obeys({ groups, couples }: HouseholdRules, vacancyOf: (p: number) => number): boolean {
  return (
    groups.every((group) => offendersOf(group, vacancyOf).length <= group.atMost) &&
    couples.every((couple) => agree(couple, vacancyOf))
  );
}

const offendersOf = ({ persons, counts }: Group, vacancyOf: (p: number) => number): number[] =>
  persons.filter((p) => vacancyOf(p) >= 0 && counts(p, vacancyOf(p)));

const agree = ([a, b]: readonly [number, number], vacancyOf: (p: number) => number): boolean =>
  vacancyOf(a) >= 0 === vacancyOf(b) >= 0;

/** The branches that cure the first violated rule, undefined when every rule is obeyed. */
function violation(engine: Engine, rules: HouseholdRules, demands: Demands): Branch[] | undefined {
  const vacancyOf = (p: number) => engine.vacancy(p);
  for (const group of rules.groups) {
    const offenders = offendersOf(group, vacancyOf);
    const { atMost, counts } = group;
    if (offenders.length <= atMost) continue;
    return offenders.slice(0, atMost + 1).map((p) => forbid(engine, [p], (v) => counts(p, v)));
  }
  for (const couple of rules.couples) {
    if (agree(couple, vacancyOf)) continue;
    const [a, b] = couple;
    return [forbid(engine, [a, b], () => true), demand(engine, [a, b], demands)];
  }
  return undefined;
}

/** Keeps these persons away from the vacancies. */
function forbid(engine: Engine, persons: readonly number[], from: (v: number) => boolean): Branch {
  const pairs = persons.flatMap((p) =>
    engine
      .offers(p)
      .filter((offer) => from(offer.with))
      .map((offer) => ({ p, v: offer.with, score: offer.score })),
  );
  return {
    apply: () => {
      for (const { p, v } of pairs) engine.exclude(p, v);
    },
    undo: () => {
      for (const { p, v, score } of pairs) engine.allow(p, v, score);
    },
  };
}

/** Demands that all these persons be placed. */
function demand(engine: Engine, persons: readonly number[], demands: Demands): Branch {
  return {
    apply: () => {
      for (const p of persons) {
        const n = demands.get(p) ?? 0;
        if (n === 0) engine.require(p, true);
        demands.set(p, n + 1);
      }
    },
    undo: () => {
      for (const p of persons) {
        const n = demands.get(p)! - 1;
        if (n > 0) demands.set(p, n);
        else {
          demands.delete(p);
          engine.require(p, false);
        }
      }
    },
  };
}

function planOf(engine: Engine, nP: number): Int32Array {
  return Int32Array.from({ length: nP }, (_, p) => engine.vacancy(p));
}
