import { type LedgerRow, type LedgerSummary, openLedger } from '#ledgers/read.ts';
import type { LedgerKind } from '#ledgers/records.ts';
import type { Row } from '#ledgers/sheet/cell.ts';
import { openFile } from '#ledgers/sheet/open.ts';
import { type SheetContent, writeWorkbook } from '#ledgers/write/workbook.ts';
import { zip } from '#ledgers/zip/write.ts';

export const today = '2026-11-22';

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await collect(chunks));
}

export interface RawWorkbook {
  /** content of sheetData */
  readonly rows: string;
  readonly after?: string;
  readonly before?: string;
  readonly strings?: string;
  /** cell formats, without the list around them */
  readonly formats?: string;
  readonly numFmts?: string;
  readonly workbook?: string;
  /** further parts, or replacements */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook from raw XML, as other programs write it. */
export function rawXlsx(raw: RawWorkbook): Promise<Buffer> {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${rel}">${raw.workbook ?? ''}<sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="c" Type="${rel}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${raw.numFmts ?? ''}</numFmts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><cellXfs count="1">${raw.formats ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}>${raw.before ?? ''}<sheetData>${raw.rows}</sheetData>${raw.after ?? ''}</worksheet>`,
    ...(raw.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${main}>${raw.strings}</sst>` }),
    ...raw.parts,
  };
  return bytesOf(zip(Object.entries(parts).map(([name, content]) => ({ name, content: [content] }))));
}

export const xlsx = (sheet: Omit<SheetContent, 'name'>): Promise<Buffer> =>
  bytesOf(writeWorkbook([{ name: '台账', ...sheet }]));

/** A workbook of plain rows, first row first; nothing is styled as a header. */
export const plainXlsx = (rows: SheetContent['rows'], merges: readonly string[] = []): Promise<Buffer> =>
  xlsx({ columns: [], headless: true, rows, merges });

export async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<Row[]> {
  return collect((await openFile(bytes)).sheets[sheet]!.rows());
}

export interface ReadBack<K extends LedgerKind> {
  readonly rows: LedgerRow<K>[];
  readonly summary: LedgerSummary;
  readonly unknownColumns: readonly string[];
}

export async function read<K extends LedgerKind>(bytes: Uint8Array, kind: K): Promise<ReadBack<K>> {
  const ledger = await openLedger(bytes, kind, { today });
  const rows = await collect(ledger);
  return { rows, summary: ledger.summary, unknownColumns: ledger.layout.unknownColumns };
}

export const csv = (...rows: string[][]): Buffer => Buffer.from(rows.map((row) => row.join(',')).join('\n'));

/** The least a people's ledger has, and a row of it that is right. */
export const peopleHeader = ['户编号', '姓名', '身份证号', '安置点', '劳动能力', '就业状态'];
export const goodPerson = ['HH1', '张三', '11010519491231002X', '海坪安置点', '普通劳动力', '未就业'];
export const vacancyHeader = ['单位', '岗位', '人数', '工资计发方式'];
export const goodVacancy = ['好日子服装厂', '缝纫工', '10', '2800-3500元/月'];
