/**
 * The engine without servers: two ledgers in, 匹配方案.xlsx out.
 * `npm run --silent match -- --people F --vacancies F --out F [--json]`
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tier } from '#contract/codes/household.ts';
import { vacancyKind } from '#contract/codes/work.ts';
import { UnknownCountyError } from '#ledgers/places.ts';
import { type LedgerWorld, worldOf } from '#ledgers/toMatching.ts';
import { writePlan } from '#ledgers/write/plan.ts';
import { plan as makePlan } from '#matching/assign.ts';
import { canonicalInputs } from '#matching/canonicalInputs.ts';
import { MissingPolicyError } from '#matching/errors.ts';
import type { Plan } from '#matching/plan.ts';
import type { World } from '#matching/types.ts';
import { type Arguments, readArguments, UserError } from './match/arguments.ts';
import { exportOf, uncoveredByTier } from './match/export.ts';
import { policies, type ReadLedger, readLedgerFile } from './match/inputs.ts';

async function main(): Promise<void> {
  const now = new Date();
  const options = readArguments(process.argv.slice(2), now);
  const people = await readLedgerFile(options.people, 'people', options.today);
  const vacancies = await readLedgerFile(options.vacancies, 'vacancies', options.today);
  const ledgers = toWorld(people, vacancies, options);
  const plan = planOf(ledgers.world);
  const inputDigest = digestOf(ledgers.world);
  const problems = [...people.problems, ...vacancies.problems];
  const file = writePlan(exportOf(plan, ledgers, { at: now, inputDigest, problems }));
  await pipeline(Readable.from(file), createWriteStream(options.out)).catch((error: Error) => {
    throw new UserError(`写不了 ${options.out}:${error.message}`);
  });
  const totals = totalsOf(plan, inputDigest, people, vacancies);
  process.stdout.write(
    options.json ? `${JSON.stringify(totals)}\n` : `${told(totals)}\n写到 ${options.out}\n`,
  );
}

function toWorld(
  people: ReadLedger<'people'>,
  vacancies: ReadLedger<'vacancies'>,
  { today, county }: Arguments,
): LedgerWorld {
  try {
    return worldOf(people.records, vacancies.records, { today, policies, county });
  } catch (error) {
    if (!(error instanceof UnknownCountyError)) throw error;
    const what = error.county === '' ? '有的行没有写县' : `不认识县名“${error.county}”`;
    throw new UserError(`${what}，请用 --county 写明县代码，如 --county 520204`);
  }
}

function planOf(world: World): Plan {
  try {
    return makePlan(world);
  } catch (error) {
    if (!(error instanceof MissingPolicyError)) throw error;
    throw new UserError(`没有 ${error.region} 在 ${error.today} 有效的政策“${error.key}”，不能匹配`);
  }
}

function digestOf(world: World): string {
  const hash = createHash('sha256');
  for (const line of canonicalInputs(world)) hash.update(line);
  return hash.digest('hex');
}

function totalsOf(
  plan: Plan,
  inputDigest: string,
  people: ReadLedger<'people'>,
  vacancies: ReadLedger<'vacancies'>,
) {
  const { totals, certificate } = plan;
  const rows = ({ summary: { rows, valid, invalid } }: ReadLedger<'people'> | ReadLedger<'vacancies'>) => ({
    rows,
    valid,
    invalid,
  });
  return {
    today: plan.today,
    households: plan.households.length,
    employed: totals.outcomes.employed,
    zeroBefore: totals.zeroBefore,
    covered: totals.outcomes.covered,
    coveredByTier: totals.coveredByTier,
    uncovered: totals.outcomes.uncovered,
    uncoveredByTier: uncoveredByTier(plan),
    reasons: totals.reasons,
    seekers: totals.seekers,
    placed: totals.placed,
    placedByKind: totals.placedByKind,
    openPlaces: totals.openPlaces,
    score: totals.score,
    certificate,
    inputDigest,
    people: rows(people),
    vacancies: rows(vacancies),
  };
}

function told(totals: ReturnType<typeof totalsOf>): string {
  const byTier = tier.values.map((code) => `${tier.label(code)} ${totals.coveredByTier[code]}`).join(',');
  const byKind = vacancyKind.values
    .map((kind) => `${vacancyKind.label(kind)} ${totals.placedByKind[kind]}`)
    .join(',');
  return [
    `有劳动力家庭 ${totals.households} 户，其中已有人就业 ${totals.employed} 户`,
    `本次覆盖 ${totals.covered} 户（${byTier}），未覆盖 ${totals.uncovered} 户`,
    `求职 ${totals.seekers} 人，安排 ${totals.placed} 人（${byKind}）`,
    '方案已证明最优',
    `有问题没有采用：人员 ${totals.people.invalid} 行，岗位 ${totals.vacancies.invalid} 行（见“问题”表）`,
  ].join('\n');
}

try {
  await main();
} catch (error) {
  process.stderr.write(
    `${error instanceof UserError ? error.message : `出错了:${(error as Error).stack}`}\n`,
  );
  process.exitCode = 1;
}
