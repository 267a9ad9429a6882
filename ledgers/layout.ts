/** Finds the ledger in a file: which sheet, which header, which columns. */
import type { ColumnTable, Header } from './columns/header.ts';
import { findHeader, headerSearchRows } from './columns/header.ts';
import { peopleColumns } from './columns/people.ts';
import { vacancyColumns } from './columns/vacancies.ts';
import type { LedgerKind } from './records.ts';
import { LedgerRefused } from './refusal.ts';
import type { Row } from './sheet/cell.ts';
import type { OpenFile, OpenSheet } from './sheet/open.ts';

export interface Layout {
  readonly sheet: OpenSheet;
  readonly header: Header;
  /** headers nobody knows, in the order of the file; their content is not read */
  readonly unknownColumns: readonly string[];
  /** known columns the file lacks, by their clean names */
  readonly missingColumns: readonly string[];
  /** other visible sheets that look like the same ledger and are not read */
  readonly otherSheets: readonly string[];
}

export const tables = { people: peopleColumns, vacancies: vacancyColumns } as const;
const ledgerNames: Record<LedgerKind, string> = { people: '劳动力就业台账', vacancies: '用工需求台账' };

/** Throws LedgerRefused `other_ledger`, `no_header` or `missing_columns`, naming what is wanted. */
export async function findLayout(file: OpenFile, kind: LedgerKind): Promise<Layout> {
  const table: ColumnTable = tables[kind];
  const found: { sheet: OpenSheet; header: Header }[] = [];
  for (const sheet of file.sheets) {
    const header = findHeader(await firstRows(sheet), table);
    if (header !== null) found.push({ sheet, header });
  }
  const required = Object.keys(table).filter((key) => table[key]!.required !== 'no');
  const best = found.reduce<(typeof found)[number] | null>(
    (most, next) => (most === null || next.header.columns.size > most.header.columns.size ? next : most),
    null,
  );
  const other = kind === 'people' ? 'vacancies' : 'people';
  if (await reads(file, other, best?.header.columns.size ?? 0))
    throw new LedgerRefused(
      'other_ledger',
      `这份是${ledgerNames[other]}，不是${ledgerNames[kind]}。请放到“${ledgerNames[other]}”一栏上传`,
    );
  if (best === null) {
    const names = required.map((key) => table[key]!.header).join('、');
    throw new LedgerRefused('no_header', `没有找到${ledgerNames[kind]}的表头。至少要有这些列：${names}`);
  }
  const { sheet, header } = best;
  const missing = Object.keys(table).filter((key) => !header.columns.has(key));
  const lacking = missing.filter((key) => table[key]!.required !== 'no').map((key) => table[key]!.header);
  if (kind === 'vacancies' && missing.includes('pay') && missing.includes('payMethod'))
    lacking.push('工资计发方式');
  if (lacking.length > 0)
    throw new LedgerRefused('missing_columns', `${ledgerNames[kind]}缺少这些列：${lacking.join('、')}`);
  const known = new Set(header.columns.values());
  return {
    sheet,
    header,
    unknownColumns: header.texts.filter((text, i): text is string => text !== null && !known.has(i)),
    missingColumns: missing.map((key) => table[key]!.header),
    otherSheets: found.filter((other) => other !== best).map((other) => other.sheet.name),
  };
}

/** Whether some sheet names everything another ledger must have, and more of its columns than `than`. */
async function reads(file: OpenFile, kind: LedgerKind, than: number): Promise<boolean> {
  const table: ColumnTable = tables[kind];
  const required = Object.keys(table).filter((key) => table[key]!.required !== 'no');
  for (const sheet of file.sheets) {
    const header = findHeader(await firstRows(sheet), table);
    if (header !== null && header.columns.size > than && required.every((key) => header.columns.has(key)))
      return true;
  }
  return false;
}

async function firstRows(sheet: OpenSheet): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheet.rows()) {
    if (rows.push(row) === headerSearchRows) break;
  }
  return rows;
}
