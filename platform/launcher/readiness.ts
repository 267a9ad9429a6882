import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';

/** A part ended, or did not answer in time, while it was being started. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed';
}

/** Repeats `check` until it resolves to true. @throws PartFailed when the child ends or time runs out; it is then stopped */
export async function untilReady(
  child: Child,
  check: () => Promise<boolean>,
  { timeout = 60_000, every = 50 } = {},
): Promise<void> {
  const deadline = performance.now() + timeout;
  let code: number | null | undefined;
  child.ended.then(
    (value) => (code = value),
    () => (code = null),
  );
  while (performance.now() < deadline) {
    if (await check().catch(() => false)) return;
    if (code !== undefined) throw new PartFailed(`${child.name} ended with code ${code} while starting`);
    await sleep(every);
  }
  await child.stop();
  throw new PartFailed(`${child.name} did not answer within ${timeout / 1000} s`);
}

/** True when a GET of `url` answers 2xx or 3xx within two seconds. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
  await response.body?.cancel();
  return response.status < 400;
}
