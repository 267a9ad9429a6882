import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';

export interface SupervisedEvents {
  /** It runs and is ready; also after each restart. */
  started(): void;
  /** It ended by itself and will be started again after `wait` ms. */
  ended(code: number | null, wait: number): void;
}

export interface Supervised {
  readonly name: string;
  /** Ends the child for good; resolves when it is gone. */
  stop(): Promise<void>;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** A child that ran this long had recovered: the next crash starts counting anew. */
const STEADY = 60_000;

/**
 * Starts a part and starts it again whenever it ends, waiting twice as long each time.
 * `start` resolves when the part is ready. The first start may fail: the error goes to the caller.
 */
export async function supervise(start: () => Promise<Child>, events: SupervisedEvents): Promise<Supervised> {
  const stopping = new AbortController();
  let child = await start();
  events.started();
  const watched = watch();

  async function watch() {
    let wait = FIRST_WAIT;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      const code = await child.ended;
      if (stopping.signal.aborted) return;
      wait = performance.now() - since > STEADY ? FIRST_WAIT : wait;
      events.ended(code, wait);
      wait = await restart(wait);
    }
  }

  /** Tries until it runs or we stop; resolves to the next wait. */
  async function restart(first: number): Promise<number> {
    for (let wait = first; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return wait;
      try {
        child = await start();
        if (stopping.signal.aborted) await child.stop();
        else events.started();
        return Math.min(wait * 2, LONGEST_WAIT);
      } catch {
        events.ended(null, Math.min(wait * 2, LONGEST_WAIT));
      }
    }
  }

  return {
    name: child.name,
    async stop() {
      stopping.abort();
      await child.stop();
      await watched;
    },
  };
}
