/**
 * Reads a ledger from its bytes: .xlsx or .csv, clean or dirty, row by row. No row stays in memory; what is
 * kept is one small entry per person, household or vacancy for the checks across rows.
 */
import { type Header, repeatsHeader } from './columns/header.ts';
import { peopleColumns } from './columns/people.ts';
import { vacancyColumns } from './columns/vacancies.ts';
import { crossChecks } from './crossCheck.ts';
import { findLayout, type Layout } from './layout.ts';
import { toPerson } from './people.ts';
import { blocks, type Problem, type ProblemCode, problemKinds } from './problems.ts';
import type { LedgerKind, RecordOf } from './records.ts';
import { LedgerRefused } from './refusal.ts';
import { RowReader } from './rowReader.ts';
import type { Row } from './sheet/cell.ts';
import { openFile } from './sheet/open.ts';
import { toVacancy } from './vacancies.ts';

export interface ReadOptions {
  /** ISO day in Asia/Shanghai: ages and future dates are judged by it */
  readonly today: string;
  /** rows read so far and the share of the sheet behind us, 0–1; called every 500 rows and at the end */
  readonly onProgress?: (rows: number, share: number) => void;
  /** ends the iteration with its reason */
  readonly signal?: AbortSignal;
}

export interface LedgerRow<K extends LedgerKind> {
  /** 1-based, as in Excel */
  readonly row: number;
  /** null when a problem blocks the row */
  readonly record: RecordOf<K> | null;
  readonly problems: readonly Problem[];
}

export interface LedgerSummary {
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  /** households or employers seen */
  readonly groups: number;
  /** most frequent first; `reason` is the title of the code */
  readonly problems: readonly {
    readonly code: ProblemCode;
    readonly reason: string;
    readonly count: number;
  }[];
  /** remarks on rows already handed out, which only the end of the file proved */
  readonly afterwards: readonly Problem[];
}

export interface Ledger<K extends LedgerKind> extends AsyncIterable<LedgerRow<K>> {
  readonly kind: K;
  readonly layout: Layout;
  /** of the last complete iteration; throws before */
  readonly summary: LedgerSummary;
}

export const maxLedgerRows = 300_000;

/** Throws LedgerRefused when the file as a whole cannot be read; so does the iteration when damage shows later. */
export async function openLedger<K extends LedgerKind>(
  bytes: Uint8Array,
  kind: K,
  options: ReadOptions,
): Promise<Ledger<K>> {
  const layout = await findLayout(await openFile(bytes), kind);
  return new OpenedLedger(kind, layout, options);
}

class OpenedLedger<K extends LedgerKind> implements Ledger<K> {
  readonly kind: K;
  readonly layout: Layout;
  readonly #options: ReadOptions;
  #summary: LedgerSummary | null = null;

  constructor(kind: K, layout: Layout, options: ReadOptions) {
    this.kind = kind;
    this.layout = layout;
    this.#options = options;
  }

  get summary(): LedgerSummary {
    if (this.#summary === null) throw new Error('the ledger has not been read to its end');
    return this.#summary;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LedgerRow<K>> {
    const { sheet, header } = this.layout;
    const { today, onProgress, signal } = this.#options;
    const column = (key: string) => {
      const index = header.columns.get(key);
      return index === undefined ? null : (header.texts[index] ?? null);
    };
    const check = crossChecks[this.kind]();
    const counts = new Map<ProblemCode, number>();
    const tally = (problems: readonly Problem[]) => {
      for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    };
    let rows = 0;
    let valid = 0;
    let bytes = 0;
    for await (const row of sheet.rows((read) => (bytes += read))) {
      if (row.number <= header.row || repeatsHeader(header, row.cells) || isFooter(row, header.columns))
        continue;
      signal?.throwIfAborted();
      if (++rows > maxLedgerRows)
        throw new LedgerRefused('too_many_rows', `超过 ${maxLedgerRows} 行，请拆成几份再上传`);
      const { record: read, problems } = rowReaders[this.kind](header, row, today);
      if (read !== null && !problems.some(blocks)) problems.push(...check.add(row.number, read, column));
      const record = problems.some(blocks) ? null : read;
      if (record !== null) valid++;
      tally(problems);
      if (rows % 500 === 0) onProgress?.(rows, Math.min(1, bytes / sheet.size));
      yield { row: row.number, record, problems };
    }
    const afterwards = check.finish();
    tally(afterwards);
    onProgress?.(rows, 1);
    const problems = [...counts]
      .map(([code, count]) => ({ code, reason: problemKinds[code].title, count }))
      .sort((a, b) => b.count - a.count);
    this.#summary = { rows, valid, invalid: rows - valid, groups: check.groups, problems, afterwards };
  }
}

type ReadRow<K extends LedgerKind> = (
  header: Header,
  row: Row,
  today: string,
) => { readonly record: RecordOf<K> | null; readonly problems: Problem[] };

const rowReaders: { readonly [K in LedgerKind]: ReadRow<K> } = {
  people(header, row, today) {
    const reader = new RowReader(peopleColumns, header, row);
    return { record: toPerson(reader, today), problems: reader.problems };
  },
  vacancies(header, row, today) {
    const reader = new RowReader(vacancyColumns, header, row);
    return { record: toVacancy(reader, today), problems: reader.problems };
  },
};

/** Lines below the table: 合计, 填表人, 备注. They fill next to nothing and begin with such a word. */
function isFooter({ cells }: Row, columns: ReadonlyMap<string, number>): boolean {
  let known = 0;
  for (const index of columns.values()) if (cells[index] != null) known++;
  if (known > Math.max(2, columns.size / 3)) return false;
  const first = cells.find((cell) => cell !== null);
  return (
    typeof first === 'string' &&
    /^\s*(?:合\s*计|总\s*计|小\s*计|填表|制表|审核|备\s*注|说\s*明|注[::]|单位[::(盖]|负责人)/.test(first)
  );
}
