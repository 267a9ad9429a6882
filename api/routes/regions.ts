import type { regionRoutes } from '#contract/routes/regions.ts';
import { listSettlements } from '#drizzle/queries/regions.ts';
import { childRegions, findRegion } from '#drizzle/queries/scope.ts';
import type { Handlers } from '../register.ts';

export const regionHandlers = (): Handlers<typeof regionRoutes> => ({
  /** Without a parent: the caller's own region and the level below it. */
  async children({ query: { parent }, caller, db }) {
    if (parent !== undefined) return { items: await childRegions(db, caller.region, parent) };
    const own = await findRegion(db, caller.region, caller.region.code);
    const below = await childRegions(db, caller.region, caller.region.code);
    return { items: own ? [own, ...below] : below };
  },

  settlements: async ({ db }) => ({ items: await listSettlements(db) }),
});
