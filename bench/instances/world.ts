/** A synthetic world: who lives where, what they can do, which vacancies are open. Mirrors the study's generator byte for byte. */
import type { Spec } from './families.ts';
import { Rng } from './rng.ts';

/** Households, persons and vacancies with their features, as columns. */
export interface World {
  readonly spec: Spec;
  readonly nP: number;
  readonly sCounty: Int32Array;
  readonly hTier: Int32Array;
  readonly hSett: Int32Array;
  readonly hCov: Int32Array;
  readonly pHh: Int32Array;
  readonly vCap: Int32Array;
  readonly vKind: Int32Array;
  readonly vSett: Int32Array;
  readonly vCounty: Int32Array;
  readonly pSett: Int32Array;
  readonly pAge: Uint8Array;
  readonly pSex: Uint8Array;
  readonly pEdu: Uint8Array;
  readonly pCare: Uint8Array;
  readonly pLim: Uint8Array;
  readonly pKm: Uint8Array;
  readonly pMig: Uint8Array;
  readonly pHours: Uint8Array;
  readonly vAmin: Uint8Array;
  readonly vAmax: Uint8Array;
  readonly vEdu: Uint8Array;
  readonly vFlex: Uint8Array;
  readonly vSed: Uint8Array;
  readonly vDorm: Uint8Array;
  readonly vQ: Uint8Array;
  readonly vHours: Uint8Array;
  readonly pSkill: Uint32Array;
  readonly vSkill: Uint32Array;
  readonly pWage: Uint16Array;
  readonly vWage: Uint16Array;
  readonly sx: Float32Array;
  readonly sy: Float32Array;
  /** [nS × nS] km between settlements */
  readonly dist: Float32Array;
}

