import { and, eq, like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#drizzle/db.ts';
import { findImport, moveImport } from '#drizzle/queries/imports.ts';
import { finishCommit } from '#drizzle/queries/importWork.ts';
import * as tables from '#drizzle/schema/index.ts';
import { generateWorld } from '../../../seed/generateWorld.ts';
import { peopleRecords } from '../../../seed/ledgers/records.ts';
import { type ImportBench, importBench } from '../../helpers/imports.ts';
import { anUpload, theBatch, until } from '../../helpers/workers.ts';

const people = [...peopleRecords(generateWorld({ scale: 1 / 400 }))];

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.close());

describe('an import', () => {
  it('changes nothing twice, however often its jobs come, one after another or at once', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people);
    await Promise.all([bench.check(batch), bench.check(batch)]);
    await bench.check(batch);
    await Promise.all([bench.commit(batch), bench.commit(batch)]);
    await bench.commit(batch);
    expect(await db.$count(tables.person)).toBe(people.length);
    expect(await db.$count(tables.importRow)).toBe(people.length);
    const finished = and(like(tables.audit.action, 'import.committed'), eq(tables.audit.subjectId, batch));
    expect(await db.$count(tables.audit, finished)).toBe(1);
    await Promise.all([bench.undo(batch), bench.undo(batch)]);
    expect(await db.$count(tables.person)).toBe(0);
  });

  it('that somebody gives up or stops while a worker is at it goes no further', async () => {
    const { db } = bench;
    /** Has `step` happen while `work` waits for the batch. */
    const meanwhile = async (work: () => Promise<void>, step: (db: Db) => Promise<unknown>) => {
      const working = await db.transaction(async (db) => {
        await step(db);
        const begun = work();
        await until(() => isWaiting(bench.db));
        return { begun };
      });
      await working.begun;
    };
    const given = await anUpload(bench, 'people', people);
    await moveImport(db, given, 'uploaded', 'checking');
    await meanwhile(
      () => bench.check(given),
      (db) => moveImport(db, given, 'checking', 'discarded'),
    );
    expect(await theBatch(db, given)).toMatchObject({ status: 'discarded', counts: null });
    expect(await db.$count(tables.importRow)).toBe(0);

    const stopped = await anUpload(bench, 'people', people);
    await bench.check(stopped);
    await moveImport(db, stopped, 'checked', 'committing');
    await meanwhile(
      () => bench.write(stopped),
      (db) => finishCommit(db, stopped, 7),
    );
    expect(await findImport(db, { path: '' }, stopped)).toMatchObject({
      status: 'committed',
      written: { committed: 0, waiting: people.length, undone: 0 },
    });
    expect(await db.$count(tables.person)).toBe(0);
  });

  it('of a file that is no ledger ends with a word people understand', async () => {
    const batch = await anUpload(bench, 'vacancies', []);
    const other = await bench.storage.put([Buffer.from('not a ledger at all')]);
    await bench.db
      .update(tables.importBatch)
      .set({ fileHash: other.key })
      .where(eq(tables.importBatch.id, batch));
    await bench.check(batch);
    const { status, failure } = await theBatch(bench.db, batch);
    expect(status).toBe('failed');
    expect(failure).toMatch(/\p{Script=Han}{4}/u);
  });
});

async function isWaiting(db: Db): Promise<boolean> {
  const rows = await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
