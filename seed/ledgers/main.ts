import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { type SheetContent, writeWorkbook } from '#ledgers/write/workbook.ts';
import { generateWorld } from '../generateWorld.ts';
import { worldArgs, worldOptions } from '../options.ts';
import { createRandom } from '../random.ts';
import { dirtySheet } from './dirtySheet.ts';
import { peopleRecords, vacancyRecords } from './records.ts';

/**
 * `npm run seed:ledgers -- --out DIR [--dirty] [--rows N] [--scale 1/40] [--seed 1] [--today 2026-11-22]`
 * Writes the demo world as 劳动力就业台账.xlsx and 用工需求台账.xlsx; dirty ones come with a manifest of
 * what was done to them. No database is needed.
 */
const { values: args } = parseArgs({
  options: {
    out: { type: 'string' },
    dirty: { type: 'boolean', default: false },
    rows: { type: 'string' },
    ...worldArgs,
  },
});
if (!args.out) {
  console.error('请给出目录：npm run seed:ledgers -- --out DIR');
  process.exit(1);
}
const { out } = args;
const options = worldOptions(args);
const { today, seed } = options;
const limit = args.rows === undefined ? Number.POSITIVE_INFINITY : Number(args.rows);
const world = generateWorld(options);

mkdirSync(out, { recursive: true });
await write('people', '劳动力就业台账', peopleRecords(world));
await write('vacancies', '用工需求台账', vacancyRecords(world));

async function write<K extends LedgerKind>(kind: K, name: string, records: Iterable<RecordOf<K>>) {
  const title = `六盘水市易地扶贫搬迁${name}（演示数据）`;
  const some = take(records, limit);
  if (!args.dirty) return save(name, ledgerSheet(kind, some, { today, titles: [title] }));
  const titles = [title, `填报单位：市就业局    填报日期：${today}`];
  const { sheet, manifest } = dirtySheet(kind, some, createRandom(`dirt/${seed}/${kind}`), { today, titles });
  writeFileSync(join(out, `${name}-清单.json`), JSON.stringify(manifest, null, 2));
  return save(name, sheet);
}

async function save(name: string, sheet: SheetContent) {
  const path = join(out, `${name}.xlsx`);
  await pipeline(Readable.from(writeWorkbook([sheet])), createWriteStream(path));
  console.log(path);
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken++ >= count) return;
    yield item;
  }
}
