/** Rows of one sheet of an .xlsx, streamed: memory does not grow with the number of rows. */
import type { Archive } from '../zip/read.ts';
import { type Cell, columnIndex, maxRows, type Row, serialToIso } from './cell.ts';
import { type Merge, MergeFiller } from './merges.ts';
import type { SharedStrings } from './sharedStrings.ts';
import { type Attributes, unescapeExcel, xmlFeed } from './xml.ts';

export interface SheetContext {
  readonly archive: Archive;
  readonly path: string;
  readonly strings: SharedStrings;
  readonly merges: readonly Merge[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** Formulas yield their cached values, error values the text Excel shows. `onBytes` gets the inflated bytes read. */
export async function* xlsxRows(
  context: SheetContext,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Row> {
  const { archive, path } = context;
  const filler = new MergeFiller(context.merges);
  const collector = new RowCollector(context);
  const feed = xmlFeed(collector);
  for await (const chunk of await archive.stream(path)) {
    feed.write(chunk as Uint8Array);
    onBytes((chunk as Uint8Array).length);
    yield* filled(collector.take(), filler);
  }
  feed.end();
  yield* filled(collector.take(), filler);
}

function* filled(rows: readonly { number: number; cells: Cell[] }[], filler: MergeFiller): Generator<Row> {
  for (const row of rows) {
    filler.fill(row.number, row.cells);
    yield row;
  }
}

/** Turns XML events into rows. Rows and cells may leave out their references: they then follow the last. */
class RowCollector {
  readonly #context: SheetContext;
  #rows: { number: number; cells: Cell[] }[] = [];
  #inRows = false;
  #number = 0;
  #cells: Cell[] = [];
  #filled = false;
  #column = -1;
  #type = 'n';
  #isDate = false;
  #text = '';
  #collecting = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): { number: number; cells: Cell[] }[] {
    const rows = this.#rows;
    if (rows.length > 0) this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#inRows = true;
    if (!this.#inRows) return;
    switch (name) {
      case 'row':
        this.#number = attributes.r === undefined ? this.#number + 1 : Number(attributes.r);
        this.#cells = [];
        this.#filled = false;
        this.#column = -1;
        return;
      case 'c':
        this.#column = attributes.r === undefined ? this.#column + 1 : columnIndex(attributes.r);
        this.#type = attributes.t ?? 'n';
        this.#isDate = this.#context.dateStyles[Number(attributes.s ?? 0)] ?? false;
        this.#text = '';
        return;
      case 'v':
      case 't':
        this.#collecting = true;
        return;
      case 'rPh':
        this.#phonetic = true;
    }
  }

  text(piece: string): void {
    if (this.#collecting && !this.#phonetic) this.#text += piece;
  }

  close(name: string): void {
    if (!this.#inRows) return;
    switch (name) {
      case 'v':
      case 't':
        this.#collecting = false;
        return;
      case 'rPh':
        this.#phonetic = false;
        return;
      case 'c':
        this.#place(this.#value());
        return;
      case 'row':
        if (this.#filled && this.#number >= 1 && this.#number <= maxRows)
          this.#rows.push({ number: this.#number, cells: this.#cells });
        return;
      case 'sheetData':
        this.#inRows = false;
    }
  }

  #place(value: Cell): void {
    if (value === null || this.#column < 0) return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = value;
    this.#filled = true;
  }

  #value(): Cell {
    const text = this.#text;
    if (text === '') return null;
    switch (this.#type) {
      case 's':
        return this.#context.strings.at(Number(text)) || null;
      case 'inlineStr':
      case 'str':
        return unescapeExcel(text);
      case 'b':
        return text === '1' || text === 'true';
      case 'd':
        return text.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
      case 'e':
        return text;
      default: {
        const number = Number(text);
        if (Number.isNaN(number)) return text;
        return this.#isDate ? (serialToIso(number, this.#context.date1904) ?? number) : number;
      }
    }
  }
}
