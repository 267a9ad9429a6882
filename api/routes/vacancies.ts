import { reportReason } from '#contract/codes/market.ts';
import type { vacancyRoutes } from '#contract/routes/vacancies.ts';
import { reportVacancy } from '#drizzle/queries/help.ts';
import { databaseDay, findOpenVacancy } from '#drizzle/queries/vacancies.ts';
import { similarDocuments } from '#drizzle/queries/vacancySearch.ts';
import { presentVacancy } from '../presenters/vacancy.ts';
import { Problem } from '../problem.ts';
import type { Handlers } from '../register.ts';
import { remember } from '../remember.ts';
import { openPlaces } from '../search/places.ts';
import { card, openVacancySearch } from '../search/vacancies.ts';
import type { Services } from '../services.ts';

export function vacancyHandlers({
  db,
  search,
  log,
}: Pick<Services, 'db' | 'search' | 'log'>): Handlers<typeof vacancyRoutes> {
  const places = openPlaces(db);
  const today = remember((_: 'day') => databaseDay(db), { seconds: 30 });
  const vacancies = openVacancySearch({
    db,
    client: search.client,
    places,
    onEngineAway: (error) => log.warn({ err: error }, 'search engine away, the database answers'),
  });

  return {
    search: async ({ query }) => vacancies.search(query, await today('day')),

    async detail({ params, query, db }) {
      const found = await findOpenVacancy(db, params.vacancy);
      if (!found) throw new Problem('not_found');
      return presentVacancy(found, query.from ? await places.minutesFrom(query.from) : undefined);
    },

    async similar({ params, query, db }) {
      const documents = await similarDocuments(db, params.vacancy, SIMILAR);
      if (!documents) throw new Problem('not_found');
      const minutes = query.from ? await places.minutesFrom(query.from) : undefined;
      return { items: documents.map((document) => card(document, minutes)) };
    },

    async report({ params, body, db }) {
      if (!(await findOpenVacancy(db, params.vacancy))) throw new Problem('not_found');
      await reportVacancy(db, params.vacancy, body.reason, reportReason.label(body.reason));
      return undefined;
    },
  };
}

/** Similar vacancies shown below one. */
const SIMILAR = 4;
