import { expect, it } from 'vitest';
import type { Problem } from '#ledgers/problems.ts';
import { returnedWorkbook } from '#ledgers/returned/workbook.ts';
import { openArchive } from '#ledgers/zip/read.ts';
import {
  bytesOf,
  csv,
  goodPerson,
  peopleHeader,
  plainXlsx,
  rawXlsx,
  read,
  rowsOf,
} from '../helpers/ledgers.ts';

const bad = goodPerson.map((text, i) => (i === 2 ? '110105194912310021' : text));

async function returned(bytes: Uint8Array): Promise<Buffer> {
  const { rows, summary } = await read(bytes, 'people');
  const problems: Problem[] = [...rows.flatMap((row) => row.problems), ...summary.afterwards];
  return bytesOf(returnedWorkbook(bytes, 'people', problems));
}

it('gives their rows back with a column of reasons', async () => {
  const theirs = await plainXlsx([['标题'], peopleHeader, bad, goodPerson], ['A1:F1']);
  const rows = await rowsOf(await returned(theirs));
  expect(rows.map(({ cells }) => cells.slice(0, 6))).toEqual(
    (await rowsOf(theirs)).map(({ cells }) => cells),
  );
  expect(rows.map(({ cells }) => cells[6])).toEqual([
    undefined,
    '错误说明',
    '身份证号:身份证号最后一位对不上，可能抄错了某一位',
    undefined,
  ]);
});

it('keeps every byte of rows without problems, and every other part', async () => {
  const cell = (ref: string, text: string) =>
    `<x:c r="${ref}" s="1" t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
  const line = (number: number, cells: string[], extra = '') =>
    `<x:row r="${number}" ht="33" customHeight="1"${extra}>${cells.map((text, i) => cell(`${'ABCDEFG'[i]}${number}`, text)).join('')}<x:c r="K${number}" s="1"/></x:row>`;
  const good = line(2, goodPerson, ' spans="1:6"');
  const theirs = await rawXlsx({
    formats:
      '<xf numFmtId="0"/><xf numFmtId="49" fontId="3" fillId="1" applyFill="1"><alignment wrapText="1"/></xf>',
    rows: '',
    parts: {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:F3"/><x:cols><x:col min="1" max="16384" width="20"/></x:cols><x:sheetData>${line(1, peopleHeader)}${good}${line(3, bad)}</x:sheetData><x:autoFilter ref="A1:F3"/></x:worksheet>`,
      'xl/media/logo.png': Buffer.from([0x89, 0x50, 0, 255]),
      'xl/drawings/drawing1.xml': '<d/>',
    },
  });
  const [before, after] = [await openArchive(theirs), await openArchive(await returned(theirs))];
  expect(after.names).toEqual(before.names);
  for (const name of ['xl/media/logo.png', 'xl/drawings/drawing1.xml', 'xl/workbook.xml'])
    expect(await after.text(name)).toBe(await before.text(name));

  const sheet = (await after.text('xl/worksheets/sheet1.xml'))!;
  expect(sheet).toContain(good);
  expect(sheet).toContain('<x:autoFilter ref="A1:F3"/>');
  expect(sheet).toContain(
    '<x:cols><x:col min="1" max="6" width="20"/><x:col min="7" max="7" width="60" customWidth="1"/></x:cols>',
  );
  // the added header in the look of theirs
  expect(sheet).toContain('<x:c r="G1" s="1" t="inlineStr">');
  // style 1 of two, on red ground: 1 + 2 × 1
  expect(sheet).toContain('<x:c r="C3" t="inlineStr" s="3">');
  // the added cell stands before the empty one they had further right
  expect(sheet.indexOf('r="G3"')).toBeLessThan(sheet.indexOf('r="K3"'));
  expect((await after.text('xl/styles.xml'))!).toContain(
    '<xf fillId="2" applyFill="1" numFmtId="49" fontId="3"><alignment wrapText="1"/></xf>',
  );
});

it('colours an empty cell that had to be filled', async () => {
  const rows = await rowsOf(
    await returned(await plainXlsx([peopleHeader, goodPerson.map((text, i) => (i === 1 ? null : text))])),
  );
  expect(rows[1]!.cells[6]).toBe('姓名:这一格必须填');
});

it('a text file comes back as a workbook with the same row numbers, formulas disarmed', async () => {
  const bytes = csv(
    peopleHeader,
    [],
    goodPerson.map((text, i) => (i === 1 ? '=cmd()' : i === 2 ? '1' : text)),
  );
  const rows = await rowsOf(await returned(bytes));
  expect(rows.map(({ number }) => number)).toEqual([1, 3]);
  expect(rows[1]!.cells[1]).toBe("'=cmd()");
  expect(rows[1]!.cells[6]).toContain('身份证号应为 18 位');
});

it('what comes back can be corrected and sent again', async () => {
  const again = await read(await returned(await plainXlsx([peopleHeader, bad])), 'people');
  expect(again.unknownColumns).toEqual(['错误说明']);
  expect(again.rows[0]!.problems.map(({ code }) => code)).toEqual(['id_checksum']);
});
