import { employerStatus } from '#contract/codes/work.ts';
import type { hiringRoutes } from '#contract/routes/hiring.ts';
import type { Db } from '#drizzle/db.ts';
import type { ApplicationRow } from '#drizzle/queries/applicationLife.ts';
import { listApplications } from '#drizzle/queries/applications.ts';
import {
  accreditationOf,
  employerCounts,
  endingSoon,
  returnedVacancies,
} from '#drizzle/queries/employerOverview.ts';
import { findEmployer } from '#drizzle/queries/employers.ts';
import { findOwnVacancy } from '#drizzle/queries/vacancyLife.ts';
import { personsByIds } from '#drizzle/queries/world.ts';
import { openFit } from '../fit/fit.ts';
import { listSuggestions } from '../fit/suggestions.ts';
import { type Answer, answerApplication, giveOpinion, revealContact } from '../operations/applications.ts';
import { hire } from '../operations/hire.ts';
import { invite } from '../operations/invite.ts';
import { presentReceived } from '../presenters/application.ts';
import { found } from '../problem.ts';
import type { Call, Handlers } from '../register.ts';

type Step = Call<(typeof hiringRoutes)['contact' | 'pool' | 'interview' | 'trial' | 'refuse']>;

export const hiringHandlers = (): Handlers<typeof hiringRoutes> => ({
  async overview({ caller, db }) {
    const { employer: mine, recheckDue } = found(await findEmployer(db, found(caller.employer)));
    const counts = await employerCounts(db, mine.id);
    const { items } = await listApplications(db, { employer: mine.id }, { page: 1, size: 5, open: true });
    const { id, name, status, suspendedReason, recheckOn, answerRate } = mine;
    return {
      employer: {
        id,
        name,
        status,
        statusLabel: employerStatus.label(status),
        verified: status === 'verified',
        suspendedReason,
        recheckOn,
        recheckDue,
        accredited: await accreditationOf(db, mine.id),
      },
      answerRate,
      ...counts,
      returned: await returnedVacancies(db, mine.id),
      ending: await endingSoon(db, mine.id),
      oldest: items.filter(({ application }) => application.status === 'recommended').map(waiting),
    };
  },

  async applications({ query: { page, size, vacancy, open }, caller, db }) {
    const employer = found(caller.employer);
    if (vacancy) found(await findOwnVacancy(db, { employer }, vacancy));
    const filter = { page, size, vacancy, open: open === 'true' };
    const { items, total } = await listApplications(db, { employer }, filter);
    return { page, size, total, items: await withReasons(db, items) };
  },

  async suggestions({ params, caller, db }) {
    return { items: await listSuggestions(db, found(caller.employer), params.vacancy) };
  },

  async invite({ params, caller, db, request }) {
    const act = { caller, requestId: request.id };
    await invite(db, { ...act, vacancyId: params.vacancy, personId: params.person });
  },

  contact: (call) => answer(call, { action: 'contact' }),
  pool: (call) => answer(call, { action: 'pool' }),
  interview: (call) => answer(call, { action: 'interview', ...call.body }),
  trial: (call) => answer(call, { action: 'trial', ...call.body }),
  refuse: (call) => answer(call, { action: 'refuse', ...call.body }),

  async hire({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, applicationId: params.application };
    return presentReceived(await hire(db, { ...act, ...body }), []);
  },

  async opinion({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, applicationId: params.application };
    return presentReceived(await giveOpinion(db, { ...act, opinion: body.opinion }), []);
  },

  async reveal({ params, caller, db, request, reply }) {
    reply.header('cache-control', 'no-store');
    return revealContact(db, { caller, requestId: request.id, applicationId: params.application });
  },
});

async function answer(
  { params, caller, db, request }: Pick<Step, 'params' | 'caller' | 'db' | 'request'>,
  given: Answer,
) {
  const act = { caller, requestId: request.id, applicationId: params.application };
  return presentReceived(await answerApplication(db, { ...act, answer: given }), []);
}

const waiting = (row: ApplicationRow) => {
  const { id, vacancy, title, name, daysLeft } = presentReceived(row, []);
  return { id, vacancy, title, name, daysLeft };
};

/** Each with why the two fit; people the ledgers no longer count as labour have no reasons. */
async function withReasons(db: Db, rows: readonly ApplicationRow[]) {
  const vacancies = [...new Set(rows.map(({ application }) => application.vacancy))];
  const fit = await openFit(
    db,
    await personsByIds(
      db,
      rows.map(({ person }) => person.id),
    ),
    vacancies,
  );
  return rows.map((row) => {
    const person = fit.person(row.person.id);
    const vacancy = fit.vacancy(row.application.vacancy);
    return presentReceived(row, person && vacancy ? fit.forEmployer(person, vacancy).reasons : []);
  });
}
