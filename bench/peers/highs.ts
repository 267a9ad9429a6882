/** HiGHS (npm, WebAssembly) as oracle: the optimum as a linear program, independent of every network argument. */
import { createRequire } from 'node:module';
import type { LegacyHighs } from 'highs';
import type { Instance } from '#matching/instance.ts';
import { placeValue, weightsOf } from '#matching/solver/objective.ts';

// The package is CommonJS with the types of a default export: take what `require` really returns.
const load = createRequire(import.meta.url)('highs') as () => Promise<LegacyHighs>;

/** The optimal value in score points; the matrix is totally unimodular, so the linear program is exact. */
export async function highsValue(instance: Instance): Promise<number> {
  const { nP, nV, nH, pHh, hTier, hCov, vCap, vKind, eStart, eV, eScore } = instance;
  const weights = weightsOf(instance);
  const objective: string[] = [];
  const rows: string[] = [];
  const ofVacancy: string[][] = Array.from({ length: nV }, () => []);
  const ofHousehold: string[][] = Array.from({ length: nH }, () => []);
  for (let p = 0; p < nP; p++) {
    const terms: string[] = [];
    for (let e = eStart[p]!; e < eStart[p + 1]!; e++) {
      const value = placeValue(weights, vKind[eV[e]!]!) + eScore[e]!;
      objective.push(`${value < 0 ? '-' : '+'} ${Math.abs(value)} x${e}`);
      terms.push(`+ x${e}`);
      ofVacancy[eV[e]!]!.push(`+ x${e}`);
      ofHousehold[pHh[p]!]!.push(`- x${e}`);
    }
    if (terms.length > 0) rows.push(`${terms.join(' ')} <= 1`);
  }
  for (let v = 0; v < nV; v++)
    if (ofVacancy[v]!.length > 0) rows.push(`${ofVacancy[v]!.join(' ')} <= ${vCap[v]}`);
  const bounds: string[] = [];
  for (let h = 0; h < nH; h++) {
    if (hCov[h] !== 0 || ofHousehold[h]!.length === 0) continue;
    objective.push(`+ ${weights.bonus[hTier[h]!]} y${h}`);
    rows.push(`y${h} ${ofHousehold[h]!.join(' ')} <= 0`);
    bounds.push(`0 <= y${h} <= 1`);
  }
  if (objective.length === 0) return 0;
  const text = `Maximize\n ${objective.join('\n ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`;
  const result = (await load()).solve(text);
  if (result.Status !== 'Optimal') throw new Error(`HiGHS: ${result.Status}`);
  return Math.round(result.ObjectiveValue);
}
