import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as tables from '#drizzle/schema/index.ts';
import { blindIndex, decryptField, verifyPassword } from '#platform/crypto.ts';
import { demoAccounts, loadDemoAccounts } from '../../seed/accounts.ts';
import type { WorldRows } from '../../seed/generateWorld.ts';
import { clearWorld, isEmptyWorld } from '../../seed/load.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { anAccount, aPerson, aSpell, aVacancy, aWorld, testKeys } from '../helpers/world.ts';

let database: TestDatabase;
let world: WorldRows;

beforeAll(async () => {
  database = await testDb();
  world = await aWorld(database.db);
});
afterAll(() => database.close());

it('writes every row once, with its arrays, dates and nulls', async () => {
  const { db } = database;
  expect(await isEmptyWorld(db)).toBe(false);
  const rows = await db.select().from(tables.person).orderBy(tables.person.id);
  const expected = [...world.persons].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(rows.map(({ version: _, createdAt: __, updatedAt: ___, ...row }) => row)).toEqual(expected);
  const vacancies = await db.select().from(tables.vacancy).orderBy(tables.vacancy.id);
  const sorted = [...world.vacancies].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(vacancies.map(({ id, publishedAt, skills }) => ({ id, publishedAt, skills }))).toEqual(
    sorted.map(({ id, publishedAt, skills }) => ({ id, publishedAt, skills })),
  );
});

it('seals ID numbers under the record they belong to', async () => {
  const [row] = await database.db.select().from(tables.personIdentity).limit(1);
  const { idNumber } = world.identities.find(({ person }) => person === row!.person)!;
  const record = `person:${row!.person}:id_number`;
  expect(decryptField(testKeys.fieldKeys, record, row!.idNumberSealed!)).toBe(idNumber);
  expect(row!.idNumberIndex).toBe(blindIndex(testKeys.blindIndexKey, 'id_number', idNumber));
  expect(JSON.stringify(row)).not.toContain(idNumber);
});

it('leaves one audit row without names and one event that rebuilds the search', async () => {
  const { db } = database;
  expect(
    await db.select({ job: tables.outbox.job, payload: tables.outbox.payload }).from(tables.outbox),
  ).toEqual([{ job: 'search.rebuild', payload: { index: 'all' } }]);
  const [row] = await db.select().from(tables.audit);
  expect(row).toMatchObject({ action: 'world.seeded', details: { persons: world.persons.length } });
});

it('changes nothing when it fails half-way', async () => {
  const { db } = database;
  await expect(aWorld(db)).rejects.toThrow();
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(tables.person);
  expect(row?.count).toBe(world.persons.length);
});

it('makes demo accounts of every role that open with the printed password', async () => {
  const { db } = database;
  await loadDemoAccounts(db, world);
  const rows = await db.select().from(tables.account);
  expect(new Set(rows.map(({ role }) => role)).size).toBe(8);
  const bureau = rows.find(({ login }) => login === 'liupanshui')!;
  expect(await verifyPassword(bureau.passwordHash, demoAccounts[0]!.password)).toBe(true);
  expect(rows.find(({ role }) => role === 'seeker')?.person).not.toBeNull();
  expect(rows.find(({ role }) => role === 'employer')?.employer).not.toBeNull();
});

it('builds single rows with the parents they need', async () => {
  const fresh = await testDb();
  try {
    const person = await aPerson(fresh.db, { sex: '1' }, { name: '阿鲁·木呷' });
    expect(person.identity.name).toBe('阿鲁·木呷');
    expect((await aSpell(fresh.db, person.id)).endedOn).toBeNull();
    expect((await aVacancy(fresh.db)).status).toBe('published');
    const account = await anAccount(fresh.db, 'bureau');
    expect(await verifyPassword(account.passwordHash, account.password)).toBe(true);
  } finally {
    await fresh.close();
  }
});

it('gives way to another world, down to the last row', async () => {
  const { db } = database;
  await db.transaction(async (db) => {
    await clearWorld(db);
    expect(await isEmptyWorld(db)).toBe(true);
    const other = await aWorld(db, { scale: 1 / 400, seed: 2 });
    expect(await db.$count(tables.person)).toBe(other.persons.length);
    expect(await db.$count(tables.audit)).toBe(1);
  });
});
