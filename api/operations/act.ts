import type { Caller } from '#drizzle/queries/accounts.ts';

/** Who acts, and in which request; every audit row says so. */
export interface Act {
  readonly caller: Caller;
  readonly requestId: string;
}
