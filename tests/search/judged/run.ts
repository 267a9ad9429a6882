import type { Meilisearch } from 'meilisearch';
import { vacancyQuery } from '#contract/routes/vacancies.ts';
import type { Db } from '#drizzle/db.ts';
import { openPlaces } from '../../../api/search/places.ts';
import { openVacancySearch } from '../../../api/search/vacancies.ts';
import type { WorldRows } from '../../../seed/generateWorld.ts';
import { DEPTH, ndcg, recall } from './measure.ts';
import { judged } from './queries.ts';
import { answersTo, factsOf, type QueryKind } from './rules.ts';

export interface Measured {
  readonly q: string;
  readonly kind: QueryKind;
  readonly recall: number;
  readonly ndcg: number;
}

/** Puts every judged query to an engine; without a client PostgreSQL answers. */
export async function runJudged(
  { db, client }: { readonly db: Db; readonly client: Meilisearch | undefined },
  world: WorldRows,
): Promise<Measured[]> {
  const away = { multiSearch: () => Promise.reject(new Error('away')) } as unknown as Meilisearch;
  const search = openVacancySearch({
    db,
    client: client ?? away,
    places: openPlaces(db),
    onEngineAway: (error) => {
      if (client) throw error;
    },
  });
  const facts = factsOf(world);
  const measured: Measured[] = [];
  for (const { q, kind, want } of judged) {
    const answers = answersTo(facts, want);
    const { items } = await search.search(vacancyQuery.parse({ q, size: DEPTH }), world.today);
    const found = items.map(({ id }) => id);
    measured.push({ q, kind, recall: recall(found, answers), ndcg: ndcg(found, answers) });
  }
  return measured;
}

/** Means over all queries, or over those of one kind. */
export function summary(measured: readonly Measured[]): { recall: number; ndcg: number; queries: number } {
  const mean = (value: (one: Measured) => number) =>
    measured.reduce((sum, one) => sum + value(one), 0) / measured.length;
  return { recall: mean((one) => one.recall), ndcg: mean((one) => one.ndcg), queries: measured.length };
}
