/**
 * Reads a ledger of 100,000 rows by 42 columns in a process of its own and prints time, CPU time and peak memory.
 * `npm run bench:ledgers -- [rows]`
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { education, labourCapacity } from '#contract/codes/person.ts';
import { idCheckCharacter } from '#contract/identifiers.ts';
import type { Problem } from '#ledgers/problems.ts';
import { openLedger } from '#ledgers/read.ts';
import type { PersonRecord } from '#ledgers/records.ts';
import { returnedWorkbook } from '#ledgers/returned/workbook.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { writeWorkbook } from '#ledgers/write/workbook.ts';

const today = '2026-11-22';

/** Four to a household; all different, so that nothing is shared or cached. */
function person(i: number): PersonRecord {
  const birthDate = `${1960 + (i % 45)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const body = `52029${i % 10}${birthDate.replaceAll('-', '')}${String(Math.floor(i / 10) % 1000).padStart(3, '0')}`;
  const employed = i % 3 !== 0;
  return {
    county: '水城区',
    street: `街道${i % 40}`,
    community: `社区${i % 90}`,
    settlement: `安置点${Math.floor(i / 4) % 78}`,
    grid: `第${i % 9}网格`,
    building: `${i % 60}栋`,
    door: `${i % 4}单元-${100 + (i % 900)}`,
    householdNumber: `5202${Math.floor(i / 4)}`,
    headName: `户主${Math.floor(i / 4)}`,
    householdType: 'lifted',
    monitoring: null,
    origin: `某乡某村${i % 700}组`,
    name: `人${i}`,
    relation: i % 4 === 0 ? 'head' : 'child',
    idNumber: body + idCheckCharacter(body),
    birthDate,
    sex: Number(body[16]) % 2 === 1 ? '1' : '2',
    ethnicity: '06',
    education: education.values[i % 6]!,
    literate: true,
    languages: ['putonghua', 'miao'],
    health: '健康',
    healthLimits: [],
    disability: null,
    capacity: labourCapacity.values[i % 3]!,
    hardship: null,
    skills: ['6-05-01-03', 'HOME-COOKING'],
    certificates: ['health'],
    phone: `169${String(i).padStart(8, '0')}`,
    employment: employed ? 'employed' : 'unemployed',
    workRegion: 'county',
    channel: 'workshop',
    employerName: employed ? `单位${i % 2000}` : null,
    occupation: '6-05-01-03',
    workplace: `地点${i % 500}`,
    startedOn: '2025-03-01',
    endedOn: null,
    monthsThisYear: 8,
    monthlyPay: 2500 + (i % 2000),
    contract: true,
    insurance: false,
    unemploymentReason: employed ? null : 'care',
    care: employed ? null : { kind: 'child', freeFrom: 510, freeUntil: 990 },
    willing: true,
    wishTraining: true,
    wishOccupations: ['4-09-08-01'],
    wishAway: 'county',
    wishMinPay: 2500,
    wishMaxMinutes: 40,
    wishLodging: false,
    wishPartTime: false,
    responsible: `干部${i % 300}`,
    updatedOn: '2026-10-01',
  };
}

async function main([mode, file, count = '100000']: string[]): Promise<void> {
  if (mode === 'write') await write(file!, Number(count));
  else if (mode === 'read') await read(file!);
  else if (mode === 'return') await give(file!);
  else measure(Number(mode ?? 100_000));
}

async function write(file: string, count: number): Promise<void> {
  const people = function* () {
    for (let i = 0; i < count; i++) yield person(i);
  };
  const sheet = ledgerSheet('people', people(), { today, titles: ['劳动力就业台账'] });
  await pipeline(Readable.from(writeWorkbook([sheet])), createWriteStream(file));
}

async function read(file: string): Promise<void> {
  const ledger = await openLedger(readFileSync(file), 'people', { today });
  for await (const _ of ledger);
  const { rows, valid } = ledger.summary;
  process.stdout.write(`${valid} of ${rows} rows valid, `);
}

/** Every tenth row has a problem. */
async function give(file: string): Promise<void> {
  const problems: Problem[] = [];
  for (let row = 3; row < 100_000; row += 10)
    problems.push({ row, column: '身份证号', value: null, code: 'id_checksum', reason: '对不上' });
  let bytes = 0;
  for await (const chunk of returnedWorkbook(readFileSync(file), 'people', problems)) bytes += chunk.length;
  process.stdout.write(`${Math.round(bytes / 1e6)} MB, `);
}

function measure(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'leye-ledgers-'));
  const file = join(folder, 'people.xlsx');
  try {
    for (const mode of ['write', 'read', 'return']) {
      const report = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
          console.log(((userCPUTime + systemCPUTime) / 1e6).toFixed(1) + ' s of CPU, ' + Math.round(maxRSS / 1024) + ' MiB peak') })`;
      const started = performance.now();
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [
          '--import',
          `data:text/javascript,${encodeURIComponent(report)}`,
          fileURLToPath(import.meta.url),
          mode,
          file,
          String(count),
        ],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(stderr);
      console.log(
        `${mode.padEnd(7)}${((performance.now() - started) / 1000).toFixed(1)} s, ${stdout.trim()}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main(process.argv.slice(2));
