/** Finds the header of a sheet below its title rows and tells which column is which. */
import { clean, fold } from '../normalise/text.ts';
import type { Cell, Row } from '../sheet/cell.ts';
import type { Column } from './column.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table mixes columns of all value types; readers recover them by key
export type ColumnTable = Readonly<Record<string, Column<any>>>;

export interface Header {
  /** 1-based row of the header, the lower one when it has two */
  readonly row: number;
  /** [column index] the header as it stands in their file; 期望工种 when 期望 stands over 工种 */
  readonly texts: readonly (string | null)[];
  /** key of the table → column index */
  readonly columns: ReadonlyMap<string, number>;
}

/** How many rows of a sheet may stand above its header. */
export const headerSearchRows = 30;
const fewest = 3;

/** The best header among the first rows; null when none names three known columns. */
export function findHeader(rows: readonly Row[], table: ColumnTable): Header | null {
  const names = namesOf(table);
  let best: Header | null = null;
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    const header = readHeader(row, before?.number === row.number - 1 ? before : null, names);
    const size = best?.columns.size ?? fewest - 1;
    // a header merged over two rows reads the same twice: the lower one counts
    const lowerHalf = header.columns.size === size && header.row - 1 === best?.row;
    if (header.columns.size > size || lowerHalf) best = header;
  }
  return best;
}

/** A printed ledger repeats its header on every page. */
export function repeatsHeader(header: Header, cells: readonly Cell[]): boolean {
  let same = 0;
  for (const index of header.columns.values()) {
    const text = headerText(cells[index]);
    if (text !== null && header.texts[index]?.endsWith(text)) same++;
  }
  return same >= fewest;
}

function readHeader(row: Row, above: Row | null, names: ReadonlyMap<string, string>): Header {
  const texts: (string | null)[] = [];
  const columns = new Map<string, number>();
  for (let i = 0; i < Math.max(row.cells.length, above?.cells.length ?? 0); i++) {
    const own = headerText(row.cells[i]);
    const group = headerText(above?.cells[i]);
    // 期望 over 工种 is 期望工种; 家庭住址 over 街道 is 街道; 姓名 over nothing is 姓名
    const readings = own === null ? [group] : [group === null ? null : group + own, own];
    const text = readings.find((reading) => lookUp(names, reading) !== null) ?? own ?? group;
    const key = lookUp(names, text);
    texts.push(text);
    if (key !== null && !columns.has(key)) columns.set(key, i);
  }
  return { row: row.number, texts, columns };
}

function headerText(cell: Cell | undefined): string | null {
  if (typeof cell !== 'string') return null;
  const text = clean(cell);
  return text === '' ? null : text;
}

/** Tries the text whole, then without what stands in brackets: 月收入(元) is 月收入. */
function lookUp(names: ReadonlyMap<string, string>, text: string | null): string | null {
  if (text === null || text.length > 40) return null;
  return names.get(plain(text)) ?? names.get(plain(fold(text).replace(/[([【].*?[)\]】]/g, ''))) ?? null;
}

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function namesOf(table: ColumnTable): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, { aliases }] of Object.entries(table))
    for (const alias of aliases) if (!names.has(plain(alias))) names.set(plain(alias), key);
  // headers come last: a column's own name outranks another's alias
  for (const [key, { header }] of Object.entries(table)) names.set(plain(header), key);
  return names;
}
