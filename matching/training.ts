/**
 * Training proved by demand: for the people of each settlement whose household the plan cannot cover, which course
 * would let how many more households be covered, who has to attend, and which post each one then takes.
 *
 * A course makes pairs eligible that lacked only what it teaches. Today's prices rank the courses of a settlement;
 * the best are tried: their pairs are let in, the plan is solved again over all eligible pairs, and what it covers
 * more is counted. So every figure is exact, and nobody attends without whom the same households were covered.
 */
import { openAnswers } from './answers.ts';
import { frameOf, type Scope, scopeOf } from './assign.ts';
import { type Candidates, openCandidates } from './candidates.ts';
import { solveOverAll } from './columnGeneration.ts';
import { type Context, openContext } from './context.ts';
import { estimateCourse, type NewPair } from './course.ts';
import { CancelledError } from './errors.ts';
import { Engine } from './incremental.ts';
import { takeLocks } from './locks.ts';
import { sortedBy } from './order.ts';
import { answered } from './questions.ts';
import { remembered } from './remembered.ts';
import type { Person, World } from './types.ts';

/** What somebody can do who has attended. */
export interface CourseIdea {
  readonly id: string;
  readonly skills: readonly string[];
  readonly certificates: readonly string[];
}

export interface CourseDemand {
  readonly settlementId: string;
  readonly courseId: string;
  /** households covered beyond the plan, ≥ 1: the sum of `byTier` */
  readonly households: number;
  /** the same by tier A, B, C; a tier may lose what a higher one gains */
  readonly byTier: readonly [number, number, number];
  /** persons in work beyond the plan */
  readonly placed: number;
  /** sorted by person id; without any one of them fewer households were covered */
  readonly attending: readonly {
    readonly personId: string;
    readonly householdId: string;
    readonly vacancyId: string;
  }[];
}

export interface StudyOptions {
  /** courses of a settlement that are solved exactly, the best by estimate */
  readonly trials?: number;
  /** 0 … 1 */
  readonly onProgress?: (share: number) => void;
  readonly cancelled?: () => boolean;
}

/** Enough that the best course is hardly ever missed: estimates err by who competes for the same post. */
const usualTrials = 5;

/** Sorted by settlement, most households first. Throws what `plan` throws for the same world. */
export function studyTraining(
  world: World,
  courses: readonly CourseIdea[],
  { trials = usualTrials, onProgress, cancelled }: StudyOptions = {},
): CourseDemand[] {
  const check = () => {
    if (cancelled?.()) throw new CancelledError();
  };
  const context = openContext(world);
  const locked = takeLocks(world, [], context);
  const scope = scopeOf(world, locked);
  const frame = frameOf(scope, locked, context);
  const candidates = remembered(
    openCandidates(scope.persons, scope.vacancies, context),
    scope.persons.length,
  );
  const answer = openAnswers(scope.persons, scope.vacancies, candidates, check);
  const { instance, solution } = answered(solveOverAll(frame, check), answer);
  const engine = new Engine(instance, solution);
  const trial = openTrial(engine, candidates, scope);

  const waiting = uncovered(engine, scope, context);
  const ideas = courses.flatMap((course) => {
    check();
    const pairs = pairsTaught(course, waiting, scope, candidates, context);
    const settlement = ({ person }: NewPair) => scope.persons[person]!.settlementId;
    return [...Map.groupBy(pairs, settlement)].map(([settlementId, pairs]) => {
      const household = (p: number) => instance.pHh[p]!;
      const places = (v: number) => instance.vCap[v]!;
      const { estimate } = estimateCourse(engine, pairs, pairs.length, household, places);
      return { settlementId, courseId: course.id, pairs, estimate };
    });
  });
  const perSettlement = Map.groupBy(
    ideas.filter(({ estimate }) => estimate > 0),
    ({ settlementId }) => settlementId,
  );

  const demands: CourseDemand[] = [];
  let done = 0;
  for (const [settlementId, ideas] of perSettlement) {
    ideas.sort((a, b) => b.estimate - a.estimate);
    for (const { courseId, pairs } of ideas.slice(0, trials)) {
      check();
      const gain = trial(pairs);
      if (gain.households > 0) demands.push({ settlementId, courseId, ...gain });
    }
    onProgress?.(++done / perSettlement.size);
  }
  return sortedBy(
    demands,
    ({ settlementId }) => settlementId,
    ({ households }) => String(1e9 - households),
    ({ courseId }) => courseId,
  );
}

