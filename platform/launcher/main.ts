import { mkdirSync } from 'node:fs';
import { EnvError, readLauncherEnv } from '../env.ts';
import { launch } from './launch.ts';
import { BadOptions, readOptions } from './options.ts';
import { NoPackage } from './packages.ts';
import { PartFailed } from './readiness.ts';
import { openReport } from './report.ts';
import { AlreadyRunning } from './stack.ts';

/** `npm start` and, with --dev, `npm run dev`. */

/** Ctrl-C must end everything within ten seconds, whatever hangs. */
const STOP_LIMIT = 9_500;

const report = openReport((line) => console.log(line));
const stop = new AbortController();

process.umask(0o022); // PostgreSQL may run as another user and must reach its programs
process.stdout.on('error', () => undefined); // the terminal may go away before us
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onStop);

try {
  const env = readLauncherEnv();
  const options = readOptions(process.argv.slice(2), env);
  mkdirSync(options.data, { recursive: true, mode: 0o711 });
  await launch({ options, env, report, signal: stop.signal });
  report.line('已停止 stopped');
  process.exit(0);
} catch (error) {
  process.exit(explain(error));
}

/** The second Ctrl-C does not wait: our end closes the pipes, and the guards end every child. */
function onStop() {
  if (stop.signal.aborted) process.exit(1);
  report.line('正在停止 stopping …');
  stop.abort();
  setTimeout(() => process.exit(1), STOP_LIMIT).unref();
}

/** Says what went wrong; resolves to the exit code. Being there already is no failure. */
function explain(error: unknown): number {
  if (error instanceof AlreadyRunning) {
    report.alreadyRunning(error.state.launcher.pid, error.state.urls);
    return 0;
  }
  const expected = [EnvError, BadOptions, NoPackage, PartFailed].some((kind) => error instanceof kind);
  console.error(expected ? `✗ ${(error as Error).message}` : error);
  return 1;
}
