import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { currentRun } from '#drizzle/queries/runs.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { findStudy, queueStudy } from '#drizzle/queries/training/demand.ts';
import { found, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

/** Has the plan in force studied anew. @throws Problem not_found, wrong_state without a plan or while a study is under way */
export async function requestStudy(
  db: Db,
  { caller, requestId, regionCode }: Act & { readonly regionCode: string | undefined },
): Promise<void> {
  await db.transaction(async (db) => {
    const region = found(await findRegion(db, caller.region, regionCode ?? caller.region.code));
    const run = await currentRun(db, caller.region, region.path);
    if (!run) throw new Problem('wrong_state', { detail: '还没有匹配方案，请先匹配' });
    const study = await findStudy(db, run.id);
    if (study?.status === 'queued' || study?.status === 'running')
      throw new Problem('wrong_state', { detail: '正在计算，请稍等' });
    await queueStudy(db, run.id, caller.id);
    await recordAudit(db, {
      actor: caller,
      action: 'training.study_requested',
      subject: 'run',
      subjectId: run.id,
      region: region.code,
      requestId,
    });
  });
}
