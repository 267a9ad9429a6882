import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leye-match-'));
});
afterAll(() => rm(folder, { recursive: true }));

const people = `户编号,户主,与户主关系,户类型,县,街道,安置点,姓名,身份证号,劳动能力,就业状态,未就业原因,技能/证书
HH1,张三,户主,监测对象,水城区,海坪街道,海坪安置点,张三,520221198503070029,普通劳动力,未就业,,缝纫
HH2,李四,户主,脱贫户,水城区,海坪街道,海坪安置点,李四,110105194912310021,普通劳动力,未就业,,
HH3,王五,户主,脱贫户,水城区,海坪街道,海坪安置点,王五,11010519491231002X,普通劳动力,已就业,,
`;
const vacancies = `单位,岗位,人数,工资计发方式,类型,地点,班次
好日子服装厂,缝纫工,1,2800-3500元/月,就业帮扶车间,海坪安置点,8:30-17:00
某公司,保安,若干,2500元/月,企业,海坪街道,白班
`;

async function match(...args: string[]) {
  const files = {
    people: join(folder, 'people.csv'),
    vacancies: join(folder, 'vacancies.csv'),
    out: join(folder, '匹配方案.xlsx'),
  };
  await writeFile(files.people, people);
  await writeFile(files.vacancies, vacancies);
  const named = [
    '--people',
    files.people,
    '--vacancies',
    files.vacancies,
    '--out',
    files.out,
    '--today',
    '2026-11-22',
  ];
  return { ...(await run(process.execPath, ['cli/match.ts', ...named, ...args])), out: files.out };
}

it('makes a proved plan from two ledgers and prints its totals', async () => {
  const { stdout, out } = await match('--json');
  expect(JSON.parse(stdout)).toMatchObject({
    households: 2,
    employed: 1,
    covered: 1,
    coveredByTier: { A: 1, B: 0, C: 0 },
    uncovered: 0,
    seekers: 1,
    placed: 1,
    placedByKind: { workshop: 1, market: 0 },
    certificate: { valid: true },
    people: { rows: 3, valid: 2, invalid: 1 },
    vacancies: { rows: 2, valid: 1, invalid: 1 },
  });
  const placements = await readSheet(out, '安置方案');
  expect(placements[1]).toEqual(
    expect.arrayContaining(['HH1', '张三', '缝纫工', '好日子服装厂', '2800–3500 元/月']),
  );
  const problems = await readSheet(out, '问题');
  expect(problems.slice(1).map(([ledger, row, column]) => [ledger, row, column])).toEqual([
    ['劳动力就业台账', 3, '身份证号'],
    ['用工需求台账', 3, '人数'],
    ['用工需求台账', 3, '班次'],
  ]);
  const account = Object.fromEntries((await readSheet(out, '运行说明')).map(([key, value]) => [key, value]));
  expect(account.方案值).toBe(account.上界);
});

it('the same ledgers give the same digest', async () => {
  const digest = async () =>
    (JSON.parse((await match('--json')).stdout) as { inputDigest: string }).inputDigest;
  expect(await digest()).toBe(await digest());
});

it.each([
  [[], '用法'],
  [['--people', 'x', '--vacancies', 'x', '--out', 'x'], '打不开劳动力就业台账'],
  [['--people', 'package.json', '--vacancies', 'x', '--out', 'x'], '没有找到劳动力就业台账的表头'],
])('says in Chinese what is wrong with %j', async (args, message) => {
  await expect(run(process.execPath, ['cli/match.ts', ...args])).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(message),
  });
});

it('leaves the ledgers as they were', async () => {
  await match();
  expect(await readFile(join(folder, 'people.csv'), 'utf8')).toBe(people);
});
