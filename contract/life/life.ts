/**
 * A life as one table: which action leads from which states to which, and who may take it.
 * `to: null` leaves the state as it is.
 */
export interface Step<S extends string, W extends string> {
  readonly from: readonly S[];
  readonly to: S | null;
  readonly by: readonly W[];
}

/** Opens a table of steps. Pure; the API, the workers and the model tests read the same one. */
export function defineLife<S extends string, W extends string>() {
  return <const A extends string>(steps: Readonly<Record<A, Step<S, W>>>) => {
    const actions = Object.keys(steps) as A[];
    const may = (action: A, status: S, who: W): boolean =>
      steps[action].from.includes(status) && steps[action].by.includes(who);
    return {
      steps,
      actions,
      may,
      /** What `who` may do in this state, in the order of the table. */
      allowed: (status: S, who: W): A[] => actions.filter((action) => may(action, status, who)),
    };
  };
}
