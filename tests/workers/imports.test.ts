import { and, asc, count, eq, like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportCounts } from '#contract/routes/imports.ts';
import type { Db } from '#drizzle/db.ts';
import { findImport, moveImport } from '#drizzle/queries/imports.ts';
import { finishCommit } from '#drizzle/queries/importWork.ts';
import * as tables from '#drizzle/schema/index.ts';
import type { PersonRecord } from '#ledgers/records.ts';
import { decryptField } from '#platform/crypto.ts';
import { generateWorld } from '../../seed/generateWorld.ts';
import { peopleRecords, vacancyRecords } from '../../seed/ledgers/records.ts';
import { handlers } from '../../workers/handlers.ts';
import { anUpload, theBatch, until, type WorkerBench, workerBench } from '../helpers/workers.ts';
import { aVacancy, aWorld, home, testKeys, theRegions } from '../helpers/world.ts';

const world = generateWorld({ scale: 1 / 400 });
const people = [...peopleRecords(world)];
const vacancies = [...vacancyRecords(world)];
const { signal } = new AbortController();

let bench: WorkerBench;
beforeEach(async () => {
  bench = await workerBench();
});
afterEach(() => bench.close());

const check = (batchId: string) => handlers['import.check']({ batchId }, bench.parts, signal);
async function commit(batchId: string) {
  await moveImport(bench.db, batchId, 'checked', 'committing');
  await handlers['import.commit']({ batchId }, bench.parts, signal);
}
async function undo(batchId: string) {
  await moveImport(bench.db, batchId, 'committed', 'undoing');
  await handlers['import.undo']({ batchId }, bench.parts, signal);
}
const counts = async (batch: string) => (await theBatch(bench.db, batch)).counts as ImportCounts;

/** Everything a ledger may write, without the times of writing. */
async function everything() {
  const { db } = bench;
  const [households, persons, identities, spells, employers, posts] = await Promise.all([
    db.select().from(tables.household).orderBy(asc(tables.household.number)),
    db.select().from(tables.person).orderBy(asc(tables.person.id)),
    db.select().from(tables.personIdentity).orderBy(asc(tables.personIdentity.person)),
    db.select().from(tables.spell).orderBy(asc(tables.spell.id)),
    db.select().from(tables.employer).orderBy(asc(tables.employer.id)),
    db.select().from(tables.vacancy).orderBy(asc(tables.vacancy.id)),
  ]);
  return { households, persons, identities, spells, employers, posts };
}

/** What a person would read: rows without the version and the time of the last write. */
const meaning = (rows: Awaited<ReturnType<typeof everything>>) =>
  JSON.parse(
    JSON.stringify(rows, (key, value) => (key === 'version' || key === 'updatedAt' ? undefined : value)),
  );

