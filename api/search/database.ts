import { pinyinTokens } from '#contract/search/pinyin.ts';
import type { Db } from '#drizzle/db.ts';
import {
  countVacancyDocuments,
  countVacancyFacet,
  namesOfOpenVacancies,
  searchVacancyDocuments,
  type VacancyConditions,
  type VacancyFacet,
} from '#drizzle/queries/vacancySearch.ts';
import { remember } from '../remember.ts';
import type { Found } from './answer.ts';
import { type Criteria, type FilterKey, without } from './criteria.ts';
import { firstThatHits } from './hits.ts';

/** The same answer from PostgreSQL, by terms. */
export async function searchByDatabase(db: Db, criteria: Criteria): Promise<Found> {
  const { filters, today, text, sort, minutes, page, size } = criteria;
  const asked = (terms: readonly string[], facet?: FilterKey): VacancyConditions => ({
    ...(facet ? without(filters, facet) : filters),
    terms,
    today,
  });
  const { said, terms, total } = await firstThatHits(
    text,
    (candidate) => countVacancyDocuments(db, asked(candidate)),
    () => knownSounds(db),
  );
  const count = (facet: VacancyFacet, own: FilterKey) => countVacancyFacet(db, facet, asked(terms, own));
  const [found, kind, form, county, payBand, care, lodging] = await Promise.all([
    searchVacancyDocuments(db, asked(terms), { text: said, sort, minutes, page, size }),
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

/** Sounds of all names and words that stand in open vacancies. */
const knownSounds = remember(async (db: Db): Promise<ReadonlySet<string>> => {
  const names = await namesOfOpenVacancies(db);
  return new Set(names.flatMap((name) => pinyinTokens(name).py));
});
