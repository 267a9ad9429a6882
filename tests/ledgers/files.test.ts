import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLedger } from '#ledgers/read.ts';
import type { RefusalCode } from '#ledgers/refusal.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { writeWorkbook } from '#ledgers/write/workbook.ts';
import { vacancyRecord } from '../helpers/ledgerRecords.ts';
import {
  bytesOf,
  collect,
  csv,
  goodPerson,
  peopleHeader,
  plainXlsx,
  rawXlsx,
  read,
  rowsOf,
  today,
} from '../helpers/ledgers.ts';

const refused = (code: RefusalCode) => expect.objectContaining({ name: 'LedgerRefused', code });
const opening = async (bytes: Uint8Array) => collect(await openLedger(bytes, 'people', { today }));
const cell = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: readonly string[]) =>
  `<row r="${number}">${cells.map((text, i) => cell(`${String.fromCharCode(65 + i)}${number}`, text)).join('')}</row>`;
const ledgerXml = row(1, peopleHeader) + row(2, goodPerson);

it.each<[string, Uint8Array, RefusalCode]>([
  ['an empty file', Buffer.alloc(0), 'empty_file'],
  ['an .xls under any name', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'old_excel'],
  [
    'a password-protected workbook',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  [
    'a web page named .xls',
    Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'),
    'not_a_ledger_file',
  ],
  ['a PDF', Buffer.from('%PDF-1.7'), 'not_a_ledger_file'],
  ['bytes that are no text', Buffer.from([0x80, 0x81, 0xff, 0xff, 0x00, 0x01]), 'unknown_encoding'],
  ['half a ZIP', Buffer.from('504b0304', 'hex'), 'broken_file'],
  ['a text without a header', Buffer.from('今天天气很好\n明天也是'), 'no_header'],
])('refuses %s and says why', async (_, bytes, code) => {
  await expect(opening(bytes)).rejects.toEqual(refused(code));
});

it('says which ledger it is when it is the other one', async () => {
  const [record] = fc.sample(vacancyRecord, { numRuns: 1, seed: 3 });
  const vacancies = await bytesOf(writeWorkbook([ledgerSheet('vacancies', [record!], { today })]));
  const message = '这份是用工需求台账，不是劳动力就业台账。请放到“用工需求台账”一栏上传';
  await expect(opening(vacancies)).rejects.toMatchObject({ code: 'other_ledger', message });
  const people = openLedger(csv(peopleHeader, goodPerson), 'vacancies', { today });
  await expect(people).rejects.toEqual(refused('other_ledger'));
});

it('refuses macros, binary sheets, documents of other programs and a DOCTYPE', async () => {
  const variants: [Uint8Array, RefusalCode][] = [
    [await rawXlsx({ rows: ledgerXml, parts: { 'xl/vbaProject.bin': 'x' } }), 'macros'],
    [await rawXlsx({ rows: ledgerXml, parts: { 'xl/workbook.bin': 'x' } }), 'not_a_ledger_file'],
    [await rawXlsx({ rows: ledgerXml, parts: { '_rels/.rels': '<Relationships/>' } }), 'not_a_ledger_file'],
    [
      await rawXlsx({
        rows: '',
        parts: {
          'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${row(1, ['&e;'])}</sheetData></worksheet>`,
        },
      }),
      'broken_file',
    ],
    [await rawXlsx({ rows: row(1, ['&undefined;']) }), 'broken_file'],
    [await rawXlsx({ rows: '<row r="1"><c r="A1"><v>1</v></row>' }), 'broken_file'],
  ];
  for (const [bytes, code] of variants) await expect(opening(bytes)).rejects.toEqual(refused(code));
});

it('never inflates more than an entry declares, nor an entry that declares too much', async () => {
  const workbook = await rawXlsx({ rows: ledgerXml });
  const lying = Buffer.from(workbook);
  // the central directory's entry of the sheet: its declared size becomes one byte
  const entry = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  lying.writeUInt32LE(1, entry + 24);
  await expect(opening(lying)).rejects.toEqual(refused('broken_file'));
  const huge = Buffer.from(workbook);
  huge.writeUInt32LE(0xfffffff0, entry + 24);
  await expect(opening(huge)).rejects.toEqual(refused('too_big'));
});

it('refuses a path that leaves the archive', async () => {
  await expect(opening(await rawXlsx({ rows: ledgerXml, parts: { '../../evil': 'x' } }))).rejects.toEqual(
    refused('broken_file'),
  );
});

it('passes a million empty rows without keeping one', async () => {
  const empty = '<row s="1"/>'.repeat(1_000_000);
  const rows = await rowsOf(
    await rawXlsx({ rows: `${row(1, ['姓名'])}${empty}<row r="1000002"><c r="A1000002"><v>7</v></c></row>` }),
  );
  expect(rows).toEqual([
    { number: 1, cells: ['姓名'] },
    { number: 1_000_002, cells: [7] },
  ]);
});

it('reads shared strings, cached formulas, booleans, errors, dates and rich text', async () => {
  const bytes = await rawXlsx({
    workbook: '<workbookPr date1904="0"/>',
    numFmts:
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[红色]0.00_ "/>',
    formats:
      '<xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/><xf numFmtId="177"/><xf numFmtId="20"/>',
    strings: '<si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si><si><t>a_x000D_b</t></si>',
    rows: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>文字</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"><v>45296</v></c><c s="2"><v>45296.5</v></c><c s="3"><v>45296</v></c><c s="4"><v>0.3541666667</v></c><c t="s"><v>99</v></c></row>',
  });
  expect(await rowsOf(bytes)).toEqual([
    {
      number: 1,
      cells: ['张三', 'a\rb', 2, '文字', true, '#N/A', '2024-01-05', '2024-01-05 12:00', 45296, '08:30'],
    },
  ]);
});

it('fills merged cells', async () => {
  const rows = await rowsOf(
    await plainXlsx(
      [
        ['户', 'a'],
        [null, 'b'],
        [null, null, '末'],
      ],
      ['A1:A3'],
    ),
  );
  expect(rows.map(({ cells }) => cells[0])).toEqual(['户', '户', '户']);
});

it('reads text in UTF-8 with a mark, in GB18030 and in UTF-16, with bare CR, tabs and quotes', async () => {
  const header = peopleHeader.join(',');
  const line = goodPerson.join(',');
  // 㐄 has four bytes in GB18030
  const gb = Buffer.concat([
    gb18030('户编号,姓名,身份证号,安置点,劳动能力,就业状态\r\n'),
    gb18030('HH1,张'),
    Buffer.from([0x81, 0x39, 0xef, 0x33]),
    gb18030(',11010519491231002X,海坪,普通劳动力,未就业'),
  ]);
  const texts: [string, Buffer][] = [
    ['张三', Buffer.from(`\ufeff${header}\r${line}`)],
    ['张㐄', gb],
    ['张三', Buffer.from(`\ufeff${header}\n${line}`.replaceAll(',', '\t'), 'utf16le')],
    ['张三', Buffer.from(`"${header.replaceAll(',', '","')}"\n\n\n${line}`)],
  ];
  for (const [name, bytes] of texts) {
    const { rows } = await read(bytes, 'people');
    expect(rows.map(({ record }) => record?.name)).toEqual([name]);
  }
  const { rows } = await read(csv(peopleHeader, [], goodPerson), 'people');
  expect(rows[0]!.row).toBe(3);
});

it('names the missing columns, and every wanted one when there is no header', async () => {
  await expect(opening(csv(peopleHeader.slice(0, 4), goodPerson))).rejects.toThrow(
    '劳动力就业台账缺少这些列：劳动能力、就业状态',
  );
  await expect(openLedger(csv(['单位', '岗位', '人数'], []), 'vacancies', { today })).rejects.toThrow(
    '工资计发方式',
  );
});

it('stops when asked', async () => {
  const ledger = await openLedger(csv(peopleHeader, goodPerson), 'people', {
    today,
    signal: AbortSignal.abort(),
  });
  await expect(collect(ledger)).rejects.toThrow('aborted');
});

/** The Han of this test in GB18030; Node only decodes it. */
function gb18030(text: string): Buffer {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((mark) => codes.get(mark) ?? [mark.charCodeAt(0)]));
}
