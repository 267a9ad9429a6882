/**
 * The workbook people get back: theirs, with a column 错误说明 and coloured cells. Every other part is copied
 * as it lies in their file; a text file, or a workbook without usable styles, comes back as a plain .xlsx.
 */
import { findLayout, type Layout } from '../layout.ts';
import { blocks, type Problem } from '../problems.ts';
import type { LedgerKind } from '../records.ts';
import { type OpenFile, openFile } from '../sheet/open.ts';
import type { WorkbookParts } from '../sheet/workbook.ts';
import { type WrittenCell, writeWorkbook } from '../write/workbook.ts';
import { type CopiedEntry, type FreshEntry, zip } from '../zip/write.ts';
import { markedSheet, type RowMarks, type SheetMarks } from './sheet.ts';
import { patchStyles } from './styles.ts';

/**
 * Bytes of an .xlsx. `problems` are those of reading `bytes` as `kind`, in any order.
 * Throws LedgerRefused as `openLedger` does.
 */
export async function* returnedWorkbook(
  bytes: Uint8Array,
  kind: LedgerKind,
  problems: Iterable<Problem>,
): AsyncGenerator<Uint8Array> {
  const file = await openFile(bytes);
  const layout = await findLayout(file, kind);
  const marks = await marksOf(layout, problems);
  yield* (await marked(file, layout, marks)) ?? rebuilt(layout, marks);
}

async function marked(
  { workbook }: OpenFile,
  layout: Layout,
  marks: SheetMarks,
): Promise<AsyncGenerator<Uint8Array> | null> {
  if (workbook === null || workbook.parts.styles === null) return null;
  const { archive, parts } = workbook;
  const styles = patchStyles((await archive.text(parts.styles!)) ?? '');
  const sheet = sheetPath(parts, layout);
  if (styles === null || sheet === null) return null;
  const entries = async function* (): AsyncGenerator<FreshEntry | CopiedEntry> {
    for (const name of archive.names) {
      if (name.endsWith('/')) continue;
      if (name === parts.styles) yield { name, content: [styles.xml] };
      else if (name === sheet)
        yield { name, content: markedSheet(await archive.stream(sheet), marks, styles) };
      else yield await archive.copy(name);
    }
  };
  return zip(entries());
}

/** Rows as read: their values, none of their looks. */
async function* rebuilt(layout: Layout, marks: SheetMarks): AsyncGenerator<Uint8Array> {
  const { noteColumn, headerRow } = marks;
  const rows = async function* (): AsyncGenerator<WrittenCell[]> {
    let last = 0;
    for await (const { number, cells } of layout.sheet.rows()) {
      // empty lines keep their place: people look for the row numbers they were told
      while (++last < number) yield [];
      const row: WrittenCell[] = cells.slice(0, noteColumn);
      while (row.length < noteColumn) row.push(null);
      const found = marks.row(number);
      if (number === headerRow) {
        yield [...row, '错误说明'].map((value) => (value === null ? null : styled(value, 'header')));
        continue;
      }
      for (const [column, colour] of found?.cells ?? [])
        row[column] = styled(row[column] ?? '', colour === 'error' ? 'error' : 'note');
      yield found === undefined ? row : [...row, styled(found.note, 'wrap')];
    }
  };
  const columns = Array.from({ length: noteColumn + 1 }, (_, i) => ({
    header: '',
    width: i === noteColumn ? 60 : 14,
  }));
  yield* writeWorkbook([{ name: layout.sheet.name || '台账', columns, rows: rows(), headless: true }]);
}

function styled(cell: WrittenCell, look: 'header' | 'error' | 'note' | 'wrap'): WrittenCell {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  return { value, look };
}

async function marksOf({ sheet, header }: Layout, problems: Iterable<Problem>): Promise<SheetMarks> {
  const columnOf = new Map<string, number>();
  for (const [i, text] of header.texts.entries())
    if (text !== null && !columnOf.has(text)) columnOf.set(text, i);
  for (const index of header.columns.values()) columnOf.set(header.texts[index]!, index);

  interface Marks {
    cells: Map<number, 'error' | 'remark'>;
    notes: string[];
  }
  const rows = new Map<number, Marks>();
  for (const problem of problems) {
    const row: Marks = rows.get(problem.row) ?? { cells: new Map(), notes: [] };
    rows.set(problem.row, row);
    const column = problem.column === null ? undefined : columnOf.get(problem.column);
    row.notes.push(problem.column === null ? problem.reason : `${problem.column}:${problem.reason}`);
    if (column === undefined) continue;
    if (blocks(problem)) row.cells.set(column, 'error');
    else if (!row.cells.has(column)) row.cells.set(column, 'remark');
  }
  const joined = new Map<number, RowMarks>(
    [...rows].map(([number, { cells, notes }]) => [number, { cells, note: notes.join(';') }]),
  );
  let width = header.texts.length;
  for await (const { cells } of sheet.rows()) width = Math.max(width, cells.length);
  return { headerRow: header.row, noteColumn: width, row: (number) => joined.get(number) };
}

function sheetPath(parts: WorkbookParts, { sheet }: Layout): string | null {
  return parts.sheets.find(({ name, hidden }) => name === sheet.name && !hidden)?.path ?? null;
}
