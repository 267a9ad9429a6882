import type { Hhja } from '../hhja.ts';
import { Rng } from './rng.ts';

type Pair = readonly [person: number, vacancy: number, score: number];

function fromLists(
  tiers: readonly number[],
  cov: readonly number[],
  pHh: readonly number[],
  caps: readonly number[],
  kinds: readonly number[],
  edges: readonly Pair[],
): Hhja {
  const nP = pHh.length,
    nV = caps.length;
  const E = edges.slice().sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const eStart = new Int32Array(nP + 1);
  for (const e of E) eStart[e[0] + 1]!++;
  for (let p = 0; p < nP; p++) eStart[p + 1]! += eStart[p]!;
  return {
    nH: tiers.length,
    nP,
    nV,
    nE: E.length,
    nS: 1,
    nC: 1,
    seed: 0,
    hTier: Int32Array.from(tiers),
    hCov: Int32Array.from(cov),
    hSett: new Int32Array(tiers.length),
    pHh: Int32Array.from(pHh),
    vCap: Int32Array.from(caps),
    vKind: Int32Array.from(kinds),
    vSett: new Int32Array(nV),
    sCounty: new Int32Array(1),
    eStart,
    eV: Int32Array.from(E.map((e) => e[1])),
    eScore: Int32Array.from(E.map((e) => e[2])),
  };
}
/** Instances built to hurt: chains, swallowed places, ties, price wars, public posts. */
export function adversarial(): Record<string, Hhja> {
  const out: Record<string, Hhja> = {};
  {
    const n = 2e3;
    const e: Pair[] = [];
    for (let i = 0; i < n - 1; i++) {
      e.push([i, i, 500], [i, i + 1, 499]);
    }
    e.push([n - 1, 0, 1]);
    out.adv_chain = fromLists(
      Array.from({ length: n }, () => 1),
      new Array<number>(n).fill(0),
      Array.from({ length: n }, (_, i) => i),
      new Array<number>(n).fill(1),
      new Array<number>(n).fill(0),
      e,
    );
  }
  {
    const e: Pair[] = [];
    const hh: number[] = [];
    const tiers: number[] = [];
    const K = 300;
    for (let h = 0; h < K; h++) {
      tiers.push(2);
      for (let j = 0; j < 5; j++) {
        const p = hh.length;
        hh.push(h);
        for (let t = 0; t < 6; t++) e.push([p, (h * 5 + j + t * 37) % 900, 900 + ((h + j + t) % 100)]);
      }
    }
    for (let h = 0; h < 600; h++) {
      tiers.push(h % 10 === 0 ? 0 : 1);
      const p = hh.length;
      hh.push(K + h);
      for (let t = 0; t < 2; t++) e.push([p, (h * 3 + t * 411) % 900, 100 + (h % 50)]);
    }
    out.adv_swallow = fromLists(
      tiers,
      new Array<number>(tiers.length).fill(0),
      hh,
      new Array<number>(900).fill(1),
      new Array<number>(900).fill(0),
      e,
    );
  }
  {
    const r = new Rng(7);
    const e: Pair[] = [];
    const hh: number[] = [];
    for (let p = 0; p < 3e3; p++) {
      hh.push(p >> 1);
      const s = new Set<number>();
      while (s.size < 12) s.add(r.int(40));
      for (const v of s) e.push([p, v, 500]);
    }
    out.adv_ties = fromLists(
      Array.from({ length: 1500 }, (_, i) => i % 3),
      new Array<number>(1500).fill(0),
      hh,
      new Array<number>(40).fill(20),
      new Array<number>(40).fill(0),
      e,
    );
  }
  {
    const e: Pair[] = [];
    const hh: number[] = [];
    for (let p = 0; p < 1200; p++) {
      hh.push(p);
      for (let v = 0; v < 50; v++) e.push([p, v, 1e3 - ((p * 7 + v * 13) % 3)]);
      if (p % 4 === 0) e.push([p, 50 + (p >> 2), 1]);
    }
    out.adv_pricewar = fromLists(
      Array.from({ length: 1200 }, (_, i) => i % 3),
      new Array<number>(1200).fill(0),
      hh,
      new Array<number>(350).fill(1),
      new Array<number>(350).fill(0),
      e,
    );
  }
  {
    const r = new Rng(11);
    const e: Pair[] = [];
    const hh: number[] = [];
    const tiers: number[] = [];
    const cov: number[] = [];
    for (let h = 0; h < 400; h++) {
      tiers.push(r.int(3));
      cov.push(r.f() < 0.2 ? 1 : 0);
      const k = 1 + r.int(4);
      for (let j = 0; j < k; j++) {
        const p = hh.length;
        hh.push(h);
        const n = r.int(6);
        const s = new Set<number>();
        for (let t = 0; t < n; t++) s.add(r.int(120));
        for (const v of s) e.push([p, v, r.int(1001)]);
      }
    }
    out.adv_public = fromLists(
      tiers,
      cov,
      hh,
      Array.from({ length: 120 }, () => 1 + r.int(4)),
      Array.from({ length: 120 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
      e,
    );
  }
  return out;
}
