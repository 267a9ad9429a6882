/** Streams an .xlsx of our own: rows may come from a generator and are never held. */
import { type Cell, columnName } from '../sheet/cell.ts';
import { type FreshEntry, zip } from '../zip/write.ts';
import { neutralise } from './neutralise.ts';
import { type Look, looks, stylesXml } from './styles.ts';

export type StyledCell = { readonly value: Cell; readonly look: Look };
export type WrittenCell = Cell | StyledCell;

export interface SheetColumn {
  readonly header: string;
  /** in characters of the standard font */
  readonly width?: number;
  /** wraps long text */
  readonly wrap?: boolean;
}

export interface SheetContent {
  /** at most 31 characters, none of []:*?/\ */
  readonly name: string;
  /** lines above the header, each merged over the width */
  readonly titles?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly WrittenCell[]> | AsyncIterable<readonly WrittenCell[]>;
  /** further merged areas, such as A3:A5 */
  readonly merges?: readonly string[];
  /** leaves the header row out: the columns only set widths */
  readonly headless?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Bytes of the workbook. Text that a spreadsheet could run as a formula is neutralised. */
export function writeWorkbook(sheets: readonly SheetContent[]): AsyncGenerator<Uint8Array> {
  return zip(parts(sheets));
}

function* parts(sheets: readonly SheetContent[]): Generator<FreshEntry> {
  const part = (name: string, text: string): FreshEntry => ({ name, content: [prolog + text] });
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`).join('')}</Types>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield { name: 'xl/styles.xml', content: [stylesXml] };
  for (const [i, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) };
}

async function* sheetXml(sheet: SheetContent): AsyncGenerator<string> {
  const { titles = [], columns, rows, headless = false } = sheet;
  const last = columnName(Math.max(columns.length - 1, 0));
  const top = titles.length + (headless ? 0 : 1);
  const widths = columns
    .map(({ width = 12 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane =
    top === 0
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `${prolog}<worksheet xmlns="${main}">${pane}${widths && `<cols>${widths}</cols>`}<sheetData>`;
  let number = 0;
  let text = '';
  for (const title of titles) text += rowXml(++number, [{ value: title, look: 'title' }], columns);
  if (!headless)
    text += rowXml(
      ++number,
      columns.map(({ header }) => ({ value: header, look: 'header' as const })),
      columns,
    );
  for await (const row of rows) {
    text += rowXml(++number, row, columns);
    if (text.length > 1 << 16) {
      yield text;
      text = '';
    }
  }
  const titleMerges = columns.length > 1 ? titles.map((_, i) => `A${i + 1}:${last}${i + 1}`) : [];
  const merges = [...titleMerges, ...(sheet.merges ?? [])];
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  yield `${text}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`;
}

function rowXml(number: number, cells: readonly WrittenCell[], columns: readonly SheetColumn[]): string {
  let text = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const styled = typeof cell === 'object' && cell !== null;
    const value = styled ? cell.value : cell;
    if (value === null) continue;
    const look = styled
      ? cell.look
      : typeof value === 'number'
        ? 'number'
        : columns[i]?.wrap
          ? 'wrap'
          : 'plain';
    text += cellXml(`${columnName(i)}${number}`, value, looks.indexOf(look));
  }
  return `${text}</row>`;
}

/** One cell; text is inline, so that no table of strings has to be held. Empty text is an empty cell with a look. */
export function cellXml(reference: string, value: string | number | boolean, style: number): string {
  const start = `<c r="${reference}" s="${style}"`;
  if (value === '') return `${start}/>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = escapeXml(neutralise(String(value)).slice(0, maxCellText));
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Excel's limit for the text of a cell. */
const maxCellText = 32_767;

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes markup; what XML 1.0 cannot hold becomes Excel's `_xHHHH_`, and text that looks like it is guarded. */
export function escapeXml(text: string): string {
  if (!/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (mark) => special[mark] as string)
    .replace(
      /[^\P{Cc}\t\n]|[\p{Cs}\ufffe\uffff]/gu,
      (odd) => `_x${odd.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}

function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet';
}
