import { describe, expect, it } from 'vitest';
import type { Problem } from '#ledgers/problems.ts';
import { openLedger } from '#ledgers/read.ts';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { type SheetContent, writeWorkbook } from '#ledgers/write/workbook.ts';
import { generateWorld } from '../../seed/generateWorld.ts';
import { dirtySheet } from '../../seed/ledgers/dirtySheet.ts';
import { peopleRecords, vacancyRecords } from '../../seed/ledgers/records.ts';
import { createRandom } from '../../seed/random.ts';

const world = generateWorld({ scale: 1 / 100 });
const { today } = world;
const records = { people: [...peopleRecords(world)], vacancies: [...vacancyRecords(world)] };
const kinds = ['people', 'vacancies'] as const;

async function read(kind: LedgerKind, sheet: SheetContent) {
  const parts: Uint8Array[] = [];
  for await (const part of writeWorkbook([sheet])) parts.push(part);
  const ledger = await openLedger(Buffer.concat(parts), kind, { today });
  const problems: Problem[] = [];
  for await (const row of ledger) problems.push(...row.problems);
  return { problems, summary: ledger.summary };
}

describe.each(kinds)('the %s ledger', (kind) => {
  it('is read without a blocked row when clean', async () => {
    const list = records[kind] as RecordOf<typeof kind>[];
    const { summary } = await read(kind, ledgerSheet(kind, list, { today }));
    expect(summary).toMatchObject({ rows: list.length, valid: list.length });
  });

  it('shows a reader exactly the injected dirt when dirty', async () => {
    const list = records[kind] as RecordOf<typeof kind>[];
    const options = { today, titles: ['六盘水市台账'] };
    const { sheet, manifest } = dirtySheet(kind, list, createRandom('dirt'), options);
    const { summary, problems } = await read(kind, sheet);
    expect(summary.rows).toBe(manifest.rows);

    const expected = manifest.injected.filter(({ expect }) => expect !== null);
    const at = ({ row, column, code }: { row: number; column: string | null; code: string }) =>
      `${row} ${column} ${code}`;
    const found = problems.filter(({ code }) => code !== 'word_not_understood').map(at);
    expect(found.sort()).toEqual(
      expected.map(({ expect, ...place }) => at({ ...place, code: expect! })).sort(),
    );
    expect(new Set(manifest.injected.map(({ dirt }) => dirt)).size).toBeGreaterThan(
      kind === 'people' ? 18 : 10,
    );
  });
});
