import { Worker } from 'node:worker_threads';
import { UnrecoverableError } from 'bullmq';
import { beginRun, failRun, reportRun } from '#drizzle/queries/runResults.ts';
import { bare } from '../faults.ts';
import type { Handler, LastWord } from '../handler.ts';
import type { ThreadInput, ThreadMessage } from '../matching/messages.ts';

/** Milliseconds between looks whether somebody cancelled the run. */
const LOOK = 500;

/**
 * Plans a region in a thread, so that this one keeps renewing the job's lock, and stores the plan in one
 * transaction. A run that has ended is left alone: a second delivery changes nothing.
 */
export const runMatching: Handler<'matching.run'> = async ({ runId }, { db, databaseUrl, log }, signal) => {
  const run = await beginRun(db, runId);
  if (!run) return;

  const unwanted = new AbortController();
  const check = setInterval(() => {
    void reportRun(db, runId).then(
      (wanted) => wanted || unwanted.abort(),
      (err: unknown) => log.warn({ err: bare(err), runId }, 'look for cancellation'),
    );
  }, LOOK);
  try {
    const outcome = await inThread({ databaseUrl, run }, AbortSignal.any([signal, unwanted.signal]), (at) => {
      void reportRun(db, runId, at).catch((err: unknown) =>
        log.warn({ err: bare(err), runId }, 'progress of a run'),
      );
    });
    signal.throwIfAborted();
    log.info({ runId, stored: outcome?.stored ?? false }, 'matching run');
  } finally {
    clearInterval(check);
  }
};

/** Resolves to null when `stop` ended the thread. */
function inThread(
  input: ThreadInput,
  stop: AbortSignal,
  onProgress: (at: { stage: string; progress: number }) => void,
): Promise<{ stored: boolean } | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('../matching/thread.ts', import.meta.url), {
      workerData: input,
      // The process runs with a tiny young generation to save memory; planning allocates a lot and dies soon.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    const end = () => void thread.terminate();
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress({ stage: message.stage, progress: message.progress });
      else if (message.kind === 'finished') resolve({ stored: message.stored });
      else reject(failureOf(message));
    });
    thread.on('error', reject);
    thread.on('exit', (code) => {
      stop.removeEventListener('abort', end);
      if (stop.aborted) resolve(null);
      else reject(new Error(`the matching thread ended with code ${code}`));
    });
  });
}

/** Faults in the data stay faults however often one tries. */
const reasons: Readonly<Record<string, string>> = {
  WorldError: '数据互相矛盾,匹配无法进行,请联系系统管理员',
  MissingPolicyError: '缺少有效的政策数据,请先补上再匹配',
  LockError: '有一条固定的安排已不符合条件,请先取消',
  CertificateError: '方案没有通过最优性检验,未予采用,请联系系统管理员',
};

function failureOf({ name, message }: { name: string; message: string }): Error {
  const error = Object.hasOwn(reasons, name) ? new UnrecoverableError(message) : new Error(message);
  return Object.assign(error, { cause: name });
}

export const runGaveUp: LastWord<'matching.run'> = ({ runId }, { db }, error) =>
  failRun(db, runId, reasons[String(error.cause)] ?? '匹配没有完成,原方案不变,请稍后再试');
