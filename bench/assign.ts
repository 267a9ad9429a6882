/** `npm run --silent assign -- FILE [--threads N]`: solves a file exactly, checks the certificate, prints one JSON line. */
import { parseArgs } from 'node:util';
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import { readHhja } from './hhja.ts';
import { helpersFor } from './threads.ts';

const seconds = (from: number): number => Number(((performance.now() - from) / 1000).toFixed(4));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' } },
});
const helpers = helpersFor(Number(values.threads ?? 1));
const file = positionals[0];
if (file === undefined) throw new Error('usage: npm run --silent assign -- FILE [--threads N]');
const loading = performance.now();
const instance = readHhja(file);
const load_s = seconds(loading);
const solving = performance.now();
const solution = solve(instance, helpers ? { helpers } : {});
const solve_s = seconds(solving);
const { valid, objective, reason } = certify(instance, solution);
const rss_mb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...objective, certificate: valid, reason, load_s, solve_s, rss_mb }));
if (!valid) process.exitCode = 1;
