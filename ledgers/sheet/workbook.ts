/** What a workbook says of itself: its sheets, its date system, where its parts lie. */
import { posix } from 'node:path';
import { LedgerRefused } from '../refusal.ts';
import type { Archive } from '../zip/read.ts';
import { parseXml } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  /** path of the part inside the archive */
  readonly path: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  readonly date1904: boolean;
}

const saveAs = '请在 Excel 或 WPS 里另存为普通的 .xlsx 再上传';

/** Throws LedgerRefused for archives that are no .xlsx, and for workbooks with macros. */
export async function readWorkbook(archive: Archive): Promise<WorkbookParts> {
  const { names } = archive;
  if (names.some((name) => /vbaProject\.bin$/i.test(name) || name.startsWith('xl/macrosheets/')))
    throw new LedgerRefused('macros', `这个工作簿带宏（.xlsm），为安全起见不读取。${saveAs}`);
  if (names.includes('xl/workbook.bin'))
    throw new LedgerRefused('not_a_ledger_file', `这是二进制工作簿（.xlsb）。${saveAs}`);
  const path = (await relations(archive, '')).find((part) => part.type === 'officeDocument')?.target;
  const text = path === undefined ? null : await archive.text(path);
  if (path === undefined || text === null)
    throw new LedgerRefused('not_a_ledger_file', `这个压缩包不是 Excel 工作簿。${saveAs}`);

  const parts = await relations(archive, path);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  parseXml(text, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = parts.find((candidate) => candidate.id === id && candidate.type === 'worksheet');
      if (part === undefined || !archive.has(part.target)) return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', path: part.target, hidden });
    },
  });
  const find = (type: string) =>
    parts.find((part) => part.type === type && archive.has(part.target))?.target ?? null;
  return { path, sheets, styles: find('styles'), sharedStrings: find('sharedStrings'), date1904 };
}

interface Relation {
  readonly id: string;
  /** last segment of the relation type: the same word in the transitional and the strict dialect */
  readonly type: string;
  readonly target: string;
}

/** Relations of a part; '' for the package itself. Targets outside the archive are left out. */
async function relations(archive: Archive, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const text = await archive.text(posix.join(folder, '_rels', `${posix.basename(of)}.rels`));
  const found: Relation[] = [];
  if (text === null) return found;
  parseXml(text, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}
