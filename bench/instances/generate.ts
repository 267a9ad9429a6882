/** Eligible pairs of a world, scored, and the best of each person kept in compressed rows. */
import type { Hhja } from '../hhja.ts';
import type { Spec } from './families.ts';
import { hash01, Rng } from './rng.ts';
import { buildWorld, type World } from './world.ts';

/** The instance of a family: each person keeps about `meanEdges` of her best pairs. */
export function generate(spec: Spec): Hhja {
  const w = buildWorld(spec);
  const r = new Rng(spec.seed ^ 1540483477);
  const nV = spec.nV,
    nP = w.nP;
  const vis: Int32Array[] = [];
  for (let c = 0; c < spec.nC; c++) {
    const a: number[] = [];
    for (let v = 0; v < nV; v++) if (w.vCounty[v]! === c || w.vCounty[v]! < 0) a.push(v);
    for (let v = 0; v < nV; v++)
      if (w.vCounty[v]! >= 0 && w.vCounty[v]! !== c && w.vKind[v]! !== 2) {
        for (let s = c; s < spec.nS; s += spec.nC)
          if (w.dist[s * spec.nS + w.vSett[v]!]! <= 25) {
            a.push(v);
            break;
          }
      }
    vis.push(Int32Array.from(a).sort());
  }
  const eStart = new Int32Array(nP + 1);
  let capE = nP * (spec.meanEdges + 4) + 1024;
  let eV = new Int32Array(capE),
    eScore = new Int32Array(capE),
    n = 0;
  const K0 = new Int32Array(nP);
  for (let p = 0; p < nP; p++)
    K0[p] = Math.max(3, Math.min(60, Math.round(spec.meanEdges * 1.17 * Math.exp(0.45 * r.norm() - 0.1))));
  const hk = new Float64Array(64),
    hv = new Int32Array(64),
    hs = new Int32Array(64);
  for (let p = 0; p < nP; p++) {
    const K = K0[p]!;
    let m = 0;
    const list = vis[w.sCounty[w.pSett[p]!]!]!;
    for (let i = 0; i < list.length; i++) {
      const v = list[i]!;
      const s = scorePair(w, p, v);
      if (s < 0) continue;
      const key = s + 260 * hash01(v ^ 349525, p);
      if (m < K) {
        let c = m++;
        while (c > 0) {
          const q = (c - 1) >> 1;
          if (hk[q]! <= key) break;
          hk[c] = hk[q]!;
          hv[c] = hv[q]!;
          hs[c] = hs[q]!;
          c = q;
        }
        hk[c] = key;
        hv[c] = v;
        hs[c] = s;
      } else if (key > hk[0]!) {
        let c = 0;
        for (;;) {
          let q = 2 * c + 1;
          if (q >= m) break;
          if (q + 1 < m && hk[q + 1]! < hk[q]!) q++;
          if (hk[q]! >= key) break;
          hk[c] = hk[q]!;
          hv[c] = hv[q]!;
          hs[c] = hs[q]!;
          c = q;
        }
        hk[c] = key;
        hv[c] = v;
        hs[c] = s;
      }
    }
    if (n + m > capE) {
      capE = Math.ceil(capE * 1.3) + 64;
      const a = new Int32Array(capE);
      a.set(eV);
      eV = a;
      const b = new Int32Array(capE);
      b.set(eScore);
      eScore = b;
    }
    const idx = Array.from({ length: m }, (_, i) => i).sort((a, b) => hv[a]! - hv[b]!);
    for (const i of idx) {
      eV[n] = hv[i]!;
      eScore[n] = hs[i]!;
      n++;
    }
    eStart[p + 1] = n;
  }
  return {
    nH: spec.nH,
    nP,
    nV,
    nE: n,
    nS: spec.nS,
    nC: spec.nC,
    seed: spec.seed,
    hTier: w.hTier,
    hCov: w.hCov,
    hSett: w.hSett,
    pHh: w.pHh,
    vCap: w.vCap,
    vKind: w.vKind,
    vSett: w.vSett,
    sCounty: w.sCounty,
    eStart,
    eV: eV.slice(0, n),
    eScore: eScore.slice(0, n),
  };
}

/** Score of a pair, −1 when not eligible. */
export function scorePair(w: World, p: number, v: number): number {
  const age = w.pAge[p]!;
  if (age < w.vAmin[v]! || age > w.vAmax[v]!) return -1;
  if (w.pEdu[p]! < w.vEdu[v]!) return -1;
  if ((w.pSkill[p]! & w.vSkill[v]!) >>> 0 !== w.vSkill[v]!) return -1;
  if (w.pLim[p]! && !w.vSed[v]!) return -1;
  if (w.vHours[v]! > w.pHours[p]!) return -1;
  const kind = w.vKind[v]!;
  if (kind !== 1 && w.vWage[v]! < w.pWage[p]!) return -1;
  let dterm = 0;
  if (kind === 2) {
    if (!w.pMig[p]!) return -1;
    if (w.vCounty[v]! >= 0 && w.vCounty[v]! !== w.sCounty[w.pSett[p]!]!) return -1;
    dterm = 90;
  } else {
    const d = w.dist[w.pSett[p]! * w.spec.nS + w.vSett[v]!]!;
    if (d > w.pKm[p]! && !(w.pMig[p]! && w.vDorm[v]!)) return -1;
    if (w.pCare[p]! && !(w.vFlex[v]! && d <= 8)) return -1;
    if (kind === 1 && d > 10) return -1;
    dterm = Math.max(0, 250 - 5 * d);
  }
  const wt = Math.min(220, Math.max(0, (w.vWage[v]! - w.pWage[p]!) * 0.08));
  const st = w.vSkill[v]! !== 0 ? 120 : 30;
  return Math.max(0, Math.min(1e3, Math.round(120 + dterm + wt + st + w.vQ[v]! * 0.9 + 120 * hash01(p, v))));
}
