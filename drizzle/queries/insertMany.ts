import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../db.ts';

/** Rows per statement: large enough to fill a round trip, small enough to hold as one JSON text. */
const batchSize = 4_000;

/**
 * Inserts any number of rows with one JSON parameter a batch, about ten times faster than `values` with a
 * parameter a cell. Rows must all have the keys of the first: a key that is absent there keeps its default.
 */
export async function insertMany<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => Object.hasOwn(first, key));
  const names = list(columns.map(([key]) => sql.identifier(toSnakeCase(key))));
  const values = list(columns.map(([key]) => sql.identifier(key)));
  const types = list(
    columns.map(([key, column]) => sql`${sql.identifier(key)} ${sql.raw(column.getSQLType())}`),
  );
  for (let start = 0; start < rows.length; start += batchSize) {
    const json = JSON.stringify(rows.slice(start, start + batchSize));
    await db.execute(sql`
      insert into ${sql.identifier(getTableName(table))} (${names})
      select ${values} from json_to_recordset(${json}::text::json) as row(${types})`);
  }
}

const list = (chunks: SQL[] | ReturnType<typeof sql.identifier>[]) => sql.join(chunks, sql`, `);
