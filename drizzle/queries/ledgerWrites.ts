import { inArray, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer, household, person, personIdentity, spell, vacancy } from '../schema/index.ts';
import { insertMany } from './insertMany.ts';
import { updateMany } from './updateMany.ts';

/** The tables a ledger writes to, parents first, with the column that names a row. */
export const ledgerTables = {
  household: { table: household, key: 'id' },
  person: { table: person, key: 'id' },
  identity: { table: personIdentity, key: 'person' },
  spell: { table: spell, key: 'id' },
  employer: { table: employer, key: 'id' },
  vacancy: { table: vacancy, key: 'id' },
} as const;
export type LedgerTable = keyof typeof ledgerTables;
const parentsFirst = Object.keys(ledgerTables) as LedgerTable[];

/** Tables whose version guards an undo; identity and spells are guarded by their person's. */
const versioned = ['household', 'person', 'employer', 'vacancy'] as const satisfies LedgerTable[];

export type Values = Readonly<Record<string, unknown>>;

/** One row written: `was` holds the former values of the columns that changed, or null for a new row. */
export interface Touch {
  readonly table: LedgerTable;
  readonly id: string;
  readonly was: Values | null;
  /** version after the write, where the table has one */
  readonly version: number | null;
}

/** A touch to be made; `row` has every column a ledger may write in this table, in one order. */
export interface Write extends Touch {
  readonly row: Values;
}

/** Makes the writes of one chunk, a statement a table and kind. Call it with the transaction that holds the rows. */
export async function applyWrites(db: Db, writes: readonly Write[]): Promise<void> {
  for (const name of parentsFirst) {
    const { table, key } = ledgerTables[name];
    const here = writes.filter((write) => write.table === name);
    const rows = (found: readonly Write[]) => found.map(({ id, row }) => ({ ...row, [key]: id }));
    await insertMany(db, table, rows(here.filter(({ was }) => was === null)) as never[]);
    await updateMany(db, table, key as never, rows(here.filter(({ was }) => was !== null)) as never[]);
  }
}

/** Locks the rows and gives their present version; a row that is gone is absent. */
export async function lockVersions(db: Db, touches: readonly Touch[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (const name of versioned) {
    const ids = idsOf(touches, name);
    if (ids.length === 0) continue;
    const { table } = ledgerTables[name];
    const rows = await db
      .select({ id: table.id, version: table.version })
      .from(table)
      .where(inArray(table.id, ids))
      .orderBy(table.id)
      .for('update');
    for (const { id, version } of rows) versions.set(id, version);
  }
  return versions;
}

/**
 * Puts everything back: new rows go, changed columns get their former values, versions rise. A household or an
 * employer that others have come to use stays.
 * @throws the driver's error 23503 when a row to go is needed by a fact recorded since
 */
export async function revertTouches(db: Db, touches: readonly Touch[]): Promise<void> {
  for (const name of parentsFirst.toReversed()) {
    const here = touches.filter((touch) => touch.table === name);
    await deleteRows(
      db,
      name,
      here.filter(({ was }) => was === null).map(({ id }) => id),
    );
    await restoreRows(
      db,
      name,
      here.filter(({ was }) => was !== null),
    );
  }
}

/** Rows without an own reason to stay, see `revertTouches`. */
const unused = {
  household: sql`not exists (select 1 from person where person.household = household.id)`,
  employer: sql`not exists (select 1 from vacancy where vacancy.employer = employer.id)`,
};

async function deleteRows(db: Db, name: LedgerTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { table, key } = ledgerTables[name];
  const named = inArray((table as unknown as Record<string, typeof household.id>)[key]!, [...ids]);
  const condition = name === 'household' || name === 'employer' ? sql`${named} and ${unused[name]}` : named;
  await db.delete(table).where(condition);
}

/** Rows lost different columns, so each is read and written back whole. */
async function restoreRows(db: Db, name: LedgerTable, touches: readonly Touch[]): Promise<void> {
  if (touches.length === 0) return;
  const { table, key } = ledgerTables[name];
  const column = (table as unknown as Record<string, typeof household.id>)[key]!;
  const rows: Values[] = await db
    .select()
    .from(table as typeof household)
    .where(inArray(column, idsOf(touches, name)));
  const was = new Map(touches.map((touch) => [touch.id, touch.was]));
  const columns = [...new Set(touches.flatMap((touch) => Object.keys(touch.was!)))];
  const restored = rows.map((row) => {
    const former: Values = { ...row, ...was.get(row[key] as string) };
    return Object.fromEntries([key, ...columns].map((name) => [name, former[name]]));
  });
  await updateMany(db, table, key as never, restored as never[]);
}

const idsOf = (touches: readonly Touch[], name: LedgerTable) => [
  ...new Set(touches.filter(({ table }) => table === name).map(({ id }) => id)),
];
