import type { overviewRoutes } from '#contract/routes/overview.ts';
import type { RunTotals } from '#contract/routes/runs.ts';
import { databaseNow } from '#drizzle/queries/health.ts';
import { waitingImports } from '#drizzle/queries/imports.ts';
import { countRegion, noCounts } from '#drizzle/queries/indicators.ts';
import { activeRuns, currentRun, plansOver, type RunRecord } from '#drizzle/queries/runs.ts';
import { childRegions, findRegion } from '#drizzle/queries/scope.ts';
import { countOpenTasks } from '#drizzle/queries/tasks.ts';
import { countReviews } from '#drizzle/queries/vacancyLife.ts';
import { can } from '../policies/abilities.ts';
import { presentIndicators, presentRegionRow } from '../presenters/overview.ts';
import { sumOf } from '../presenters/run.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const overviewHandlers = (): Handlers<typeof overviewRoutes> => ({
  async overview({ query, caller, db }) {
    const region = found(await findRegion(db, caller.region, query.region ?? caller.region.code));
    const asOf = await databaseNow(db);
    const counts = await countRegion(db, region);
    const children = await childRegions(db, caller.region, region.code);
    const run = await currentRun(db, caller.region, region.path);
    return {
      region: { code: region.code, name: region.name },
      asOf,
      indicators: presentIndicators(counts.total),
      rows: children.map((child) => presentRegionRow(child, counts.below.get(child.code) ?? noCounts)),
      openPlaces: counts.total.openPlaces,
      plans: await plansOver(db, region.path),
      lastRun: run && presentLastRun(run),
      tasks: [
        ...(can(caller.role, 'visit') ? await visitTasks() : []),
        ...(can(caller.role, 'review') ? await reviewTasks() : []),
        ...(can(caller.role, 'import_ledgers') ? await importTasks() : []),
        ...(can(caller.role, 'read_plan') ? await runTasks() : []),
      ],
    };

    async function visitTasks() {
      const open = await countOpenTasks(db, region);
      return open > 0
        ? [{ kind: 'visit' as const, id: region.code, text: `${open} 件事等着联系或入户` }]
        : [];
    }

    async function reviewTasks() {
      const waiting = await countReviews(db, region);
      return waiting > 0
        ? [{ kind: 'review' as const, id: region.code, text: `${waiting} 个岗位等着审核` }]
        : [];
    }

    async function importTasks() {
      const waiting = await waitingImports(db, region);
      return waiting.map(({ id, fileName }) => ({
        kind: 'import' as const,
        id,
        text: `《${fileName}》等待确认写入`,
      }));
    }

    async function runTasks() {
      const active = await activeRuns(db, region);
      const uncovered = run ? (run.totals as RunTotals).uncovered : 0;
      return [
        ...active.map(({ id, region }) => ({ kind: 'run' as const, id, text: `${region.name}正在匹配` })),
        ...(run && uncovered > 0
          ? [{ kind: 'uncovered' as const, id: run.id, text: `${uncovered} 户还没有岗位，请逐户查看原因` }]
          : []),
      ];
    }
  },
});

function presentLastRun({ id, region, finishedAt, totals, certificate }: RunRecord) {
  const { covered, zeroBefore, noneSeeking = 0, uncovered, placed } = totals as RunTotals;
  return {
    id,
    region: region.name,
    finishedAt: (finishedAt as Date).toISOString(),
    covered: sumOf(covered),
    zeroBefore: sumOf(zeroBefore),
    noneSeeking,
    uncovered,
    placed,
    certified: (certificate as { valid: boolean } | null)?.valid ?? false,
  };
}
