import { type Check, type Finding, fail, type Patient } from '#platform/doctor/check.ts';
import { machineChecks } from '#platform/doctor/machine.ts';
import { partChecks } from '#platform/doctor/parts.ts';
import { childEnv, type Env, EnvError, readEnv, readLauncherEnv } from '#platform/env.ts';
import { readOptions } from '#platform/launcher/options.ts';
import { pad } from '#platform/launcher/table.ts';
import { driftCheck } from './doctorDrift.ts';

/** `npm run doctor [-- --data DIR]`: looks at everything, changes nothing; exit code 1 when something fails. */

const checks: readonly Check[] = [...machineChecks, ...partChecks, driftCheck];
const SIGNS = { ok: '✓', warn: '!', fail: '✗' } as const;

const { data } = readOptions(process.argv.slice(2), readLauncherEnv());
const patient: Patient = { dataDir: data, ...environment(data) };
const findings: Finding[] = [];
for (const check of checks) {
  const finding = await check.run(patient).catch((error: Error) => fail(error.message || String(error)));
  findings.push(finding);
  console.log(`${SIGNS[finding.level]} ${pad(check.title, 10)}  ${finding.text}`);
}
const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
console.log(`\n${count('ok')} 项正常，${count('warn')} 项提醒，${count('fail')} 项故障`);
process.exit(count('fail') > 0 ? 1 : 0);

function environment(dataDir: string): { env: Env | null; envError: string } {
  try {
    return { env: readEnv(childEnv({ DATA_DIR: dataDir })), envError: '' };
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return { env: null, envError: '没有可用的环境变量' };
  }
}
