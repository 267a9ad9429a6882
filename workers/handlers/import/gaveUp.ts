import { failBatch } from '#drizzle/queries/importWork.ts';
import type { Parts } from '../../handler.ts';

/** For every import job: what is written stays written, and the batch says so. */
export const importGaveUp = ({ batchId }: { batchId: string }, { db }: Parts): Promise<void> =>
  failBatch(db, batchId, '处理没有完成，请稍后重新上传；已写入的行不受影响');
