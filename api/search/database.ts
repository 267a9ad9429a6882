import { soundOf } from '#contract/search/pinyin.ts';
import { queryTerms } from '#contract/search/terms.ts';
import type { Db } from '#drizzle/db.ts';
import {
  countVacancyDocuments,
  countVacancyFacet,
  searchVacancyDocuments,
  type VacancyConditions,
  type VacancyFacet,
} from '#drizzle/queries/vacancySearch.ts';
import type { Found } from './answer.ts';
import { type Criteria, type FilterKey, without } from './criteria.ts';

/** The same answer from PostgreSQL, by terms: exact words, pinyin and initials, but no forgiving of typos. */
export async function searchByDatabase(db: Db, criteria: Criteria): Promise<Found> {
  const { filters, today, text, sort, minutes, page, size } = criteria;
  const asked = (terms: readonly string[], facet?: FilterKey): VacancyConditions => ({
    ...(facet ? without(filters, facet) : filters),
    terms,
    today,
  });
  const { terms, total } = await firstThatHits(text, (candidate) =>
    countVacancyDocuments(db, asked(candidate)),
  );
  const count = (facet: VacancyFacet, own: FilterKey) => countVacancyFacet(db, facet, asked(terms, own));
  const [found, kind, form, county, payBand, care, lodging] = await Promise.all([
    searchVacancyDocuments(db, asked(terms), { text, sort, minutes, page, size }),
    count('kind', 'kind'),
    count('form', 'form'),
    count('county', 'county'),
    count('payBand', 'pay'),
    count('care', 'care'),
    count('lodging', 'lodging'),
  ]);
  return {
    found,
    total,
    facets: { kind, form, county, payBand, care: care.true ?? 0, lodging: lodging.true ?? 0 },
  };
}

/** The terms as written, or when nothing holds them, the sound of the query. */
async function firstThatHits(text: string | undefined, count: (terms: readonly string[]) => Promise<number>) {
  const written = text ? queryTerms(text) : [];
  const total = await count(written);
  const sound = text && soundOf(text);
  if (total > 0 || !sound) return { terms: written, total };
  const terms = queryTerms(sound);
  return { terms, total: await count(terms) };
}
