/** Opens a file of whatever kind as sheets of rows. */
import { refuseBroken } from '../refusal.ts';
import { type Archive, openArchive } from '../zip/read.ts';
import type { Row } from './cell.ts';
import { csvRows } from './csvRows.ts';
import { detectKind } from './kind.ts';
import { readMerges } from './merges.ts';
import { noStrings, readSharedStrings } from './sharedStrings.ts';
import { dateStyles } from './styles.ts';
import { readWorkbook, type WorkbookParts } from './workbook.ts';
import { xlsxRows } from './xlsxRows.ts';

export interface OpenSheet {
  /** '' for a text file */
  readonly name: string;
  /** bytes `rows` reads in all, for progress */
  readonly size: number;
  /** from the top at each call; throws LedgerRefused when the file is damaged */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<Row>;
}

export interface OpenFile {
  /** visible sheets in their order */
  readonly sheets: readonly OpenSheet[];
  /** null for a text file */
  readonly workbook: { readonly archive: Archive; readonly parts: WorkbookParts } | null;
}

/** Throws LedgerRefused when the file is of no kind we read. */
export async function openFile(bytes: Uint8Array): Promise<OpenFile> {
  const kind = detectKind(bytes);
  if (kind.kind === 'csv') {
    const content = bytes.subarray(kind.skip);
    const rows = (onBytes?: (bytes: number) => void) => guarded(csvRows(content, kind.encoding, onBytes));
    return { sheets: [{ name: '', size: content.length, rows }], workbook: null };
  }
  try {
    const archive = await openArchive(bytes);
    const parts = await readWorkbook(archive);
    const styles = parts.styles === null ? [] : dateStyles((await archive.text(parts.styles)) ?? '');
    const strings = once(async () =>
      parts.sharedStrings === null ? noStrings : await readSharedStrings(archive, parts.sharedStrings),
    );
    const sheets = parts.sheets
      .filter((sheet) => !sheet.hidden)
      .map(({ name, path }): OpenSheet => {
        const merges = once(() => readMerges(archive, path));
        const rows = async function* (onBytes?: (bytes: number) => void) {
          const { date1904 } = parts;
          const held = { strings: await strings(), merges: await merges() };
          yield* xlsxRows({ archive, path, ...held, dateStyles: styles, date1904 }, onBytes);
        };
        return { name, size: archive.size(path), rows: (onBytes) => guarded(rows(onBytes)) };
      });
    return { sheets, workbook: { archive, parts } };
  } catch (error) {
    throw refuseBroken(error);
  }
}

/** Runs the work at the first call only; everybody gets its answer. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= work());
}

async function* guarded(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw refuseBroken(error);
  }
}
