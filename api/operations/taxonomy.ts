import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { addWords, currentVersion, dropWords, type NewWord, openVersion } from '#drizzle/queries/taxonomy.ts';
import { Problem } from '../problem.ts';
import type { Act } from './act.ts';

export interface TaxonomyChange {
  readonly base: number;
  readonly note: string;
  readonly add: readonly NewWord[];
  readonly drop: readonly string[];
}

/**
 * Publishes the next version of the words; every search document carries them, so the index is built anew.
 * @returns the number of the new version
 * @throws Problem version_conflict when the words changed since `base`
 */
export async function publishTaxonomy(
  db: Db,
  { caller, requestId, base, note, add, drop }: Act & TaxonomyChange,
): Promise<number> {
  return db.transaction(async (db) => {
    const version = base + 1;
    const opened =
      (await currentVersion(db)) === base &&
      (await openVersion(db, { number: version, note, author: caller.id }));
    if (!opened) throw new Problem('version_conflict');
    const dropped = await dropWords(db, drop, version);
    const added = await addWords(db, add, version);
    await recordAudit(db, {
      actor: caller,
      action: 'taxonomy.published',
      subject: 'taxonomy',
      subjectId: String(version),
      details: { added, dropped },
      requestId,
    });
    await emit(db, 'search.rebuild', { index: 'vacancies' });
    return version;
  });
}
