/**
 * Rewrites a sheet's XML as it streams by. Rows without problems pass byte for byte; in the others the bad
 * cells get a colour and one cell is added at the end. Heights, merges, filters and formulas stay theirs.
 */
import { LedgerRefused } from '../refusal.ts';
import { columnIndex, columnName } from '../sheet/cell.ts';
import { cellXml } from '../write/workbook.ts';
import type { PatchedStyles } from './styles.ts';

export interface RowMarks {
  /** column index → colour */
  readonly cells: ReadonlyMap<number, 'error' | 'remark'>;
  /** text of the added cell */
  readonly note: string;
}

export interface SheetMarks {
  readonly headerRow: number;
  /** column index of the added column, right of everything they filled */
  readonly noteColumn: number;
  row(number: number): RowMarks | undefined;
}

const noteWidth = 60;
const maxRowText = 16 * 1_024 * 1_024;
const rowStart = /<((?:\w+:)?)row\b[^>]*>/;

/** `chunks` is the sheet part, inflated. */
export async function* markedSheet(
  chunks: AsyncIterable<Uint8Array>,
  marks: SheetMarks,
  styles: PatchedStyles,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const rows = new RowRewriter(marks, styles);
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    const [done, rest] = rows.rewrite(text);
    if (done !== '') yield done;
    text = rest;
    if (text.length > maxRowText) throw new LedgerRefused('too_big', '有一行内容太多，请检查后再上传');
  }
  yield text + decoder.decode();
}

class RowRewriter {
  readonly #marks: SheetMarks;
  readonly #styles: PatchedStyles;
  #number = 0;
  #head = true;

  constructor(marks: SheetMarks, styles: PatchedStyles) {
    this.#marks = marks;
    this.#styles = styles;
  }

  /** What is finished, and what has to wait for more. */
  rewrite(text: string): [done: string, rest: string] {
    let done = '';
    let rest = text;
    if (this.#head) {
      const start = /<(?:\w+:)?sheetData\s*\/?>/.exec(rest);
      if (start === null) return ['', rest];
      const end = start.index + start[0].length;
      done = widened(rest.slice(0, end), this.#marks.noteColumn);
      rest = rest.slice(end);
      this.#head = false;
    }
    for (;;) {
      const start = rowStart.exec(rest);
      if (start === null) break;
      const empty = start[0].endsWith('/>');
      const close = empty ? '' : `</${start[1]}row>`;
      const inside = start.index + start[0].length;
      const end = empty ? inside : rest.indexOf(close, inside);
      if (end < 0) return [done + rest.slice(0, start.index), rest.slice(start.index)];
      const stated = /\sr="(\d+)"/.exec(start[0])?.[1];
      this.#number = stated === undefined ? this.#number + 1 : Number(stated);
      const content = empty ? '' : rest.slice(inside, end);
      done += rest.slice(0, start.index) + this.#row(start[0], start[1]!, content, close);
      rest = rest.slice(end + close.length);
    }
    // what follows the last row, but never half a tag
    const open = rest.lastIndexOf('<');
    const keep = open >= 0 && !rest.includes('>', open) ? open : rest.length;
    return [done + rest.slice(0, keep), rest.slice(keep)];
  }

  #row(open: string, prefix: string, content: string, close: string): string {
    const { headerRow, noteColumn } = this.#marks;
    const number = this.#number;
    const marks = this.#marks.row(number);
    const note = number === headerRow ? '错误说明' : marks?.note;
    if (note === undefined) return open + content + close;
    const cells = cellsOf(content, prefix);
    for (const [column, colour] of marks?.cells ?? []) {
      const cell = cells.get(column) ?? {
        open: `<${prefix}c r="${columnName(column)}${number}"`,
        rest: '/>',
      };
      const style = Number(/\ss="(\d+)"/.exec(cell.open)?.[1] ?? 0);
      const painted = cell.open.replace(/\ss="\d+"/, '');
      cells.set(column, { open: `${painted} s="${this.#styles.coloured(style, colour)}"`, rest: cell.rest });
    }
    // the header of the added column looks like the headers beside it
    const beside =
      number === headerRow ? [...cells.values()].findLast(({ open }) => /\ss="/.test(open)) : undefined;
    const style = beside === undefined ? this.#styles.wrapped : Number(/\ss="(\d+)"/.exec(beside.open)![1]);
    const added = cellXml(`${columnName(noteColumn)}${number}`, note, style);
    cells.set(noteColumn, { open: added.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`), rest: '' });
    const ordered = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell.open + cell.rest);
    const start = open.replace(/\sspans="[^"]*"/, '').replace(/\s*\/>$/, '>');
    return `${start}${ordered.join('')}</${prefix}row>`;
  }
}

/** Cells of a row by column: the start tag up to its end mark, and the rest. */
function cellsOf(content: string, prefix: string): Map<number, { open: string; rest: string }> {
  const cells = new Map<number, { open: string; rest: string }>();
  const pattern = new RegExp(`(<${prefix}c\\b[^>]*?)(/>|>[\\s\\S]*?</${prefix}c>)`, 'g');
  let column = -1;
  for (const [, open, rest] of content.matchAll(pattern)) {
    const reference = /\sr="([A-Z]+)\d+"/.exec(open!)?.[1];
    column = reference === undefined ? column + 1 : columnIndex(reference);
    cells.set(column, { open: open!, rest: rest! });
  }
  return cells;
}

/** Gives the added column a width and drops the stated extent, which it outgrows. */
function widened(head: string, noteColumn: number): string {
  const prefix = /<((?:\w+:)?)sheetData/.exec(head)![1]!;
  const at = noteColumn + 1;
  const col = `<${prefix}col min="${at}" max="${at}" width="${noteWidth}" customWidth="1"/>`;
  const bare = head.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, '');
  const columns = /<(?:\w+:)?cols>([\s\S]*?)<\/(?:\w+:)?cols>/.exec(bare);
  if (columns === null)
    return bare.replace(/<(?:\w+:)?sheetData/, (tag) => `<${prefix}cols>${col}</${prefix}cols>${tag}`);
  const kept = (columns[1]!.match(/<(?:\w+:)?col\b[^>]*\/>/g) ?? []).flatMap((tag) => cutBefore(tag, at));
  return bare.replace(columns[0], `<${prefix}cols>${kept.join('')}${col}</${prefix}cols>`);
}

/** A width that runs on to the last column ends before the added one. */
function cutBefore(tag: string, at: number): string[] {
  const min = Number(/\smin="(\d+)"/.exec(tag)?.[1]);
  const max = Number(/\smax="(\d+)"/.exec(tag)?.[1]);
  if (max < at) return [tag];
  return min < at ? [tag.replace(/\smax="\d+"/, ` max="${at - 1}"`)] : [];
}
