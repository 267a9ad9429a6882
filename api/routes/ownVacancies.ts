import { occupation } from '#contract/codes/occupation.ts';
import type { ownVacancyRoutes } from '#contract/routes/ownVacancies.ts';
import { vacancyTemplates } from '#contract/vacancyTemplates.ts';
import type { Db } from '#drizzle/db.ts';
import { declinedReasons } from '#drizzle/queries/referrals.ts';
import {
  findOwnVacancy,
  listOwnVacancies,
  type OwnVacancyRow,
  vacancyHistory,
} from '#drizzle/queries/vacancyLife.ts';
import {
  closeVacancy,
  createVacancy,
  repostVacancy,
  resumeVacancy,
  saveVacancy,
  submitVacancy,
} from '../operations/ownVacancies.ts';
import { takeStep } from '../operations/vacancyStep.ts';
import { checkVacancy } from '../policies/advertisement.ts';
import { presentOwnCard, presentOwnVacancy } from '../presenters/ownVacancy.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const ownVacancyHandlers = (): Handlers<typeof ownVacancyRoutes> => ({
  async templates() {
    return {
      items: vacancyTemplates.map(({ code, label, hint, fields }) => ({
        code,
        label,
        hint,
        occupation: occupation.label(fields.occupation),
      })),
    };
  },

  async list({ query, caller, db }) {
    const { items, total } = await listOwnVacancies(db, found(caller.employer), query);
    return { page: query.page, size: query.size, total, items: items.map(presentOwnCard) };
  },

  async create({ body, caller, db, request }) {
    return present(db, await createVacancy(db, { caller, requestId: request.id, template: body.template }));
  },

  async detail({ params, caller, db }) {
    const row = await findOwnVacancy(db, { employer: found(caller.employer) }, params.vacancy);
    return present(db, found(row));
  },

  async update({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await saveVacancy(db, { ...act, ...body }));
  },

  async submit({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await submitVacancy(db, { ...act, ...body }));
  },

  async recall({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await takeStep(db, { ...act, action: 'recall' }));
  },

  async pause({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await takeStep(db, { ...act, action: 'pause' }));
  },

  async resume({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await resumeVacancy(db, act));
  },

  async revise({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await takeStep(db, { ...act, action: 'revise' }));
  },

  async close({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await closeVacancy(db, { ...act, note: body.note }));
  },

  async repost({ params, caller, db, request }) {
    const act = { caller, requestId: request.id, vacancyId: params.vacancy };
    return present(db, await repostVacancy(db, act));
  },
});

async function present(db: Db, row: OwnVacancyRow) {
  const { id } = row.vacancy;
  const declined = await declinedReasons(db, id);
  return presentOwnVacancy(row, await checkVacancy(db, row), await vacancyHistory(db, id), declined);
}