describe('the people of a ledger', { timeout: 120_000 }, () => {
  it('are checked, written, recognised when they come again, and taken back', async () => {
    const { db } = bench;
    const first = await anUpload(bench, 'people', people);
    await check(first);
    expect(await theBatch(db, first)).toMatchObject({ status: 'checked', rowsDone: people.length });
    expect(await counts(first)).toMatchObject({
      rows: people.length,
      valid: people.length,
      added: people.length,
      groups: world.households.length,
    });
    expect(await db.$count(tables.person)).toBe(0);

    await commit(first);
    const written = await everything();
    expect(written.persons).toHaveLength(people.length);
    expect(written.households).toHaveLength(world.households.length);
    expect((await theBatch(db, first)).undoUntil!.getTime()).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);

    const again = await anUpload(bench, 'people', people);
    await check(again);
    expect(await counts(again)).toMatchObject({ same: people.length, added: 0, changed: 0 });
    await commit(again);
    expect(await everything()).toEqual(written);

    await undo(first);
    expect(await theBatch(db, first)).toMatchObject({ status: 'undone', failure: null });
    expect(meaning(await everything())).toEqual({
      households: [],
      persons: [],
      identities: [],
      spells: [],
      employers: [],
      posts: [],
    });
  });

  it('keep their ID numbers sealed, each copy for its own place', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people.slice(0, 20));
    await check(batch);
    await commit(batch);
    const numbers = new Set(people.slice(0, 20).map(({ idNumber }) => idNumber));
    for (const { person, idNumberSealed } of await db.select().from(tables.personIdentity))
      expect(numbers).toContain(
        decryptField(testKeys.fieldKeys, `person:${person}:id_number`, idNumberSealed!),
      );
    const stored = JSON.stringify([
      await db.select().from(tables.importRow),
      await db.select().from(tables.audit),
      await db.select().from(tables.outbox),
    ]);
    for (const number of numbers) expect(stored).not.toContain(number);
  });

  it('have the search follow, and leave a trace, in the transactions that write them', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people);
    await check(batch);
    await commit(batch);
    const events = await db.select().from(tables.outbox).where(eq(tables.outbox.job, 'search.sync'));
    const ids = events.flatMap(({ payload }) => (payload as { ids: string[] }).ids);
    const persons = (await db.select({ id: tables.person.id }).from(tables.person)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(persons));
    const actions = await db
      .select({ action: tables.audit.action, rows: count() })
      .from(tables.audit)
      .where(eq(tables.audit.subjectId, batch))
      .groupBy(tables.audit.action);
    expect(Object.fromEntries(actions.map(({ action, rows }) => [action, rows]))).toEqual({
      'import.checked': 1,
      'import.rows_committed': 1,
      'import.committed': 1,
    });
  });

  it('are all known when the ledger is that of the world already there', async () => {
    await aWorld(bench.db, { scale: 1 / 400 });
    const batch = await anUpload(bench, 'people', people);
    await check(batch);
    const before = await everything();
    expect(await counts(batch)).toMatchObject({ same: people.length, added: 0, changed: 0, invalid: 0 });
    await commit(batch);
    expect(await everything()).toEqual(before);
  });

  it('are refused where the uploader has no say, by place and by registration', async () => {
    const mine = people.filter(({ county }) => county === '水城区');
    const others = people.filter(({ county }) => county !== '水城区');
    expect(mine.length * others.length).toBeGreaterThan(0);
    const first = await anUpload(bench, 'people', people, { region: home.county });
    await check(first);
    expect(await counts(first)).toMatchObject({ valid: mine.length, invalid: others.length });
    const [reason] = (await counts(first)).problems;
    expect(reason).toMatchObject({ code: 'out_of_region', count: others.length });
    await commit(first);
    expect(await bench.db.$count(tables.person)).toBe(mine.length);

    // somebody of another county, now claimed by a household of ours
    const all = await anUpload(bench, 'people', others);
    await check(all);
    await commit(all);
    const claimed = [{ ...mine[0]!, ...identityOf(others[0]!) }];
    const claim = await anUpload(bench, 'people', claimed, { region: home.county });
    await check(claim);
    expect(await counts(claim)).toMatchObject({ valid: 0, invalid: 1 });
  });

  it('change only where the ledger says something else, and change back', async () => {
    const first = await anUpload(bench, 'people', people);
    await check(first);
    await commit(first);
    const before = await everything();
    const worker = people.findIndex(({ employment }) => employment === 'employed');
    const changed: PersonRecord[] = people.with(worker, {
      ...people[worker]!,
      phone: '13900001111',
      employment: 'unemployed',
      ...noJob,
    });
    const second = await anUpload(bench, 'people', changed);
    await check(second);
    expect(await counts(second)).toMatchObject({ changed: 1, same: people.length - 1 });
    await commit(second);
    const { db } = bench;
    const [identity] = await db
      .select()
      .from(tables.personIdentity)
      .where(eq(tables.personIdentity.phone, '13900001111'));
    const [person] = await db.select().from(tables.person).where(eq(tables.person.id, identity!.person));
    expect(person).toMatchObject({ employment: 'unemployed', version: 2 });
    const open = sql`${tables.spell.endedOn} is null`;
    expect(await db.$count(tables.spell, and(eq(tables.spell.person, person!.id), open))).toBe(0);

    await undo(second);
    expect(meaning(await everything())).toEqual(meaning(before));
    expect((await everything()).persons.find(({ id }) => id === person!.id)!.version).toBe(3);
  });

  it('stay when somebody has worked on them since, and the batch says which', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people.slice(0, 50));
    await check(batch);
    await commit(batch);
    const [edited, refusing] = await db.select().from(tables.person).orderBy(asc(tables.person.id)).limit(2);
    await db
      .update(tables.person)
      .set({ wishMinPay: 4_000, version: sql`version + 1` })
      .where(eq(tables.person.id, edited!.id));
    const vacancy = await aVacancy(db);
    await db
      .insert(tables.refusal)
      .values({ person: refusing!.id, vacancy: vacancy.id, reason: 'pay', justified: true });

    await undo(batch);
    expect(
      (await db.select({ id: tables.person.id }).from(tables.person)).map(({ id }) => id).sort(),
    ).toEqual([edited!.id, refusing!.id].sort());
    const kept = await db.select().from(tables.importRow).where(eq(tables.importRow.state, 'committed'));
    expect(kept).toHaveLength(2);
    const reasons = kept.flatMap(({ problems }) => problems as { code: string; reason: string }[]);
    expect(reasons.map(({ code }) => code)).toEqual(['undo_blocked', 'undo_blocked']);
    expect(reasons.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('已经答复过推荐的岗位'),
      expect.stringContaining('资料又被改过'),
    ]);
    expect(await findImport(db, { path: '' }, batch)).toMatchObject({
      status: 'undone',
      failure: null,
      written: { committed: 2, undone: 48, waiting: 0 },
    });
  });

  it('take the plans with them that were made of them', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people.slice(0, 10));
    await check(batch);
    await commit(batch);
    const [person] = await db.select().from(tables.person).limit(1);
    const [run] = await db
      .insert(tables.matchingRun)
      .values({ region: home.city, status: 'done', current: true, today: '2026-11-22' })
      .returning();
    const { id: vacancy } = await aVacancy(db);
    const { id, household } = person!;
    await db
      .insert(tables.proposal)
      .values({ run: run!.id, person: id, household, vacancy, score: 1, parts: [], explanation: '' });
    await undo(batch);
    expect(await theBatch(db, batch)).toMatchObject({ status: 'undone', failure: null });
    expect(await db.$count(tables.proposal)).toBe(0);
    expect((await db.select().from(tables.matchingRun))[0]).toMatchObject({ status: 'done', current: false });
  });
});

