import { skillName } from '#contract/codes/skill.ts';
import type { workerRoutes } from '#contract/routes/workers.ts';
import { isVerifiedEmployer } from '#drizzle/queries/employers.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { workerCards } from '#drizzle/queries/workers.ts';
import { presentWorker } from '../presenters/worker.ts';
import { Problem } from '../problem.ts';
import type { Handlers } from '../register.ts';
import { listed } from '../search/facets.ts';
import { withFallback } from '../search/fallback.ts';
import { openPlaces } from '../search/places.ts';
import { type WorkerCriteria, workersByDatabase, workersByEngine } from '../search/workers.ts';
import type { Services } from '../services.ts';

export function workerHandlers({
  db,
  search,
  log,
}: Pick<Services, 'db' | 'search' | 'log'>): Handlers<typeof workerRoutes> {
  const places = openPlaces(db);

  const find = withFallback(
    (criteria: WorkerCriteria) => workersByEngine(search.client, criteria),
    (criteria: WorkerCriteria) => workersByDatabase(db, criteria),
    (error) => log.warn({ err: error }, 'search engine away, the database answers'),
  );

  return {
    async search({ query, caller, db }) {
      const forStaff = caller.role !== 'employer';
      if (!forStaff && !(caller.employer && (await isVerifiedEmployer(db, caller.employer)))) {
        throw new Problem('forbidden', { detail: '单位核验通过后才能按技能找人' });
      }
      const region = await findRegion(db, caller.region, query.region ?? caller.region.code);
      if (!region) throw new Problem('not_found');

      const found = await find({
        text: query.q || undefined,
        skills: query.skill,
        // Employers see only who is looking for work, and never whose household is in need.
        seeking: forStaff ? query.seeking : true,
        zero: forStaff ? query.zero : undefined,
        region,
        page: query.page,
        size: query.size,
      });
      const [cards, settlements] = await Promise.all([
        workerCards(db, region, found.ids),
        places.settlements(),
      ]);
      return {
        items: cards.map((row) => presentWorker(row, forStaff)),
        total: found.total,
        page: query.page,
        size: query.size,
        facets: {
          skill: listed(found.skill, skillName),
          settlement: listed(found.settlement, (code) => settlements.get(code)?.name ?? code),
        },
        degraded: found.degraded,
      };
    },
  };
}
