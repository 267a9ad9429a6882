import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDb } from '#platform/connections.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';

let scratch: TestDatabase;
let database: Database;

beforeAll(async () => {
  scratch = await testDb();
  // One connection, so that what it has prepared can be asked.
  database = openDb(scratch.url, { pool: 1 });
});
afterAll(async () => {
  await database.close();
  await scratch.close();
});

const prepared = async (part: string) => {
  const rows = await database.sql<{ statement: string }[]>`
    select statement from pg_prepared_statements where statement like ${`%${part}%`} and statement not like '%pg_prepared%'`;
  return rows.length;
};

it('prepares what comes again, in transactions too, and leaves alone what comes once', async () => {
  const ask = (n: number) => database.db.execute(sql`select ${n}::int + 1 as again`);
  await database.db.execute(sql`select ${1}::int as once`);
  for (let n = 0; n < 5; n++) await ask(n);
  expect(await ask(41)).toMatchObject([{ again: 42 }]);
  await database.db.transaction((db) =>
    db.transaction(async (db) => {
      for (let n = 0; n < 5; n++) await db.execute(sql`select ${n}::int as within`);
    }),
  );
  expect(await prepared('as again')).toBe(1);
  expect(await prepared('as within')).toBe(1);
  expect(await prepared('as once')).toBe(0);
});

it('stops preparing before the server is full of texts', async () => {
  for (let width = 1; width <= 400; width++) {
    const list = sql.join(
      Array.from({ length: width }, (_, i) => sql`${i}::int`),
      sql`, `,
    );
    for (let n = 0; n < 4; n++)
      await database.db.execute(sql`select count(*) as wide from (values (${list})) v`);
  }
  expect(await prepared('as wide')).toBeLessThanOrEqual(300);
  expect(await prepared('as wide')).toBeGreaterThan(0);
});

it('asks again when a table has changed under a prepared statement', async () => {
  await database.db.execute(sql`create table changing (a int)`);
  await database.db.execute(sql`insert into changing values (1)`);
  const ask = () => database.db.execute(sql`select * from changing where a > ${0}::int`);
  for (let n = 0; n < 5; n++) await ask();
  await database.db.execute(sql`alter table changing add column b int default 2`);
  expect(await ask()).toMatchObject([{ a: 1, b: 2 }]);
});
