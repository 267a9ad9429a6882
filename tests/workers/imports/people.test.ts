import { and, asc, count, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findImport } from '#drizzle/queries/imports.ts';
import * as tables from '#drizzle/schema/index.ts';
import type { PersonRecord } from '#ledgers/records.ts';
import { decryptField } from '#platform/crypto.ts';
import { generateWorld } from '../../../seed/generateWorld.ts';
import { peopleRecords } from '../../../seed/ledgers/records.ts';
import { type ImportBench, importBench, meaning } from '../../helpers/imports.ts';
import { anUpload, theBatch } from '../../helpers/workers.ts';
import { aVacancy, aWorld, home, testKeys } from '../../helpers/world.ts';

const world = generateWorld({ scale: 1 / 400 });
const people = [...peopleRecords(world)];

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.close());

describe('the people of a ledger', { timeout: 120_000 }, () => {
  it('are checked, written, recognised when they come again, and taken back', async () => {
    const { db } = bench;
    const first = await anUpload(bench, 'people', people);
    await bench.check(first);
    expect(await theBatch(db, first)).toMatchObject({ status: 'checked', rowsDone: people.length });
    expect(await bench.counts(first)).toMatchObject({
      rows: people.length,
      valid: people.length,
      added: people.length,
      groups: world.households.length,
    });
    expect(await db.$count(tables.person)).toBe(0);

    await bench.commit(first);
    const written = await bench.everything();
    expect(written.persons).toHaveLength(people.length);
    expect(written.households).toHaveLength(world.households.length);
    expect((await theBatch(db, first)).undoUntil!.getTime()).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);

    const again = await anUpload(bench, 'people', people);
    await bench.check(again);
    expect(await bench.counts(again)).toMatchObject({ same: people.length, added: 0, changed: 0 });
    await bench.commit(again);
    expect(await bench.everything()).toEqual(written);

    await bench.undo(first);
    expect(await theBatch(db, first)).toMatchObject({ status: 'undone', failure: null });
    expect(meaning(await bench.everything())).toEqual({
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
    await bench.check(batch);
    await bench.commit(batch);
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
    await bench.check(batch);
    await bench.commit(batch);
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
    await bench.check(batch);
    const before = await bench.everything();
    expect(await bench.counts(batch)).toMatchObject({
      same: people.length,
      added: 0,
      changed: 0,
      invalid: 0,
    });
    await bench.commit(batch);
    expect(await bench.everything()).toEqual(before);
  });

  it('are refused where the uploader has no say, by place and by registration', async () => {
    const mine = people.filter(({ county }) => county === '水城区');
    const others = people.filter(({ county }) => county !== '水城区');
    expect(mine.length * others.length).toBeGreaterThan(0);
    const first = await anUpload(bench, 'people', people, { region: home.county });
    await bench.check(first);
    expect(await bench.counts(first)).toMatchObject({ valid: mine.length, invalid: others.length });
    const [reason] = (await bench.counts(first)).problems;
    expect(reason).toMatchObject({ code: 'out_of_region', count: others.length });
    await bench.commit(first);
    expect(await bench.db.$count(tables.person)).toBe(mine.length);

    // somebody of another county, now claimed by a household of ours
    const all = await anUpload(bench, 'people', others);
    await bench.check(all);
    await bench.commit(all);
    const claimed = [{ ...mine[0]!, ...identityOf(others[0]!) }];
    const claim = await anUpload(bench, 'people', claimed, { region: home.county });
    await bench.check(claim);
    expect(await bench.counts(claim)).toMatchObject({ valid: 0, invalid: 1 });
  });

  it('change only where the ledger says something else, and change back', async () => {
    const first = await anUpload(bench, 'people', people);
    await bench.check(first);
    await bench.commit(first);
    const before = await bench.everything();
    const worker = people.findIndex(({ employment }) => employment === 'employed');
    const changed: PersonRecord[] = people.with(worker, {
      ...people[worker]!,
      phone: '13900001111',
      employment: 'unemployed',
      ...noJob,
    });
    const second = await anUpload(bench, 'people', changed);
    await bench.check(second);
    expect(await bench.counts(second)).toMatchObject({ changed: 1, same: people.length - 1 });
    await bench.commit(second);
    const { db } = bench;
    const [identity] = await db
      .select()
      .from(tables.personIdentity)
      .where(eq(tables.personIdentity.phone, '13900001111'));
    const [person] = await db.select().from(tables.person).where(eq(tables.person.id, identity!.person));
    expect(person).toMatchObject({ employment: 'unemployed', version: 2 });
    const open = sql`${tables.spell.endedOn} is null`;
    expect(await db.$count(tables.spell, and(eq(tables.spell.person, person!.id), open))).toBe(0);

    await bench.undo(second);
    expect(meaning(await bench.everything())).toEqual(meaning(before));
    expect((await bench.everything()).persons.find(({ id }) => id === person!.id)!.version).toBe(3);
  });

  it('stay when somebody has worked on them since, and the batch says which', async () => {
    const { db } = bench;
    const batch = await anUpload(bench, 'people', people.slice(0, 50));
    await bench.check(batch);
    await bench.commit(batch);
    const [edited, refusing] = await db.select().from(tables.person).orderBy(asc(tables.person.id)).limit(2);
    await db
      .update(tables.person)
      .set({ wishMinPay: 4_000, version: sql`version + 1` })
      .where(eq(tables.person.id, edited!.id));
    const vacancy = await aVacancy(db);
    await db
      .insert(tables.refusal)
      .values({ person: refusing!.id, vacancy: vacancy.id, reason: 'pay', justified: true });

    await bench.undo(batch);
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
    await bench.check(batch);
    await bench.commit(batch);
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
    await bench.undo(batch);
    expect(await theBatch(db, batch)).toMatchObject({ status: 'undone', failure: null });
    expect(await db.$count(tables.proposal)).toBe(0);
    expect((await db.select().from(tables.matchingRun))[0]).toMatchObject({ status: 'done', current: false });
  });
});

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
