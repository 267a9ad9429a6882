import { Problem } from './problem.ts';

/** Seconds after which somebody who was turned away may ask again. */
const RETRY_AFTER = 1;

export interface BulkheadOptions {
  /** works that run at once */
  readonly atOnce: number;
  /** works that wait for one of them to end, first come first served */
  readonly waiting: number;
}

/**
 * Keeps a part that answers slower the more it is asked at once from being overrun: what cannot be answered soon is
 * refused at once, and those who got in are answered as fast as ever (bulkhead pattern; Nygard, Release It!, ch. 5).
 * @throws Problem unavailable
 */
export function bulkhead({ atOnce, waiting }: BulkheadOptions) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw new Problem('unavailable', { retryAfter: RETRY_AFTER });
    else await new Promise<void>((resolve) => queue.push(resolve)); // whoever ends hands over the place
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
