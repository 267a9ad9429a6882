/**
 * Merged areas. They stand after the rows in a sheet's XML, so the part is inflated once before the rows are
 * read, and only its tail is looked at.
 */
import { LedgerRefused } from '../refusal.ts';
import type { Archive } from '../zip/read.ts';
import { type Cell, columnIndex } from './cell.ts';

/** Zero-based columns, one-based rows, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const maxMerges = 500_000;
const rowsEnd = /<\/(?:\w+:)?sheetData>/;

/** Merged areas of a sheet, from top to bottom. */
export async function readMerges(archive: Archive, path: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  let past = false;
  for await (const chunk of await archive.stream(path)) {
    // references are ASCII: no need to decode the rest
    rest += (chunk as Buffer).toString('latin1');
    past ||= rowsEnd.test(rest);
    if (past) rest = takeMerges(rest, merges);
    else rest = rest.slice(-32);
    if (merges.length > maxMerges) throw new LedgerRefused('too_big', '合并单元格太多，请取消合并后再上传');
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Takes whole elements off the front; returns what may be the start of the next. */
function takeMerges(text: string, into: Merge[]): string {
  for (const [, left, top, right, bottom] of text.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*>/g,
  ))
    into.push({
      top: Number(top),
      bottom: Number(bottom),
      left: columnIndex(left!),
      right: columnIndex(right!),
    });
  const open = text.lastIndexOf('<');
  return open < 0 || text.length - open > 4_096 ? '' : text.slice(open).endsWith('>') ? '' : text.slice(open);
}

/** Gives every cell of a merged area the value of its first, row by row from the top. */
export class MergeFiller {
  readonly #merges: readonly Merge[];
  #next = 0;
  #active: { readonly merge: Merge; readonly value: Cell }[] = [];

  constructor(merges: readonly Merge[]) {
    this.#merges = merges;
  }

  /** Changes `cells` in place; rows must come in rising order. */
  fill(row: number, cells: Cell[]): void {
    if (this.#active.length > 0) this.#active = this.#active.filter(({ merge }) => merge.bottom >= row);
    while (this.#next < this.#merges.length && this.#merges[this.#next]!.top <= row) {
      const merge = this.#merges[this.#next++]!;
      if (merge.top === row) this.#active.push({ merge, value: cells[merge.left] ?? null });
    }
    for (const { merge, value } of this.#active) {
      if (value === null) continue;
      while (cells.length <= merge.right) cells.push(null);
      for (let column = merge.left; column <= merge.right; column++) cells[column] ??= value;
    }
  }
}