/** Seekers of households nobody supports and the plan leaves out, as indices. */
function uncovered(engine: Engine, { persons }: Scope, context: Context): number[] {
  const served = new Set<string>();
  persons.forEach((person, p) => {
    if (engine.vacancy(p) >= 0) served.add(person.householdId);
  });
  return persons.flatMap((person, p) =>
    context.household(person).covered || served.has(person.householdId) ? [] : [p],
  );
}

/** The pairs that become eligible for these persons once they have attended. */
function pairsTaught(
  { skills, certificates }: CourseIdea,
  waiting: readonly number[],
  { persons, vacancies }: Scope,
  before: Candidates,
  context: Context,
): NewPair[] {
  const asking = vacancies.flatMap((vacancy, v) =>
    vacancy.skills.length > 0 || vacancy.certificates.length > 0 ? [v] : [],
  );
  const taught = waiting.map(
    (p): Person => ({
      ...persons[p]!,
      skills: [...new Set([...persons[p]!.skills, ...skills])],
      certificates: [...new Set([...persons[p]!.certificates, ...certificates])],
    }),
  );
  const after = openCandidates(
    taught,
    asking.map((v) => vacancies[v]!),
    context,
  );
  return waiting.flatMap((person, i) => {
    const known = new Set(before.vacancy.subarray(0, before.scorePerson(person)));
    const n = after.scorePerson(i);
    return Array.from({ length: n }, (_, k) => ({
      person,
      vacancy: asking[after.vacancy[k]!]!,
      score: after.score[k]!,
    })).filter(({ vacancy }) => !known.has(vacancy));
  });
}

/** Tries pairs on the engine, which is the same before and after. */
function openTrial(engine: Engine, candidates: Candidates, { persons, vacancies }: Scope) {
  /** Lets in every eligible pair that could improve the plan at the present prices, until there is none. */
  function complete(): void {
    for (let improved = true; improved; ) {
      improved = false;
      for (let p = 0; p < persons.length; p++) {
        const n = candidates.scorePerson(p);
        for (let k = 0; k < n; k++) {
          const [v, score] = [candidates.vacancy[k]!, candidates.score[k]!];
          if (engine.reducedProfit(p, v, score) <= 0 || engine.eligible(p, v)) continue;
          engine.allow(p, v, score);
          improved = true;
        }
      }
    }
  }
  const letIn = (pairs: readonly NewPair[]) => {
    for (const { person, vacancy, score } of pairs) engine.allow(person, vacancy, score);
  };
  const takeBack = (pairs: readonly NewPair[]) => {
    for (const { person, vacancy } of pairs) engine.exclude(person, vacancy);
  };

  complete();
  const before = engine.objective();

  return (pairs: readonly NewPair[]) => {
    letIn(pairs);
    complete();
    const reached = String(engine.objective().covered);
    const byPerson = Map.groupBy(pairs, ({ person }) => person);
    const uses = (own: readonly NewPair[]) =>
      own.some(({ person, vacancy }) => engine.vacancy(person) === vacancy);

    for (const [person, own] of byPerson) {
      if (uses(own)) continue;
      takeBack(own);
      byPerson.delete(person);
    }
    for (const [person, own] of byPerson) {
      takeBack(own);
      complete();
      if (String(engine.objective().covered) === reached) byPerson.delete(person);
      else letIn(own);
    }
    complete();

    const { covered, placed } = engine.objective();
    const byTier = covered.map((n, t) => n - before.covered[t]!) as [number, number, number];
    const attending = [...byPerson.keys()].map((p) => ({
      personId: persons[p]!.id,
      householdId: persons[p]!.householdId,
      vacancyId: vacancies[engine.vacancy(p)]!.id,
    }));
    for (const own of byPerson.values()) takeBack(own);
    return {
      households: byTier[0] + byTier[1] + byTier[2],
      byTier,
      placed: placed - before.placed,
      attending: sortedBy(attending, ({ personId }) => personId),
    };
  };
}