describe('the vacancies of a ledger', () => {
  it('are written with their employers, recognised, and taken back', async () => {
    const first = await anUpload(bench, 'vacancies', vacancies);
    await check(first);
    expect(await counts(first)).toMatchObject({ valid: vacancies.length, added: vacancies.length });
    await commit(first);
    const written = await everything();
    expect(written.posts).toHaveLength(vacancies.length);
    expect(written.employers).toHaveLength(
      new Set(vacancies.map(({ uscc, employer }) => uscc ?? employer)).size,
    );

    const again = await anUpload(bench, 'vacancies', vacancies);
    await check(again);
    expect(await counts(again)).toMatchObject({ same: vacancies.length });
    await commit(again);
    expect(await everything()).toEqual(written);

    await undo(first);
    expect(meaning(await everything())).toMatchObject({ employers: [], posts: [] });
  });

  it('of a county stay its own, whoever uploads them again', async () => {
    const exported = vacancies.filter(({ kind }) => kind === 'labour_export').slice(0, 3);
    expect(exported.length).toBeGreaterThan(0);
    const county = await anUpload(bench, 'vacancies', exported, { region: home.county });
    await check(county);
    await commit(county);
    const offered = async () =>
      (await bench.db.select().from(tables.vacancy)).map(({ regionCode }) => regionCode);
    expect(await offered()).toEqual(exported.map(() => home.county));

    const neighbour = await anUpload(bench, 'vacancies', exported, { region: '520281' });
    await check(neighbour);
    expect(await counts(neighbour)).toMatchObject({ valid: 0, invalid: exported.length });
    const city = await anUpload(bench, 'vacancies', exported);
    await check(city);
    expect(await counts(city)).toMatchObject({ same: exported.length });
    await commit(city);
    expect(await offered()).toEqual(exported.map(() => home.county));
  });

  it('are all known when the ledger is that of the world already there', async () => {
    const world = await aWorld(bench.db, { scale: 1 / 40 });
    const ledger = [...vacancyRecords(world)];
    const before = await everything();
    const batch = await anUpload(bench, 'vacancies', ledger);
    await check(batch);
    expect(await counts(batch)).toMatchObject({ same: ledger.length, added: 0, changed: 0, problems: [] });
    await commit(batch);
    expect(await everything()).toEqual(before);

    const more = ledger.map((record) => ({ ...record, headcount: record.headcount + 1 }));
    const next = await anUpload(bench, 'vacancies', more);
    await check(next);
    expect(await counts(next)).toMatchObject({ changed: more.length, added: 0 });
    await commit(next);
    expect((await everything()).posts).toHaveLength(before.posts.length);
  });

  it('are asked which settlement is meant where a place could be several', async () => {
    await theRegions(bench.db);
    const [record] = vacancies.filter(({ kind }) => kind === 'market');
    const at = (place: string) => ({ ...record!, title: `普工 ${place}`, place });
    const batch = await anUpload(bench, 'vacancies', [
      at('钟山区大河镇便民商业街'),
      at('钟山区大河镇裕民新居安置点便民商业街'),
    ]);
    await check(batch);
    expect(await counts(batch)).toMatchObject({ valid: 1, invalid: 1 });
    const [row] = await bench.db.select().from(tables.importRow).where(eq(tables.importRow.state, 'invalid'));
    expect(row!.problems).toMatchObject([{ column: '地点', code: 'ambiguous_place' }]);
    expect((row!.problems as { reason: string }[])[0]!.reason).toContain('裕民新居安置点');
  });
});

