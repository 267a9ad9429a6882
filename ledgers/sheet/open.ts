/** Opens a file of whatever kind as sheets of rows. */
import { refuseBroken } from '../refusal.ts';
import { type Archive, openArchive } from '../zip/read.ts';
import type { Row } from './cell.ts';
import { csvRows } from './csvRows.ts';
import { detectKind } from './kind.ts';
import { noStrings, readSharedStrings, type SharedStrings } from './sharedStrings.ts';
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
    let strings: Promise<SharedStrings> | null = null;
    const shared = () => {
      strings ??=
        parts.sharedStrings === null
          ? Promise.resolve(noStrings)
          : readSharedStrings(archive, parts.sharedStrings);
      return strings;
    };
    const sheets = parts.sheets
      .filter((sheet) => !sheet.hidden)
      .map(({ name, path }): OpenSheet => {
        const rows = async function* (onBytes?: (bytes: number) => void) {
          const context = {
            archive,
            path,
            strings: await shared(),
            dateStyles: styles,
            date1904: parts.date1904,
          };
          yield* xlsxRows(context, onBytes);
        };
        return { name, size: archive.size(path), rows: (onBytes) => guarded(rows(onBytes)) };
      });
    return { sheets, workbook: { archive, parts } };
  } catch (error) {
    throw refuseBroken(error);
  }
}

async function* guarded(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  try {
    yield* rows;
  } catch (error) {
    throw refuseBroken(error);
  }
}
