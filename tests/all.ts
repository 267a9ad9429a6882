import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { buildWeb } from '#platform/launcher/webBuild.ts';

/**
 * `npm test`: every check and every test, side by side, because much of it waits for locks, pages and disks.
 * What each of them says is printed in one piece when it has ended.
 */

/** Resolves to whether it succeeded. */
async function run(name: string, ...command: string[]): Promise<boolean> {
  const since = performance.now();
  const child = spawn('sh', ['-c', '"$@" 2>&1', name, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = await text(child.stdout);
  const good = (await code) === 0;
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(`${said}\n${good ? '✓' : '✗'} ${name}, ${seconds} s\n`);
  return good;
}

const script = (name: string) => run(name, 'npm', 'run', '--silent', name);

/** One project of the tests; `.ci/run` counts from its report. */
const tests = (project: string) =>
  run(
    `tests of ${project}`,
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
  );

/** One after the other, also after a failure. */
async function inTurn(...names: string[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const name of names) results.push(await script(name));
  return results;
}

/** What the browser tests look at, built as `npm start` would. */
async function build(): Promise<boolean> {
  return buildWeb('test-results/web-build.log').then(
    () => true,
    (error: Error) => {
      console.log(`${error.message}\n\n✗ web build\n`);
      return false;
    },
  );
}

const results = await Promise.all([
  tests('rooms'),
  inTurn('lint', 'typecheck'),
  // Checks of the web compile its messages anew, which must not happen while it is being built.
  build().then((built) => Promise.all([built, built && tests('e2e'), inTurn('check:web', 'unused')])),
]);
process.exitCode = results.flat(2).every(Boolean) ? 0 : 1;
