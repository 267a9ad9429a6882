import { Worker } from 'node:worker_threads';
import { UnrecoverableError } from 'bullmq';
import type { Logger } from '#platform/log.ts';
import { bare } from './faults.ts';

/** What a thread says. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly stage: string; readonly progress: number }
  | { readonly kind: 'finished'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** What a thread returns that stores its work itself; false when the work was no longer wanted. */
export interface Stored {
  readonly stored: boolean;
}

/**
 * Does heavy work away from the thread that keeps the job alive. Resolves to what the script says it returns, R, or
 * to null when `stop` ended it.
 */
export function inThread<R>(
  script: URL,
  input: unknown,
  stop: AbortSignal,
  onProgress?: (at: { stage: string; progress: number }) => void,
): Promise<R | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: input,
      // The process runs with a tiny young generation to save memory; planning allocates a lot and dies soon.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    const end = () => void thread.terminate();
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress?.({ stage: message.stage, progress: message.progress });
      else if (message.kind === 'finished') resolve(message.result as R);
      // Under --watch Node itself talks on this line too.
      else if (message.kind === 'failed') reject(failureOf(message));
    });
    thread.on('error', reject);
    thread.on('exit', (code) => {
      stop.removeEventListener('abort', end);
      if (stop.aborted) resolve(null);
      else reject(new Error(`the thread ended with code ${code}`));
    });
  });
}

/** Milliseconds between looks whether somebody cancelled. */
const LOOK = 500;

/** Does work until it is done, or `stop` ends it, or nobody wants it any more. */
export async function whileWanted<T>(
  wanted: () => Promise<boolean>,
  stop: AbortSignal,
  log: Logger,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const unwanted = new AbortController();
  const check = setInterval(() => {
    void wanted().then(
      (still) => still || unwanted.abort(),
      (err: unknown) => log.warn({ err: bare(err) }, 'look for cancellation'),
    );
  }, LOOK);
  try {
    return await work(AbortSignal.any([stop, unwanted.signal]));
  } finally {
    clearInterval(check);
  }
}

/** Faults in the data stay faults however often one tries. */
const reasons: Readonly<Record<string, string>> = {
  WorldError: '数据互相矛盾，匹配无法进行，请联系系统管理员',
  MissingPolicyError: '缺少有效的政策数据，请先补上再匹配',
  LockError: '有一条固定的安排已不符合条件，请先取消',
  CertificateError: '方案没有通过最优性检验，未予采用，请联系系统管理员',
};

/** What people read of a failure of the engine; undefined for any other. */
export const wordsFor = (error: Error): string | undefined => reasons[String(error.cause)];

function failureOf({ name, message }: { name: string; message: string }): Error {
  const error = Object.hasOwn(reasons, name) ? new UnrecoverableError(message) : new Error(message);
  return Object.assign(error, { cause: name });
}
