import type { z } from 'zod';
import type { vacancyCard } from '#contract/routes/vacancies.ts';
import { dayNumber } from '#contract/search/vacancies.ts';
import type { Db } from '#drizzle/db.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { openDocumentsByIds } from '#drizzle/queries/vacancySearch.ts';
import type { Places } from '../search/places.ts';
import { card } from '../search/vacancies.ts';
import { suitedVacancies } from './forMe.ts';

export type SuitedCard = z.output<typeof vacancyCard> & {
  readonly score: number;
  readonly reasons: string[];
};

/** The open vacancies that suit a person, best first, as cards with the minutes from home. */
export async function suitedCards(
  db: Db,
  places: Places,
  personId: string,
  settlement: { readonly code: string; readonly path: string },
): Promise<SuitedCard[]> {
  const suited = await suitedVacancies(db, personId, settlement.path);
  const today = dayNumber(await databaseDay(db));
  const ids = suited.map(({ vacancy }) => vacancy);
  const documents = new Map((await openDocumentsByIds(db, ids, today)).map((one) => [one.id, one]));
  const minutes = await places.minutesFrom(settlement.code);
  return suited.flatMap(({ vacancy, score, reasons }) => {
    const document = documents.get(vacancy);
    return document ? [{ ...card(document, minutes), score, reasons: [...reasons] }] : [];
  });
}
