/** `npm run bench:incremental [FILE]`: time of one change on the city, exact after each; spot-checked by the certificate. */
import { certify } from '#matching/certificate.ts';
import { solve } from '#matching/flow.ts';
import { Engine, type Offer } from '#matching/incremental.ts';
import { placeGains } from '#matching/shadow.ts';
import { readHhja } from './hhja.ts';
import { families } from './instances/families.ts';
import { generate } from './instances/generate.ts';
import { Rng } from './instances/rng.ts';

const file = process.argv[2];
const instance = file === undefined ? generate(families.city!) : readHhja(file);
const solution = solve(instance);
// Before the objects of the other measurements fill the heap: marking those is not the work measured here.
const from = performance.now();
placeGains(instance, solution);
const gains = performance.now() - from;
const engine = new Engine(instance, solution);
const { nP, nV, nH, eStart, eV, eScore, vCap } = instance;
const random = new Rng(5);
const rounds = 1000;

const columns: Offer[][] = Array.from({ length: nV }, () => []);
for (let p = 0; p < nP; p++)
  for (let e = eStart[p]!; e < eStart[p + 1]!; e++) columns[eV[e]!]!.push({ with: p, score: eScore[e]! });
const row = (p: number): Offer[] =>
  Array.from(eV.subarray(eStart[p]!, eStart[p + 1]!), (v, k) => ({
    with: v,
    score: eScore[eStart[p]! + k]!,
  }));

const times = new Map<string, number[]>();
function time(name: string, change: () => void): void {
  const from = performance.now();
  change();
  const list = times.get(name) ?? [];
  list.push(performance.now() - from);
  times.set(name, list);
}

for (let k = 0; k < rounds; k++) {
  const v = random.int(nV);
  const p = random.int(nP);
  time('vacancy closes', () => engine.closeVacancy(v));
  time('vacancy opens', () => engine.changeCapacity(v, vCap[v]!));
  time('one place more', () => engine.changeCapacity(v, vCap[v]! + 1));
  time('one place less', () => engine.changeCapacity(v, vCap[v]!));
  let newcomer = -1;
  time('person comes', () => {
    newcomer = engine.addPerson(random.int(nH), row(p));
  });
  time('person goes', () => engine.removePerson(newcomer));
  const held = engine.vacancy(p);
  const offer = row(p).find((o) => o.with === held);
  if (offer === undefined) continue;
  time('refusal', () => engine.exclude(p, held));
  time('refusal withdrawn', () => engine.allow(p, held, offer.score));
  time('lock', () => engine.lock(p, held));
  time('unlock', () => engine.unlock(p));
}
for (let k = 0; k < 100; k++) {
  const v = random.int(nV);
  time('new vacancy posted', () => engine.openVacancy(0, 2, columns[v]!));
}

console.log('| change | median ms | p99 ms |\n|---|---|---|');
for (const [name, list] of times) {
  list.sort((a, b) => a - b);
  const at = (share: number) => list[Math.floor(share * (list.length - 1))]!.toFixed(3);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.99)} |`);
}
console.log(
  `\nexact gain of one more place at all ${nV} vacancies: ${gains.toFixed(0)} ms at the first call`,
);
const after = engine.snapshot();
const fresh = solve(after.instance);
const { valid } = certify(after.instance, after.solution);
const equal = JSON.stringify(fresh.objective) === JSON.stringify(after.solution.objective);
console.log(`after all changes: certificate ${valid}, equal to a solve from scratch ${equal}`);
if (!valid || !equal) process.exitCode = 1;
