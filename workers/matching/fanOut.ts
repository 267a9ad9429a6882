import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#drizzle/db.ts';
import type { ActiveRun } from '#drizzle/queries/runResults.ts';
import { askSlices, countAnswers, freezeSlices, readAnswers } from '#drizzle/queries/runSlices.ts';
import type { Plan } from '#matching/plan.ts';
import type { Planning } from '#matching/planning.ts';
import { joined, questionTo, type Slice, type SliceAnswer, sliceOf } from '#matching/slice.ts';
import { matchingRules } from '#platform/sources.ts';
import { pack, unpack } from './pack.ts';
import type { SharedWorld } from './shared.ts';
import type { LoadedWorld } from './world.ts';

/** Milliseconds between looks whether all have answered. */
const LOOK = 250;

/**
 * One exact plan whose questions about eligible pairs are jobs: any machine answers for a slice, this one gathers
 * and solves. Begun again after a crash it asks the same questions and finds the answers that are there.
 * @returns null when the run is no longer wanted
 */
export async function planOverQueue(
  db: Db,
  run: ActiveRun,
  { world, travel }: LoadedWorld,
  { scope, context, steps, onShare }: Planning,
  slices: readonly Slice[],
): Promise<Plan | null> {
  const inputs = function* () {
    const { today, settlements, policies } = world;
    const { vacancies } = scope;
    const rules = matchingRules();
    yield pack({ rules, today, settlements, policies, vacancies, travel } satisfies SharedWorld);
    for (const slice of slices) yield pack(sliceOf(scope, slice, context));
  };
  if (!(await freezeSlices(db, run.id, inputs))) return null;

  const policyRows = new Set<string>();
  let step = steps.next();
  for (let round = 1; !step.done; round++) {
    const question = step.value;
    const toSlices = slices.map((slice) => pack(questionTo(slice, question)));
    await askSlices(db, run.id, round, toSlices);
    for (let answers = 0; answers < slices.length; ) {
      await pause(LOOK);
      answers = await countAnswers(db, run.id, round);
      onShare(question.kind, answers / slices.length);
    }
    const found = (await readAnswers(db, run.id, round)).map((bytes) => unpack<SliceAnswer>(bytes));
    for (const row of found.flatMap((part) => part.policyRows)) policyRows.add(row);
    step = steps.next(
      joined(
        question,
        found.map(({ answer }) => answer),
      ),
    );
  }
  const plan = step.value;
  for (const row of plan.policyRows) policyRows.add(row);
  return { ...plan, policyRows: [...policyRows].sort() };
}
