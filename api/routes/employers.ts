import type { employerRoutes } from '#contract/routes/employers.ts';
import type { Db } from '#drizzle/db.ts';
import { type EmployerRow, findEmployer, listChecks, listEmployers } from '#drizzle/queries/employers.ts';
import {
  accreditWorkshop,
  editEmployer,
  registerEmployer,
  suspendEmployer,
  verifyEmployer,
} from '../operations/employers.ts';
import { assessWorkshop } from '../policies/accreditation.ts';
import { presentEmployer, presentEmployerCard } from '../presenters/employer.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const employerHandlers = (): Handlers<typeof employerRoutes> => ({
  async register({ body, db, request }) {
    // Hashing a password is dear; registering is as rare as signing in from a new place.
    await request.server.limits.signInUnknown(request);
    return { employer: await registerEmployer(db, body, request.id) };
  },

  async profile({ caller, db }) {
    return present(db, found(await findEmployer(db, found(caller.employer))), false);
  },

  async edit({ body, caller, db, request }) {
    const act = { caller, requestId: request.id, employerId: found(caller.employer) };
    return present(db, await editEmployer(db, { ...act, edit: body }), false);
  },

  async list({ query: { due, ...query }, caller, db }) {
    const { items, total } = await listEmployers(db, caller.region, { ...query, due: due === 'true' });
    return { page: query.page, size: query.size, total, items: items.map(presentEmployerCard) };
  },

  async detail({ params, caller, db }) {
    return present(db, found(await findEmployer(db, params.employer, caller.region)), true);
  },

  async verify({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, employerId: params.employer };
    return present(db, await verifyEmployer(db, { ...act, note: body.note }), true);
  },

  async suspend({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, employerId: params.employer };
    return present(db, await suspendEmployer(db, { ...act, reason: body.reason }), true);
  },

  async assess({ params, query, caller, db }) {
    const row = found(await findEmployer(db, params.employer, caller.region));
    return assessWorkshop(db, row, query.staff);
  },

  async accredit({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, employerId: params.employer };
    return present(db, await accreditWorkshop(db, { ...act, ...body, note: body.note }), true);
  },
});

const present = async (db: Db, row: EmployerRow, forStaff: boolean) =>
  presentEmployer(row, await listChecks(db, row.employer.id), forStaff);
