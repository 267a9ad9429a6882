import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { closeTask } from '#drizzle/queries/tasks.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';

/** Somebody has seen to it. @throws Problem not_found, wrong_state when somebody else already has */
export const finishTask = (
  db: Db,
  { caller, requestId, taskId, result }: Act & { readonly taskId: string; readonly result: string },
): Promise<void> =>
  db.transaction(async (db) => {
    const by = { account: caller.id, result };
    const { region, closed } = found(await closeTask(db, caller.region, taskId, by));
    if (!closed) throw new Problem('wrong_state', { detail: '这件事已经有人办了' });
    await recordAudit(db, {
      actor: caller,
      action: 'task.done',
      subject: 'task',
      subjectId: taskId,
      region,
      requestId,
    });
  });
