import { expect, it } from 'vitest';
import { inThread } from '../../workers/thread.ts';

/** A thread that posts these messages. */
const posting = (...messages: object[]) => {
  const code = `import { parentPort } from 'node:worker_threads';
    for (const message of ${JSON.stringify(messages)}) parentPort.postMessage(message);`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
};
const { signal } = new AbortController();

it('hears what a thread says, and nothing in what Node says under --watch', async () => {
  const watched = { 'watch:import': ['file:///some.ts'] };
  expect(await inThread(posting(watched, { kind: 'finished', result: 7 }), null, signal)).toBe(7);
  const failed = { kind: 'failed', name: 'WorldError', message: 'why' };
  await expect(inThread(posting(watched, failed), null, signal)).rejects.toThrow('why');
});
