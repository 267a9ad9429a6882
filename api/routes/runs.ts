import { planReason } from '#contract/codes/plan.ts';
import type { runRoutes } from '#contract/routes/runs.ts';
import {
  countOutcomes,
  findPlanHousehold,
  listMembers,
  listPlanHouseholds,
  listProposals,
  type PlanProposal,
} from '#drizzle/queries/plans.ts';
import { findRun, listRuns } from '#drizzle/queries/runs.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { follow } from '../answers/events.ts';
import { cancelRun, startRun } from '../operations/runs.ts';
import { presentHouseholdPlan, presentOutcome } from '../presenters/plan.ts';
import { presentRun } from '../presenters/run.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';
import { planFile } from './planFile.ts';

const ENDED: readonly string[] = ['done', 'failed', 'cancelled'];

export const runHandlers = (): Handlers<typeof runRoutes> => ({
  async start({ body, caller, db, request }) {
    const run = await startRun(db, { caller, requestId: request.id, regionCode: body.region });
    return presentRun(run, caller.role);
  },

  async list({ query, caller, db }) {
    const { items, total } = await listRuns(db, caller.region, query);
    return { ...query, items: items.map((run) => presentRun(run, caller.role)), total };
  },

  async detail({ params, caller, db }) {
    return presentRun(found(await findRun(db, caller.region, params.run)), caller.role);
  },

  async cancel({ params, caller, db, request }) {
    const run = await cancelRun(db, { caller, requestId: request.id, runId: params.run });
    return presentRun(run, caller.role);
  },

  async events({ params, caller, db, request }) {
    found(await findRun(db, caller.region, params.run));
    return (signal) =>
      follow({
        async look() {
          const run = await findRun(db, caller.region, params.run);
          return (
            run && {
              revision: `${run.status}.${run.stage ?? ''}.${run.progress}`,
              state: presentRun(run, caller.role),
            }
          );
        },
        isLast: ({ status }) => ENDED.includes(status),
        event: 'run',
        seen: request.headers['last-event-id'] as string | undefined,
        signal,
      });
  },

  async households({ params, query, caller, db }) {
    found(await findRun(db, caller.region, params.run));
    const { page, size, region, q, ...rest } = query;
    const narrowed = region === undefined ? undefined : found(await findRegion(db, caller.region, region));
    const filter = { ...rest, text: q, within: narrowed };
    const { items, total } = await listPlanHouseholds(db, params.run, filter, { page, size });
    const { outcomes, reasons } = await countOutcomes(db, params.run, filter);
    const proposals = Map.groupBy(
      await listProposals(
        db,
        params.run,
        items.map(({ householdId }) => householdId),
      ),
      ({ household }) => household,
    );
    return {
      page,
      size,
      total,
      items: items.map((row) => presentOutcome(row, proposals.get(row.householdId) ?? NONE)),
      outcomes,
      reasons: reasons.map((reason) => ({ ...reason, label: planReason.label(reason.code) })),
    };
  },

  async household({ params, caller, db }) {
    const run = found(await findRun(db, caller.region, params.run));
    const household = found(await findPlanHousehold(db, run.id, params.household));
    const members = await listMembers(db, household.householdId);
    const proposals = await listProposals(db, run.id, [household.householdId]);
    return presentHouseholdPlan(household, members, proposals, run.today);
  },

  plan: planFile,
});

const NONE: readonly PlanProposal[] = [];
