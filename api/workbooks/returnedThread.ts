import { ReadableStream } from 'node:stream/web';
import { parentPort, workerData } from 'node:worker_threads';
import { returnedWorkbook } from '#ledgers/returned/workbook.ts';
import type { ReturnedInput } from './returned.ts';

const { bytes, kind, problems } = workerData as ReturnedInput;
const stream = ReadableStream.from(returnedWorkbook(bytes, kind, problems));
parentPort?.postMessage(stream, [stream]);
// A transferred stream does not keep its thread alive; listening does, until the reader ends the thread.
parentPort?.on('message', () => undefined);
