import { and, asc, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer, vacancy } from '../schema/index.ts';

export type EmployerRow = typeof employer.$inferSelect;
export type VacancyRow = typeof vacancy.$inferSelect;

/** What the database knows of the employers and vacancies a piece of a ledger speaks of. */
export interface KnownVacancies {
  readonly employersById: ReadonlyMap<string, EmployerRow>;
  readonly employersByUscc: ReadonlyMap<string, EmployerRow>;
  /** the oldest of each name */
  readonly employersByName: ReadonlyMap<string, EmployerRow>;
  /** by key of the ledger */
  readonly vacancies: ReadonlyMap<string, VacancyRow>;
  /** of these employers, not from a ledger yet: those open or full, then those paused */
  readonly unkeyed: readonly VacancyRow[];
}

/** @param lock holds what is found until the transaction ends */
export async function knownVacancies(
  db: Db,
  wanted: {
    readonly usccs: readonly string[];
    readonly names: readonly string[];
    readonly keys: readonly string[];
  },
  lock: boolean,
): Promise<KnownVacancies> {
  const ofEmployers = db
    .select()
    .from(employer)
    .where(or(inArray(employer.uscc, [...wanted.usccs]), inArray(employer.name, [...wanted.names])))
    .orderBy(asc(employer.id));
  const employers = await (lock ? ofEmployers.for('update') : ofEmployers);
  const ids = employers.map(({ id }) => id);
  const ofVacancies = db
    .select()
    .from(vacancy)
    .where(
      or(
        inArray(vacancy.ledgerKey, [...wanted.keys]),
        ids.length === 0
          ? undefined
          : and(
              isNull(vacancy.ledgerKey),
              inArray(vacancy.employer, ids),
              inArray(vacancy.status, ['published', 'filled', 'paused']),
            ),
      ),
    )
    .orderBy(asc(vacancy.id));
  const vacancies = await (lock ? ofVacancies.for('update') : ofVacancies);
  return {
    employersById: new Map(employers.map((row) => [row.id, row])),
    employersByUscc: new Map(employers.flatMap((row) => (row.uscc ? [[row.uscc, row] as const] : []))),
    employersByName: new Map(employers.toReversed().map((row) => [row.name, row])),
    vacancies: new Map(vacancies.flatMap((row) => (row.ledgerKey ? [[row.ledgerKey, row] as const] : []))),
    unkeyed: vacancies
      .filter((row) => row.ledgerKey === null)
      .toSorted((a, b) => Number(a.status === 'paused') - Number(b.status === 'paused')),
  };
}

/** Ids of all vacancies of these employers. */
export async function vacanciesOfEmployers(db: Db, employers: readonly string[]): Promise<string[]> {
  if (employers.length === 0) return [];
  const rows = await db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(inArray(vacancy.employer, [...employers]));
  return rows.map(({ id }) => id);
}
