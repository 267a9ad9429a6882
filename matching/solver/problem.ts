/**
 * The core problem: maximum-weight bipartite b-matching with outside options.
 * Every person takes one place of an adjacent object or her outside option; an object has `cap` places;
 * maximise the sum of values. The household rule is already dissolved into objects (see transform.ts).
 *
 * An edge is one int32: object << bits | code, and its value is code + base[object]. Packing halves the memory
 * and the bandwidth of the scans, which is where all solvers of this family spend their time.
 */
export interface Problem {
  nP: number;
  nO: number;
  /** width of the score code in an edge */
  readonly bits: number;
  /** [nO] places */
  cap: Int32Array;
  /** [nO] number of edges */
  degree: Int32Array;
  /** [nO] value of a place before the score code is added */
  base: Float64Array;
  /** [nP] value of the outside option */
  out: Float64Array;
  /** [nP] edges of person p are edge[start[p]] … edge[end[p] − 1] */
  start: Int32Array;
  end: Int32Array;
  edge: Int32Array;
}

/** The same edges seen from the objects: person << bits | code. */
export interface Transpose {
  start: Int32Array;
  end: Int32Array;
  edge: Int32Array;
}

/** n zeros, which other threads can see when `shared`. */
export function ints(n: number, shared = false): Int32Array {
  return new Int32Array(shared ? new SharedArrayBuffer(4 * n) : new ArrayBuffer(4 * n));
}

/** Builds the transposed adjacency by counting sort. */
export function transpose(problem: Problem): Transpose {
  const { nP, nO, bits, start, end, edge, degree } = problem;
  const rEnd = new Int32Array(nO);
  const rStart = new Int32Array(nO);
  let total = 0;
  for (let o = 0; o < nO; o++) {
    rStart[o] = total;
    rEnd[o] = total;
    total += degree[o]!;
  }
  const rEdge = new Int32Array(total);
  const mask = (1 << bits) - 1;
  for (let p = 0; p < nP; p++) {
    const tag = p << bits;
    for (let e = start[p]!; e < end[p]!; e++) {
      const packed = edge[e]!;
      rEdge[rEnd[packed >> bits]!++] = tag | (packed & mask);
    }
  }
  return { start: rStart, end: rEnd, edge: rEdge };
}
