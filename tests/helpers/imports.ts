import { asc } from 'drizzle-orm';
import type { ImportCounts } from '#contract/routes/imports.ts';
import { moveImport } from '#drizzle/queries/imports.ts';
import * as tables from '#drizzle/schema/index.ts';
import { handlers } from '../../workers/handlers.ts';
import { theBatch, workerBench } from './workers.ts';

const { signal } = new AbortController();

/** A worker with an empty database of its own, and the jobs of an import as the queue calls them. */
export async function importBench() {
  const bench = await workerBench();
  const { db, parts } = bench;
  const write = (batchId: string) => handlers['import.commit']({ batchId }, parts, signal);
  return {
    ...bench,
    check: (batchId: string) => handlers['import.check']({ batchId }, parts, signal),
    write,
    /** somebody says yes, and the rows are written */
    async commit(batchId: string) {
      await moveImport(db, batchId, 'checked', 'committing');
      await write(batchId);
    },
    async undo(batchId: string) {
      await moveImport(db, batchId, 'committed', 'undoing');
      await handlers['import.undo']({ batchId }, parts, signal);
    },
    counts: async (batchId: string) => (await theBatch(db, batchId)).counts as ImportCounts,
    /** Everything a ledger may write. */
    async everything() {
      const [households, persons, identities, spells, employers, posts] = await Promise.all([
        db.select().from(tables.household).orderBy(asc(tables.household.number)),
        db.select().from(tables.person).orderBy(asc(tables.person.id)),
        db.select().from(tables.personIdentity).orderBy(asc(tables.personIdentity.person)),
        db.select().from(tables.spell).orderBy(asc(tables.spell.id)),
        db.select().from(tables.employer).orderBy(asc(tables.employer.id)),
        db.select().from(tables.vacancy).orderBy(asc(tables.vacancy.id)),
      ]);
      return { households, persons, identities, spells, employers, posts };
    },
  };
}

export type ImportBench = Awaited<ReturnType<typeof importBench>>;

/** What a person would read: rows without the version and the time of the last write. */
export const meaning = (rows: Awaited<ReturnType<ImportBench['everything']>>) =>
  JSON.parse(
    JSON.stringify(rows, (key, value) => (key === 'version' || key === 'updatedAt' ? undefined : value)),
  );
