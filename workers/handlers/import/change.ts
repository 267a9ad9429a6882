import type { LedgerTable, Touch, Values, Write } from '#drizzle/queries/ledgerWrites.ts';

/** Columns a ledger row speaks of: undefined where it is silent, and then nothing changes. */
export type Told<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** null and an empty list are silence. */
export const said = <T>(value: T | null): T | undefined =>
  value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;

/** The former values of the columns that are told otherwise; null when there are none. */
export function formerOf(now: Values, told: Values): Values | null {
  const changed = Object.keys(told).filter(
    (name) => told[name] !== undefined && !same(now[name], told[name]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, now[name] ?? null]));
}

/** Lists are sets here; everything else compares as it stands. */
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return (a ?? null) === (b ?? null);
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** A new row: what is told over what a row has that nothing is told of. */
export const creation = (
  table: LedgerTable,
  id: string,
  blank: Values,
  told: Values,
  version: number | null,
): Write => ({
  table,
  id,
  was: null,
  version,
  row: { ...blank, ...spoken(told) },
});

/** A change of an existing row, whole so that all rows of a table have the same columns; null when nothing is new. */
export function revision(
  table: LedgerTable,
  id: string,
  columns: readonly string[],
  now: Values,
  told: Values,
): Write | null {
  const was = formerOf(now, told);
  if (was === null) return null;
  const next: Values = { ...now, ...spoken(told) };
  const row = Object.fromEntries(columns.map((name) => [name, next[name]]));
  return { table, id, was, version: typeof now.version === 'number' ? now.version + 1 : null, row };
}

/** Raises the version of a row whose dependants change: what is read as one thing is guarded as one. */
export const bump = (
  table: LedgerTable,
  id: string,
  columns: readonly string[],
  now: Values & { readonly version: number },
): Write => ({
  table,
  id,
  was: {},
  version: now.version + 1,
  row: Object.fromEntries(columns.map((name) => [name, now[name]])),
});

const spoken = (told: Values): Values =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));

export const touchOf = ({ table, id, was, version }: Write): Touch => ({ table, id, was, version });
