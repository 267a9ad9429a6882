import type { helpRoutes } from '#contract/routes/help.ts';
import { callHelp, isSettlement } from '#drizzle/queries/help.ts';
import { notFound } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const helpHandlers = (): Handlers<typeof helpRoutes> => ({
  async call({ body, db }) {
    if (!(await isSettlement(db, body.settlement))) throw notFound();
    return { first: await callHelp(db, body.settlement, '有人在自助机或手机上求助，请过去看看') };
  },
});