describe('an import', () => {
  it('changes nothing twice, however often its jobs come, one after another or at once', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people);
    await Promise.all([check(batch), check(batch)]);
    await check(batch);
    await Promise.all([commit(batch), commit(batch)]);
    await commit(batch);
    expect(await db.$count(tables.person)).toBe(people.length);
    expect(await db.$count(tables.importRow)).toBe(people.length);
    const finished = and(like(tables.audit.action, 'import.committed'), eq(tables.audit.subjectId, batch));
    expect(await db.$count(tables.audit, finished)).toBe(1);
    await Promise.all([undo(batch), undo(batch)]);
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
      () => check(given),
      (db) => moveImport(db, given, 'checking', 'discarded'),
    );
    expect(await theBatch(db, given)).toMatchObject({ status: 'discarded', counts: null });
    expect(await db.$count(tables.importRow)).toBe(0);

    const stopped = await anUpload(bench, 'people', people);
    await check(stopped);
    await moveImport(db, stopped, 'checked', 'committing');
    await meanwhile(
      () => handlers['import.commit']({ batchId: stopped }, bench.parts, signal),
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
    await check(batch);
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

const identityOf = ({ idNumber, birthDate, sex, name }: PersonRecord) => ({ idNumber, birthDate, sex, name });

const noJob = {
  channel: null,
  employerName: null,
  occupation: null,
  workplace: null,
  workRegion: null,
  startedOn: null,
  endedOn: null,
  monthsThisYear: null,
  monthlyPay: null,
  contract: null,
  insurance: null,
} as const;
