import { skillName } from '#contract/codes/skill.ts';
import type { trainingDemandRoutes } from '#contract/routes/trainingDemand.ts';
import { countOutcomes } from '#drizzle/queries/plans.ts';
import { afraidOf } from '#drizzle/queries/referrals.ts';
import { currentRun } from '#drizzle/queries/runs.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { findStudy, listAttending, listDemands } from '#drizzle/queries/training/demand.ts';
import { requestStudy } from '../../operations/training/demand.ts';
import { can } from '../../policies/abilities.ts';
import { presentDemand } from '../../presenters/training/demand.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const trainingDemandHandlers = (): Handlers<typeof trainingDemandRoutes> => ({
  async board({ query, caller, db }) {
    const region = found(await findRegion(db, caller.region, query.region ?? caller.region.code));
    const afraid = (await afraidOf(db, region)).map((row) => ({
      ...row,
      occupationLabel: skillName(row.occupation),
    }));
    const where = { region: { code: region.code, name: region.name }, afraid };
    // The plan of a city serves its streets: each sees what lies in its own.
    const run = await currentRun(db, { path: '' }, region.path);
    const study = run && (await findStudy(db, run.id));
    if (!run) return { ...where, study: null, uncovered: 0, items: [], allowed: [] };
    const demands = await listDemands(db, run.id, region);
    const ids = demands.map(({ demand }) => demand.id);
    const people = ids.length === 0 ? [] : await listAttending(db, ids);
    const byDemand = Map.groupBy(people, ({ demand }) => demand);
    const { outcomes } = await countOutcomes(db, run.id, { within: region });
    const isOwn = (await findRegion(db, caller.region, run.region.code)) !== null;
    const busy = study?.status === 'queued' || study?.status === 'running';
    return {
      ...where,
      study: study && {
        status: study.status,
        today: run.today,
        finishedAt: study.finishedAt?.toISOString() ?? null,
        failure: study.failure,
      },
      uncovered: outcomes.uncovered,
      items: demands.map((row) => presentDemand(row, byDemand.get(row.demand.id) ?? [])),
      allowed: isOwn && can(caller.role, 'run_matching') && !busy ? ['study' as const] : [],
    };
  },

  async study({ body, caller, db, request }) {
    await requestStudy(db, { caller, requestId: request.id, regionCode: body.region });
  },
});
