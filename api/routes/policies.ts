import type { policyRoutes } from '#contract/routes/policies.ts';
import { listPolicies } from '#drizzle/queries/policies.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const policyHandlers = (): Handlers<typeof policyRoutes> => ({
  async list({ query, caller, db }) {
    const region = found(await findRegion(db, caller.region, query.region ?? caller.region.code));
    return { items: await listPolicies(db, region.path) };
  },
});
