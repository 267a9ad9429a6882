import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../db.ts';

/**
 * Updates any number of rows by `key` with one JSON parameter; all rows must have the keys of the first.
 * `version` rises and `updatedAt` moves by themselves where a table has them.
 */
export async function updateMany<T extends PgTable>(
  db: Db,
  table: T,
  key: keyof T['$inferSelect'] & string,
  rows: readonly Partial<T['$inferSelect']>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const all = getTableColumns(table);
  const columns = Object.entries(all).filter(([name]) => Object.hasOwn(first, name));
  const types = columns.map(([name, column]) => sql`${sql.identifier(name)} ${sql.raw(column.getSQLType())}`);
  const set = columns
    .filter(([name]) => name !== key)
    .map(([name]) => sql`${sql.identifier(toSnakeCase(name))} = row.${sql.identifier(name)}`);
  if ('version' in all) set.push(sql`version = old.version + 1`);
  if ('updatedAt' in all) set.push(sql`updated_at = now()`);
  await db.execute(sql`
    update ${sql.identifier(getTableName(table))} as old set ${sql.join(set, sql`, `)}
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as row(${sql.join(types, sql`, `)})
    where old.${sql.identifier(toSnakeCase(key))} = row.${sql.identifier(key)}`);
}
