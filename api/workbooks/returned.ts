import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Worker } from 'node:worker_threads';
import type { Problem } from '#ledgers/problems.ts';
import type { LedgerKind } from '#ledgers/records.ts';

export interface ReturnedInput {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: LedgerKind;
  readonly problems: readonly Problem[];
}

/** Megabytes a thread may hold besides the file itself. */
const MEMORY = 512;

/**
 * The uploaded workbook with its problems marked, streamed. It is read again in a thread of its own with
 * bounded memory, so that a large or hostile file never makes other requests wait.
 */
export async function returnedWorkbook(input: ReturnedInput): Promise<Readable> {
  const thread = new Worker(new URL('./returnedThread.ts', import.meta.url), {
    workerData: input,
    transferList: [input.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const stream = await new Promise<ReadableStream<Uint8Array>>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  const content = Readable.fromWeb(stream);
  thread.on('error', (error) => content.destroy(error));
  content.once('close', () => void thread.terminate());
  return content;
}
