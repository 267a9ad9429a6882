import type { LedgerKind } from '#ledgers/records.ts';
import type { LedgerWork } from './ledgerWork.ts';
import { peopleWork } from './people.ts';
import { vacanciesWork } from './vacancies.ts';

const works = { people: peopleWork, vacancies: vacanciesWork };

/** The work of one kind of ledger; what it stages is known to itself alone. */
export const workOf = <K extends LedgerKind>(kind: K): LedgerWork<K, unknown> =>
  works[kind] as unknown as LedgerWork<K, unknown>;
