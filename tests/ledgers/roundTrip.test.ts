import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { writeWorkbook } from '#ledgers/write/workbook.ts';
import { personRecord, vacancyRecord } from '../helpers/ledgerRecords.ts';
import { bytesOf, read, today } from '../helpers/ledgers.ts';

const titles = ['六盘水市易地扶贫搬迁台账', '填报单位:某街道'];

async function written<K extends LedgerKind>(kind: K, records: readonly RecordOf<K>[]): Promise<Buffer> {
  return bytesOf(writeWorkbook([ledgerSheet(kind, records, { today, titles })]));
}

it('reads back every person it writes, without a blocking problem', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(personRecord, { minLength: 1, maxLength: 8, selector: (p) => p.idNumber }),
      async (records) => {
        // one household each: what rows say of one another is another test's matter
        const people = records.map((record, i) => ({ ...record, householdNumber: `HH-${i}` }));
        const { rows } = await read(await written('people', people), 'people');
        expect(rows.map(({ record }) => record)).toEqual(people.map(unordered));
      },
    ),
    { numRuns: 150 },
  ));

it('reads back every vacancy it writes, without a blocking problem', () =>
  fc.assert(
    fc.asyncProperty(fc.array(vacancyRecord, { minLength: 1, maxLength: 8 }), async (records) => {
      const vacancies = records.map((record, i) => ({
        ...record,
        employer: `${record.employer}${i}`,
        uscc: null,
      }));
      const { rows } = await read(await written('vacancies', vacancies), 'vacancies');
      expect(rows.map(({ record }) => record)).toEqual(
        vacancies.map((record) => ({ ...unordered(record), shiftText: expect.any(String) })),
      );
    }),
    { numRuns: 150 },
  ));

it('writes the same bytes for the same records', async () => {
  const [record] = fc.sample(personRecord, { numRuns: 1, seed: 7 });
  expect(await written('people', [record!])).toEqual(await written('people', [record!]));
});

/** Lists come back in the order of their words, which means nothing. */
function unordered<T extends object>(record: T): T {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) =>
      Array.isArray(value)
        ? [key, expect.toSatisfy((list: unknown[]) => sameSet(list, value))]
        : [key, value],
    ),
  ) as T;
}

const sameSet = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item) => b.includes(item));
