import type { ColumnTable } from '#ledgers/columns/header.ts';
import { tables } from '#ledgers/layout.ts';
import type { ProblemCode } from '#ledgers/problems.ts';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { type Cell, columnName } from '#ledgers/sheet/cell.ts';
import { ledgerCells, ledgerColumns } from '#ledgers/write/ledger.ts';
import type { SheetContent } from '#ledgers/write/workbook.ts';
import type { Random } from '../random.ts';
import { type Dirt, peopleDirt, vacancyDirt } from './dirt.ts';

/** One thing done to a dirty sheet. */
export interface Injected {
  /** 1-based, as in Excel */
  readonly row: number;
  readonly dirt: string;
  /** header as it stands in the dirty file */
  readonly column: string;
  /** the problem a reader must report there, or null when it must read the row all the same */
  readonly expect: ProblemCode | null;
}

/** All that was done, so that a test can ask a reader whether it noticed. */
export interface Manifest {
  /** rows of people or vacancies, duplicates included */
  readonly rows: number;
  readonly injected: readonly Injected[];
}

export interface DirtyOptions {
  /** ISO date: ages are those of this day */
  readonly today: string;
  readonly titles: readonly string[];
}

/** Rows between two spoilt ones, and households between two that are merged, entered twice, or split. */
const every = { spoilt: 6, merged: 9, twice: 11, split: 13 };

/** What a household shares and a printed ledger shows once, over merged cells. */
const sharedHeaders = ['县', '街道', '社区', '安置点', '户编号', '户主', '户类型'];

/**
 * The ledger as people keep it: title and note rows, aliases for headers, merged household cells, a footer,
 * and one piece of dirt in every few rows. Held in memory, unlike the clean one.
 */
export function dirtySheet<K extends LedgerKind>(
  kind: K,
  records: Iterable<RecordOf<K>>,
  random: Random,
  { today, titles }: DirtyOptions,
): { sheet: SheetContent; manifest: Manifest } {
  const top = [...titles, '填表说明:一人一行,户内成员排在一起'];
  const page = new Page(kind, top.length + 1);
  const spoil = spoiler(kind === 'people' ? peopleDirt : vacancyDirt, random);
  const cellsOf = (record: RecordOf<K>) => ledgerCells(kind, record, { today, serial: page.rows.length + 1 });

  let nth = 0;
  for (const group of groupsOf(kind, records)) {
    nth++;
    const merged = group.length > 1 && nth % every.merged === 0;
    for (const [i, record] of group.entries()) {
      page.add(cellsOf(record));
      // The head of a household stays clean: what is said of the others is measured against it.
      if (!merged && (kind === 'vacancies' || i > 0)) spoil(page);
    }
    if (merged) page.merge(sharedHeaders, group.length);
    else if (page.lastIsSpoilt) continue;
    else if (nth % every.twice === 0) {
      page.add(cellsOf(group.at(-1)!));
      if (kind === 'people') page.note('entered twice', '身份证号', 'duplicate_person');
      else page.note('entered twice', '岗位', 'duplicate_vacancy');
    } else if (nth % every.split === 0 && group.length > 1) {
      page.set('安置点', '另一处安置点');
      page.note('household over two settlements', '安置点', 'household_split');
    }
  }
  const manifest = { rows: page.rows.length, injected: page.injected };
  const footer: Cell[] = ['填表人:王小燕', null, '审核人:李明'];
  const name = kind === 'people' ? '劳动力台账(11月)' : '用工需求';
  const { columns, merges } = page;
  return { sheet: { name, titles: top, columns, rows: [...page.rows, footer], merges }, manifest };
}

/** The sheet as it grows; `get`, `set` and `note` speak of its last row, by the clean ledger's headers. */
class Page {
  readonly rows: Cell[][] = [];
  readonly injected: Injected[] = [];
  readonly merges: string[] = [];
  readonly columns: SheetContent['columns'];
  readonly #headers: readonly string[];
  readonly #above: number;

  /** @param above rows over the first record, the header included */
  constructor(kind: LedgerKind, above: number) {
    const clean = ledgerColumns(kind);
    this.#headers = clean.map(({ header }) => header);
    this.columns = clean.map((column) => ({ ...column, header: aliasOf(kind, column.header) }));
    this.#above = above;
  }

  add(cells: Cell[]): void {
    this.rows.push(cells);
  }

  get(header: string): Cell {
    return this.rows.at(-1)![this.#headers.indexOf(header)] ?? null;
  }

  set(header: string, value: Cell): void {
    this.rows.at(-1)![this.#headers.indexOf(header)] = value;
  }

  note(dirt: string, header: string, expect: ProblemCode | null): void {
    const column = this.columns[this.#headers.indexOf(header)]!.header;
    this.injected.push({ row: this.#lastRow, dirt, column, expect });
  }

  /** Merges the cells under these headers over the last `count` rows; only the first keeps its value. */
  merge(headers: readonly string[], count: number): void {
    for (const header of headers) {
      const index = this.#headers.indexOf(header);
      for (const cells of this.rows.slice(1 - count)) cells[index] = null;
      const column = columnName(index);
      this.merges.push(`${column}${this.#lastRow - count + 1}:${column}${this.#lastRow}`);
    }
  }

  get lastIsSpoilt(): boolean {
    return this.injected.at(-1)?.row === this.#lastRow;
  }

  get #lastRow(): number {
    return this.#above + this.rows.length;
  }
}

/** Spoils every few of the rows it is shown, with the kind of dirt that has waited longest. */
function spoiler(kinds: readonly Dirt[], random: Random): (page: Page) => void {
  const queue = [...kinds];
  let clean = 0;
  return (page) => {
    if (++clean < every.spoilt) return;
    const index = queue.findIndex((dirt) => dirt.spoil(page, random));
    const [dirt] = index < 0 ? [] : queue.splice(index, 1);
    if (!dirt) return;
    queue.push(dirt);
    page.note(dirt.name, dirt.header, dirt.expect);
    clean = 0;
  };
}

/** Households, or single vacancies. */
function* groupsOf<K extends LedgerKind>(kind: K, records: Iterable<RecordOf<K>>): Generator<RecordOf<K>[]> {
  let group: RecordOf<K>[] = [];
  let current: string | null = null;
  for (const record of records) {
    const household = kind === 'people' && 'householdNumber' in record ? record.householdNumber : null;
    if (group.length > 0 && (household === null || household !== current)) {
      yield group;
      group = [];
    }
    current = household;
    group.push(record);
  }
  if (group.length > 0) yield group;
}

/** What another office calls the column: its first alias, or its own name when it has none. */
function aliasOf(kind: LedgerKind, header: string): string {
  const table: ColumnTable = tables[kind];
  return Object.values(table).find((column) => column.header === header)?.aliases[0] ?? header;
}
