import { readFile } from 'node:fs/promises';
import type { Problem } from '#ledgers/problems.ts';
import { type LedgerSummary, openLedger } from '#ledgers/read.ts';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { LedgerRefused } from '#ledgers/refusal.ts';
import type { NumberedRecord } from '#ledgers/toMatching.ts';
import type { PolicyRow } from '#matching/types.ts';
import { policySeeds } from '../../seed/reference/policies.ts';
import { UserError } from './arguments.ts';

export const ledgerNames: Record<LedgerKind, string> = {
  people: '劳动力就业台账',
  vacancies: '用工需求台账',
};

export interface ReadLedger<K extends LedgerKind> {
  readonly records: readonly NumberedRecord<RecordOf<K>>[];
  readonly problems: readonly (Problem & { readonly ledger: string })[];
  readonly summary: LedgerSummary;
}

/** Valid rows and the problems of all. Throws UserError when the file cannot be read. */
export async function readLedgerFile<K extends LedgerKind>(
  path: string,
  kind: K,
  today: string,
): Promise<ReadLedger<K>> {
  const name = ledgerNames[kind];
  const bytes = await readFile(path).catch(() => {
    throw new UserError(`打不开${name}：${path}`);
  });
  try {
    const ledger = await openLedger(bytes, kind, { today });
    const records: NumberedRecord<RecordOf<K>>[] = [];
    const problems: Problem[] = [];
    for await (const { row, record, problems: found } of ledger) {
      if (record !== null) records.push({ row, record });
      problems.push(...found);
    }
    problems.push(...ledger.summary.afterwards);
    problems.sort((a, b) => a.row - b.row);
    return {
      records,
      problems: problems.map((problem) => ({ ...problem, ledger: name })),
      summary: ledger.summary,
    };
  } catch (error) {
    if (error instanceof LedgerRefused) throw new UserError(`${name}:${error.message}`);
    throw error;
  }
}

/** The policy rows the product ships with; a bureau without servers has no others. */
export const policies: readonly PolicyRow[] = policySeeds.map((row) => ({
  ...row,
  id: `${row.key} ${row.region} ${row.validFrom}`,
}));
