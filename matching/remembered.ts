import type { Candidates } from './candidates.ts';

/** Pairs kept in memory at 4 bytes each; beyond it persons are scored anew every time. */
const mostPairs = 100_000_000;
const chunkPairs = 1 << 20;
/** bits of a score, 0 … 1000 */
const scoreBits = 10;

/** The same candidates, each person scored once: pricing asks for all pairs again and again. */
export function remembered(candidates: Candidates, nP: number, limit = mostPairs): Candidates {
  const { vacancy, score } = candidates;
  const chunks: Int32Array[] = [];
  const chunkOf = new Int32Array(nP).fill(-1);
  const start = new Int32Array(nP);
  const count = new Int32Array(nP);
  let end = chunkPairs;
  let kept = 0;

  function keep(p: number, n: number): void {
    if (kept + n > limit || n > chunkPairs) return;
    if (end + n > chunkPairs) {
      chunks.push(new Int32Array(chunkPairs));
      end = 0;
    }
    const chunk = chunks.at(-1)!;
    chunkOf[p] = chunks.length - 1;
    start[p] = end;
    count[p] = n;
    for (let i = 0; i < n; i++) chunk[end + i] = (vacancy[i]! << scoreBits) | score[i]!;
    end += n;
    kept += n;
  }

  function scorePerson(p: number): number {
    const c = chunkOf[p]!;
    if (c < 0) {
      const n = candidates.scorePerson(p);
      keep(p, n);
      return n;
    }
    const chunk = chunks[c]!;
    const from = start[p]!;
    const n = count[p]!;
    for (let i = 0; i < n; i++) {
      const pair = chunk[from + i]!;
      vacancy[i] = pair >>> scoreBits;
      score[i] = pair & ((1 << scoreBits) - 1);
    }
    return n;
  }
  return { ...candidates, scorePerson };
}
