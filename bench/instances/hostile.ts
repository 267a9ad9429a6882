/** Larger instances built to hurt, one idea each; `node bench/generate.ts hostile DIR` writes them as hostile_NAME. */
import type { Hhja } from '../hhja.ts';
import { Rng } from './rng.ts';

interface Shape {
  readonly persons: number;
  readonly vacancies: number;
  /** household of a person, numbered from 0 without gaps */
  readonly household: (p: number) => number;
  readonly tier?: (h: number) => number;
  readonly covered?: (h: number) => number;
  readonly places: (v: number) => number;
  readonly kind?: (v: number) => number;
  /** vacancies of a person, repeats allowed */
  readonly offers: (p: number, random: Rng) => readonly number[];
  readonly score: (p: number, v: number, random: Rng) => number;
}

const PERSONS = 20_000;
const some = (n: number, of: number, random: Rng): number[] =>
  Array.from({ length: n }, () => random.int(of));
const pairs = (p: number): number => p >> 1;
const any = (_p: number, _v: number, random: Rng): number => random.int(1001);

const shapes: Readonly<Record<string, Shape>> = {
  /** every score the same: nothing but coverage and ties */
  ties: {
    ...{ persons: PERSONS, vacancies: 2000, household: pairs, places: () => 5 },
    offers: (_p, random) => some(25, 2000, random),
    score: () => 500,
  },
  /** all scores 0 */
  zero: {
    ...{ persons: PERSONS, vacancies: 3000, household: (p) => p >> 2, places: (v) => v % 7 },
    offers: (_p, random) => some(25, 3000, random),
    score: () => 0,
  },
  /** everybody fights for the same few places; one in four has a poor way out */
  war: {
    ...{ persons: PERSONS, vacancies: 5100, household: (p) => p, places: () => 1 },
    offers: (p) => [
      ...Array.from({ length: 30 }, (_, k) => (p + 3 * k) % 100),
      ...(p % 4 ? [] : [100 + (p >> 2)]),
    ],
    score: (p, v) => (v >= 100 ? 1 : 1000 - ((p * 7 + v * 13) % 3)),
  },
  /** long chains: everybody prefers the next one's place a little */
  chain: {
    ...{ persons: PERSONS, vacancies: PERSONS, household: (p) => p, places: () => 1 },
    offers: (p) => (p === PERSONS - 1 ? [0] : [p, p + 1]),
    score: (p, v) => (p === PERSONS - 1 ? 1 : v === p ? 500 : 501),
  },
  /** one vacancy takes half of all, the rest compete for single places */
  huge: {
    ...{ persons: PERSONS, vacancies: 3000, household: pairs, places: (v) => (v === 0 ? PERSONS / 2 : 1) },
    offers: (_p, random) => [0, ...some(20, 3000, random)],
    score: any,
  },
  /** large families swallow the places that small households of higher tiers need */
  swallow: {
    persons: PERSONS,
    vacancies: 8000,
    household: (p) => (p < 15_000 ? Math.floor(p / 5) : p - 12_000),
    tier: (h) => (h < 3000 ? 2 : h % 10 ? 1 : 0),
    places: () => 1,
    offers: (p, random) => some(p < 15_000 ? 20 : 3, 8000, random),
    score: (p, _v, random) => (p < 15_000 ? 900 + random.int(100) : 100 + random.int(50)),
  },
  /** mostly public posts, which only the coverage of a household pays for */
  public: {
    ...{ persons: PERSONS, vacancies: 3000, household: (p) => Math.floor(p / 3), tier: (h) => h % 3 },
    ...{ covered: (h) => (h % 5 === 0 ? 1 : 0), places: (v) => 1 + (v % 4), kind: (v) => (v % 5 ? 1 : 0) },
    offers: (_p, random) => some(20, 3000, random),
    score: any,
  },
  /** one place for twenty persons, only tier A and C; a third of the persons has no offer at all */
  scarce: {
    ...{
      persons: PERSONS,
      vacancies: 500,
      household: pairs,
      tier: (h) => (h % 2) * 2,
      places: (v) => 1 + (v % 3),
    },
    offers: (p, random) => (p % 3 ? some(30, 500, random) : []),
    score: any,
  },
  /** a narrow band of scores over a ladder of regions, so that prices must travel far */
  ladder: {
    ...{ persons: PERSONS, vacancies: 4000, household: pairs, places: (v) => (v < 3900 ? 4 : 20) },
    offers: (p, random) => some(20, 80, random).map((k) => Math.min(3999, Math.floor(p / 5) + k)),
    score: (p, v) => 500 + ((p * 31 + v * 17) % 5),
  },
};

export const hostileNames = Object.keys(shapes).map((name) => `hostile_${name}`);

export function hostile(): Record<string, Hhja> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [`hostile_${name}`, build(shape)]));
}

function build({
  persons: nP,
  vacancies: nV,
  household,
  tier,
  covered,
  places,
  kind,
  offers,
  score,
}: Shape): Hhja {
  const random = new Rng(17);
  const nH = household(nP - 1) + 1;
  const eStart = new Int32Array(nP + 1);
  const eV: number[] = [];
  const eScore: number[] = [];
  for (let p = 0; p < nP; p++) {
    for (const v of [...new Set(offers(p, random))].sort((a, b) => a - b)) {
      eV.push(v);
      eScore.push(score(p, v, random));
    }
    eStart[p + 1] = eV.length;
  }
  return {
    ...{ nH, nP, nV, nE: eV.length, nS: 1, nC: 1, seed: 17 },
    hTier: Int32Array.from({ length: nH }, (_, h) => tier?.(h) ?? 1),
    hCov: Int32Array.from({ length: nH }, (_, h) => covered?.(h) ?? 0),
    hSett: new Int32Array(nH),
    pHh: Int32Array.from({ length: nP }, (_, p) => household(p)),
    vCap: Int32Array.from({ length: nV }, (_, v) => places(v)),
    vKind: Int32Array.from({ length: nV }, (_, v) => kind?.(v) ?? 0),
    vSett: new Int32Array(nV),
    sCounty: new Int32Array(1),
    eStart,
    eV: Int32Array.from(eV),
    eScore: Int32Array.from(eScore),
  };
}
