/** Milliseconds a failed engine is left alone, so that nobody waits for its timeout again and again. */
const REST = 5_000;

/**
 * Asks the engine and, when it is away, the database; the answer says which.
 * `onAway` hears of each failure once, not of the requests that were spared.
 */
export function withFallback<C, A extends object>(
  engine: (criteria: C) => Promise<A>,
  database: (criteria: C) => Promise<A>,
  onAway: (error: unknown) => void,
) {
  let restUntil = 0;
  return async (criteria: C): Promise<A & { degraded: boolean }> => {
    if (performance.now() >= restUntil) {
      try {
        return { ...(await engine(criteria)), degraded: false };
      } catch (error) {
        restUntil = performance.now() + REST;
        onAway(error);
      }
    }
    return { ...(await database(criteria)), degraded: true };
  };
}
