import type { providerRoutes } from '#contract/routes/providers.ts';
import { listProviders, providerOf } from '#drizzle/queries/training/providers.ts';
import { judge, registerProvider, reviseProvider } from '../../operations/training/providers.ts';
import { presentProvider } from '../../presenters/training/provider.ts';
import type { Handlers } from '../../register.ts';

export const providerHandlers = (): Handlers<typeof providerRoutes> => ({
  async register({ body, caller, db, request }) {
    return presentProvider(await registerProvider(db, { caller, requestId: request.id, form: body }), caller);
  },

  async mine({ caller, db }) {
    const record = await providerOf(db, caller.id);
    return { provider: record && presentProvider(record, caller) };
  },

  async change({ body, caller, db, request }) {
    return presentProvider(await reviseProvider(db, { caller, requestId: request.id, form: body }), caller);
  },

  async list({ query: { page, size, status }, caller, db }) {
    const { items, total } = await listProviders(db, caller, { page, size, status });
    return { page, size, total, items: items.map((record) => presentProvider(record, caller)) };
  },

  async judge({ params, body: { verdict, reason }, caller, db, request }) {
    const act = { caller, requestId: request.id, providerId: params.provider, verdict, reason };
    return presentProvider(await judge(db, act), caller);
  },
});
