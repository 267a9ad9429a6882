/** Reads the cells of one row by a column table, collecting what is wrong. */
import { maskIdNumber } from '#contract/identifiers.ts';
import type { Column } from './columns/column.ts';
import type { ColumnTable, Header } from './columns/header.ts';
import { clean, isBlank } from './normalise/text.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { Cell, Row } from './sheet/cell.ts';
import { restore } from './write/neutralise.ts';

/** Values by column key; null where the file has no such column, the cell is empty or could not be read. */
export type Fields<T extends ColumnTable> = {
  readonly [K in keyof T]: (T[K] extends Column<infer V> ? V : never) | null;
};

export class RowReader<T extends ColumnTable> {
  readonly row: number;
  readonly problems: Problem[] = [];
  readonly #cells: readonly Cell[];
  readonly #header: Header;
  readonly #table: T;

  constructor(table: T, header: Header, row: Row) {
    this.row = row.number;
    this.#table = table;
    this.#header = header;
    this.#cells = row.cells;
  }

  fields(today: string): Fields<T> {
    const values: Record<string, unknown> = {};
    for (const key of Object.keys(this.#table) as (keyof T & string)[]) values[key] = this.#read(key, today);
    return values as Fields<T>;
  }

  /** the file has this column */
  has(key: keyof T & string): boolean {
    return this.#header.columns.has(key);
  }

  /** as written and cleaned; null when empty */
  written(key: keyof T & string): string | null {
    const cell = this.#cell(key);
    return cell === null ? null : clean(String(cell));
  }

  report(key: keyof T & string, code: ProblemCode, reason: string): void {
    const index = this.#header.columns.get(key);
    const column = index === undefined ? this.#table[key]!.header : (this.#header.texts[index] ?? null);
    this.problems.push({ row: this.row, column, value: shown(this.#cell(key)), code, reason });
  }

  #read(key: keyof T & string, today: string): unknown {
    const { required, read } = this.#table[key]!;
    const cell = this.#cell(key);
    if (cell === null) {
      if (required === 'cell') this.report(key, 'required', '这一格必须填');
      return null;
    }
    const result = read(cell, today);
    if ('fault' in result) {
      this.report(key, result.fault.code, result.fault.reason);
      return null;
    }
    if (result.remark !== undefined) this.report(key, result.remark.code, result.remark.reason);
    return result.value;
  }

  #cell(key: keyof T & string): Exclude<Cell, null> | null {
    const index = this.#header.columns.get(key);
    const cell = index === undefined ? null : (this.#cells[index] ?? null);
    if (typeof cell !== 'string') return cell;
    const text = restore(cell);
    return isBlank(clean(text)) && !keepsWord(this.#table[key]!, text) ? null : text;
  }
}

/** 无 is an answer where the column knows the word: 劳动能力 无, 食宿 无. */
function keepsWord(column: Column<unknown>, text: string): boolean {
  if (!/无|没有/.test(text)) return false;
  const result = column.read(text, '');
  return !('fault' in result) && result.remark === undefined && typeof result.value !== 'string';
}

/** Text for the list of problems: bounded, and whatever looks like an ID number masked. */
export function shown(cell: Cell): string | null {
  if (cell === null) return null;
  const text = clean(String(cell)).toWellFormed().replaceAll('\u0000', '\ufffd');
  return text.slice(0, 100).replace(/\d{14,17}[\dxX]|\d{15}/g, (number) => maskIdNumber(number));
}
