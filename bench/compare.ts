/**
 * `npm run bench:assign -- [FAMILY…]`: our solver against every peer this machine has, in one run, as ratios.
 * Each solver runs in its own process and solves once; ours counts its first call, compilation included, and for
 * the small families also the median of warmed calls.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import type { Instance } from '#matching/instance.ts';
import { readHhja } from './hhja.ts';
import { hostileNames } from './instances/hostile.ts';
import { greedy } from './peers/greedy.ts';
import { highsValue } from './peers/highs.ts';

const here = import.meta.dirname;
const folder = join(tmpdir(), 'leye-bench');
const SMALL = 100_000; // pairs: warmed calls and HiGHS only below
const SCIPY_LIMIT = 2_000_000; // pairs when every place of a vacancy counts as one of its own, as LAPJV needs
const SHARED = 5_000_000; // pairs: a run on two threads too from here on, as in flow.ts
const LARGE = 10_000_000; // pairs: one run each, and of LEMON cost scaling only; its simplex takes a quarter of an hour
const RUNS = 3;

const asked = process.argv.slice(2);
const families =
  asked.length > 0
    ? asked
    : ['village', 'town', 'county', 'city', 'scarce', 'crunch', 'stress', 'adv', 'hostile'];
mkdirSync(folder, { recursive: true });
const lemon = compileLemon();
console.log(`${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, Node ${process.version}\n`);
console.log(
  '| instance | pairs | covered (greedy) | certified | ours s | warm s | 2 threads s | LEMON ns / cs s | ratio | scipy s | HiGHS s |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const family of families) for (const name of namesOf(family)) await compare(name);

function namesOf(family: string): string[] {
  const adversarial = ['chain', 'swallow', 'ties', 'pricewar', 'public'].map((kind) => `adv_${kind}`);
  const names = family === 'adv' ? adversarial : family === 'hostile' ? hostileNames : [family];
  if (!names.every((name) => existsSync(join(folder, `${name}.hhja`))))
    execFileSync(process.execPath, [join(here, 'generate.ts'), family, folder]);
  return names;
}

async function compare(name: string): Promise<void> {
  const file = join(folder, `${name}.hhja`);
  const instance = readHhja(file);
  const { value } = certify(instance, solve(instance));
  const large = instance.nE >= LARGE;
  const runs = large ? 1 : RUNS;
  const ourRun = (...options: string[]) =>
    bestOf(runs, () => run('npm', ['run', '--silent', 'assign', '--', file, ...options]));
  const ours = ourRun();
  const shared = instance.nE >= SHARED ? ourRun('--threads', '2') : undefined;
  const covered = sum(ours.covered);
  const small = instance.nE <= SMALL;
  const ns = lemon === undefined || large ? undefined : bestOf(runs, () => run(lemon, ['ns', file]));
  const cs = lemon === undefined ? undefined : bestOf(runs, () => run(lemon, ['cs', file]));
  const scipy =
    unfolded(instance) <= SCIPY_LIMIT ? run('python3', [join(here, 'peers/lapjvsp.py'), file]) : undefined;
  for (const peer of [ns, cs, scipy])
    if (peer && peer.value !== value)
      throw new Error(`${name}: a peer found ${peer.value}, ours is worth ${value}`);
  const fastest = Math.min(ns?.seconds ?? Infinity, cs?.seconds ?? Infinity);
  const row = [
    name,
    instance.nE,
    `${covered} (${sum(greedy(instance).covered)})`,
    ours.certificate ? 'yes' : 'NO',
    fixed(ours.seconds),
    small ? fixed(warm(() => solve(instance))) : '',
    shared ? fixed(shared.seconds) : '',
    cs ? `${ns ? fixed(ns.seconds) : '–'} / ${fixed(cs.seconds)}` : '',
    Number.isFinite(fastest) ? (ours.seconds / fastest).toFixed(2) : '',
    scipy ? fixed(scipy.seconds) : '',
    small
      ? fixed(
          await timed(async () => {
            if ((await highsValue(instance)) !== value) throw new Error(`${name}: HiGHS disagrees`);
          }),
        )
      : '',
  ];
  console.log(`| ${row.join(' | ')} |`);
}

interface Run {
  readonly seconds: number;
  readonly value?: number;
  readonly covered: readonly number[];
  readonly certificate: boolean;
}

/** Runs a solver once; undefined when this machine does not have it. */
function run(command: string, args: readonly string[]): Run | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 1_200_000 });
  if (status !== 0) return undefined;
  const line = JSON.parse(stdout.trim());
  return { covered: [], certificate: false, ...line, seconds: line.seconds ?? line.solve_s };
}

function bestOf(times: number, once: () => Run | undefined): Run {
  const runs = Array.from({ length: times }, once).filter((r) => r !== undefined);
  const best = runs.sort((a, b) => a.seconds - b.seconds)[0];
  if (best === undefined) throw new Error('a solver failed');
  return best;
}

function compileLemon(): string | undefined {
  const binary = join(folder, 'lemon');
  const { status } = spawnSync('g++', ['-O3', '-std=c++17', join(here, 'peers/lemon.cpp'), '-o', binary]);
  return status === 0 ? binary : undefined;
}

function warm(work: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const from = performance.now();
    work();
    times.push((performance.now() - from) / 1000);
  }
  return times.slice(20).sort((a, b) => a - b)[10]!;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

function unfolded({ nE, eV, vCap }: Instance): number {
  let pairs = 0;
  for (let e = 0; e < nE; e++) pairs += vCap[eV[e]!]!;
  return pairs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function fixed(seconds: number): string {
  return seconds.toFixed(seconds < 1 ? 3 : 2);
}
