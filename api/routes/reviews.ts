import { payText } from '#contract/present/vacancy.ts';
import type { Review, reviewRoutes } from '#contract/routes/reviews.ts';
import type { Db } from '#drizzle/db.ts';
import {
  findOwnVacancy,
  isFirstTime,
  listReviews,
  type OwnVacancyRow,
  vacancyHistory,
} from '#drizzle/queries/vacancyLife.ts';
import { approveVacancy, returnVacancy } from '../operations/reviews.ts';
import { checkVacancy } from '../policies/advertisement.ts';
import { presentChange } from '../presenters/ownVacancy.ts';
import { presentVacancy } from '../presenters/vacancy.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';

export const reviewHandlers = (): Handlers<typeof reviewRoutes> => ({
  async queue({ query, caller, db }) {
    const { items, total } = await listReviews(db, caller.region, query);
    const cards = await Promise.all(items.map((row) => card(db, row, row.firstTime)));
    return { ...query, total, items: cards.map(({ check: _, ...rest }) => rest) };
  },

  async detail({ params, caller, db }): Promise<Review> {
    const row = found(await findOwnVacancy(db, { scope: caller.region }, params.vacancy));
    const waits = row.vacancy.status === 'in_review';
    return {
      ...(await card(db, row, await isFirstTime(db, row.employerId))),
      version: row.vacancy.version,
      adReason: row.vacancy.adReason,
      preview: presentVacancy(row, undefined),
      history: (await vacancyHistory(db, row.vacancy.id)).map(presentChange),
      allowed: waits ? (row.employerVerified ? ['approve', 'return'] : ['return']) : [],
    };
  },

  async approve({ params, body, caller, db, request }) {
    await approveVacancy(db, { caller, requestId: request.id, vacancyId: params.vacancy, ...body });
  },

  async return({ params, body, caller, db, request }) {
    await returnVacancy(db, { caller, requestId: request.id, vacancyId: params.vacancy, ...body });
  },
});

async function card(db: Db, row: OwnVacancyRow, firstTime: boolean) {
  const { vacancy, employer, employerId, employerVerified } = row;
  const check = await checkVacancy(db, row);
  return {
    id: vacancy.id,
    title: vacancy.title,
    employer,
    employerId,
    employerVerified,
    firstTime,
    pay: payText(vacancy),
    headcount: vacancy.headcount,
    waitingSince: (vacancy.submittedAt ?? vacancy.createdAt).toISOString(),
    verdict: check.verdict,
    check,
  };
}
