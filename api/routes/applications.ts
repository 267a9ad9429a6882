import type { applicationRoutes } from '#contract/routes/applications.ts';
import { listApplications } from '#drizzle/queries/applications.ts';
import { objectTo, shareContact, withdraw } from '../operations/applications.ts';
import { apply, applyFor, declineReferral } from '../operations/apply.ts';
import { presentMine } from '../presenters/application.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const applicationHandlers = (): Handlers<typeof applicationRoutes> => ({
  async apply({ body, caller, db, request }) {
    const wish = {
      personId: found(caller.person),
      vacancyId: body.vacancy,
      contactShared: body.contactShared,
    };
    return presentMine(await apply(db, { caller, requestId: request.id, ...wish }));
  },

  async mine({ query, caller, db }) {
    const { items, total } = await listApplications(db, { person: found(caller.person) }, query);
    return { ...query, total, items: items.map(presentMine) };
  },

  async withdraw({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, applicationId: params.application };
    return presentMine(await withdraw(db, { ...act, reason: body.reason }));
  },

  async contact({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, applicationId: params.application };
    return presentMine(await shareContact(db, { ...act, shared: body.shared }));
  },

  async object({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, applicationId: params.application };
    return presentMine(await objectTo(db, { ...act, words: body.words }));
  },

  async assist({ params, body: { vacancy, ...body }, caller, db, request }) {
    const wish = { personId: params.person, vacancyId: vacancy, source: 'assisted' as const, ...body };
    return { application: await applyFor(db, { caller, requestId: request.id, ...wish }) };
  },

  async refer({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, personId: params.person, vacancyId: body.vacancy };
    if (body.answer === 'no') {
      const { reason, note } = body;
      return { application: null, justified: await declineReferral(db, { ...act, reason, note }) };
    }
    const { authority, contactShared } = body;
    const application = await applyFor(db, { ...act, authority, contactShared, source: 'referral' });
    return { application, justified: null };
  },
});