export function buildWorld(spec: Spec): World {
  const r = new Rng(spec.seed);
  const { nH, nS, nC, nV } = spec;
  const side = Math.ceil(Math.sqrt(nC));
  const cx = new Float32Array(nC),
    cy = new Float32Array(nC);
  for (let c = 0; c < nC; c++) {
    cx[c] = (c % side) * 55 + r.norm() * 6;
    cy[c] = Math.floor(c / side) * 55 + r.norm() * 6;
  }
  const sx = new Float32Array(nS),
    sy = new Float32Array(nS),
    sCounty = new Int32Array(nS),
    sCum = new Float64Array(nS);
  let acc = 0;
  for (let s = 0; s < nS; s++) {
    const c = s % nC;
    sCounty[s] = c;
    sx[s] = cx[c]! + r.norm() * 14;
    sy[s] = cy[c]! + r.norm() * 14;
    acc += Math.exp(r.norm() * 0.9);
    sCum[s] = acc;
  }
  const dist = new Float32Array(nS * nS);
  for (let i = 0; i < nS; i++)
    for (let j = 0; j < nS; j++) dist[i * nS + j] = Math.hypot(sx[i]! - sx[j]!, sy[i]! - sy[j]!) * 1.35;
  const hTier = new Int32Array(nH),
    hSett = new Int32Array(nH),
    hN = new Int32Array(nH);
  const sizeCum = Float64Array.of(0.17, 0.5, 0.75, 0.89, 0.96, 1);
  let tot = 0;
  for (let h = 0; h < nH; h++) {
    const u = r.f();
    hTier[h] = u < 0.06 ? 0 : u < 0.6 ? 1 : 2;
    hSett[h] = r.pick(sCum);
    hN[h] = 1 + r.pick(sizeCum);
    tot += hN[h]!;
  }
  while (tot !== spec.nP) {
    const h = r.int(nH);
    if (tot < spec.nP && hN[h]! < 7) {
      hN[h]!++;
      tot++;
    } else if (tot > spec.nP && hN[h]! > 1) {
      hN[h]!--;
      tot--;
    }
  }
  const skCum = new Float64Array(28);
  {
    let a = 0;
    for (let k = 0; k < 28; k++) {
      a += 1 / (k + 1) ** 0.9;
      skCum[k] = a;
    }
  }
  const hCov = new Int32Array(nH);
  const pHh: number[] = [];
  const pAge: number[] = [];
  const pSex: number[] = [];
  const pEdu: number[] = [];
  const pSkill: number[] = [];
  const pCare: number[] = [];
  const pLim: number[] = [];
  const pWage: number[] = [];
  const pKm: number[] = [];
  const pMig: number[] = [];
  const pHours: number[] = [];
  for (let h = 0; h < nH; h++) {
    const hardship = Math.min(1, Math.max(0, 0.5 + 0.35 * r.norm()));
    const careHome = r.f() < 0.35;
    for (let i = 0; i < hN[h]!; i++) {
      const age = Math.min(64, Math.max(18, Math.round(i < 2 ? 44 + r.norm() * 9 : 27 + r.norm() * 8)));
      const sex = i === 1 ? 1 : i === 0 ? (r.f() < 0.2 ? 1 : 0) : r.int(2);
      const edu = Math.min(5, Math.max(0, Math.round((age < 35 ? 2.4 : 1.2) + r.norm() * 0.9)));
      let sk = 0;
      const n = Math.min(5, Math.max(0, Math.round(1.2 + 0.35 * edu + r.norm() * 1)));
      for (let k = 0; k < n; k++) sk |= 1 << r.pick(skCum);
      const care = careHome && (sex === 1 ? r.f() < 0.55 : r.f() < 0.06) ? 1 : 0;
      const lim = r.f() < 0.05 + (age > 52 ? 0.12 : 0) ? 1 : 0;
      const wage = Math.round(1800 + 250 * edu + 300 * Math.abs(r.norm()) - (care ? 500 : 0));
      const mig = !care && !lim && r.f() < (age < 40 ? 0.6 : 0.3) ? 1 : 0;
      const km = care
        ? 4 + r.int(5)
        : Math.min(120, Math.round(12 + 25 * r.f() + (sex === 0 ? 15 : 0) + (mig ? 30 : 0)));
      const hours = care && r.f() < 0.7 ? 5 : 10;
      const pSeek = Math.min(
        1,
        spec.seekShare * (0.35 + 1.3 * hardship) * (care ? 1.25 : 1) * (hTier[h]! === 0 ? 1.3 : 1),
      );
      const seek = spec.seekShare >= 1 || r.f() < pSeek;
      if (!seek) {
        hCov[h] = 1;
        continue;
      }
      pHh.push(h);
      pAge.push(age);
      pSex.push(sex);
      pEdu.push(edu);
      pSkill.push(sk >>> 0);
      pCare.push(care);
      pLim.push(lim);
      pWage.push(wage);
      pKm.push(km);
      pMig.push(mig);
      pHours.push(hours);
    }
  }
  const vCap = new Int32Array(nV),
    vKind = new Int32Array(nV),
    vSett = new Int32Array(nV),
    vCounty = new Int32Array(nV),
    vAmin = new Uint8Array(nV),
    vAmax = new Uint8Array(nV),
    vEdu = new Uint8Array(nV),
    vSkill = new Uint32Array(nV),
    vWage = new Uint16Array(nV),
    vFlex = new Uint8Array(nV),
    vSed = new Uint8Array(nV),
    vDorm = new Uint8Array(nV),
    vQ = new Uint8Array(nV),
    vHours = new Uint8Array(nV);
  for (let v = 0; v < nV; v++) {
    const u = r.f();
    const kind = u < spec.pubShare ? 1 : u < spec.pubShare + spec.exportShare ? 2 : 0;
    vKind[v] = kind;
    vSett[v] = kind === 2 ? -1 : r.pick(sCum);
    vCounty[v] = kind === 2 ? (r.f() < 0.5 ? -1 : r.int(nC)) : sCounty[vSett[v]!]!;
    const pareto = (1 - r.f()) ** (-1 / 1.35);
    vCap[v] =
      kind === 1 ? 1 + r.int(6) : Math.max(1, Math.min(kind === 2 ? 200 : 80, Math.round(1.15 * pareto)));
    vAmin[v] = kind === 2 ? 18 : 16;
    vAmax[v] = kind === 1 ? 64 : kind === 2 ? 45 + r.int(10) : 50 + r.int(13);
    vEdu[v] = kind === 1 ? 0 : Math.max(0, Math.min(4, Math.round(0.8 + r.norm() * 0.9)));
    const ns = kind === 1 ? 0 : r.f() < 0.45 ? 0 : r.f() < 0.75 ? 1 : 2;
    let sk = 0;
    for (let k = 0; k < ns; k++) sk |= 1 << r.pick(skCum);
    vSkill[v] = sk >>> 0;
    vWage[v] = Math.round(
      kind === 1
        ? 800 + r.int(400)
        : kind === 2
          ? 4200 + 900 * r.norm()
          : 2700 + 300 * vEdu[v]! + 350 * r.norm() + 250 * ns,
    );
    vFlex[v] = kind === 1 ? 1 : kind === 2 ? 0 : r.f() < 0.28 ? 1 : 0;
    vSed[v] = kind === 1 ? 1 : r.f() < 0.3 ? 1 : 0;
    vDorm[v] = kind === 2 ? 1 : r.f() < 0.15 ? 1 : 0;
    vQ[v] = Math.min(255, Math.max(0, Math.round(110 + 55 * r.norm() + 12 * Math.log2(vCap[v]!))));
    vHours[v] = vFlex[v]! ? 4 + r.int(4) : 8 + r.int(3);
  }
  {
    let s = 0;
    for (let v = 0; v < nV; v++) s += vCap[v]!;
    while (s !== spec.positions) {
      const v = r.int(nV);
      if (s < spec.positions) {
        const k = Math.min(spec.positions - s, 1 + Math.floor(vCap[v]! * 0.2));
        vCap[v]! += k;
        s += k;
      } else if (vCap[v]! > 1) {
        const k = Math.min(s - spec.positions, Math.max(1, Math.floor(vCap[v]! * 0.2)));
        vCap[v]! -= k;
        s -= k;
      }
    }
  }
  const nP = pHh.length;
  const pSett = new Int32Array(nP);
  for (let p = 0; p < nP; p++) pSett[p] = hSett[pHh[p]!]!;
  return {
    spec,
    sx,
    sy,
    sCounty,
    hTier,
    hSett,
    hCov,
    nP,
    pHh: Int32Array.from(pHh),
    pAge: Uint8Array.from(pAge),
    pSex: Uint8Array.from(pSex),
    pEdu: Uint8Array.from(pEdu),
    pSkill: Uint32Array.from(pSkill),
    pCare: Uint8Array.from(pCare),
    pLim: Uint8Array.from(pLim),
    pWage: Uint16Array.from(pWage),
    pKm: Uint8Array.from(pKm),
    pMig: Uint8Array.from(pMig),
    pSett,
    pHours: Uint8Array.from(pHours),
    vCap,
    vKind,
    vSett,
    vCounty,
    vAmin,
    vAmax,
    vEdu,
    vSkill,
    vWage,
    vFlex,
    vSed,
    vDorm,
    vQ,
    vHours,
    dist,
  };
}
