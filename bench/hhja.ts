/** Reads and writes `.hhja` instance files: little-endian int32 arrays, in pieces because Node reads at most 2 GiB at once. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Instance } from '#matching/instance.ts';

const MAGIC = 'HHJA1\0\0\0';
const PIECE = 1 << 28;

/** An instance with what the file format carries besides. */
export interface Hhja extends Instance {
  readonly nS: number;
  readonly nC: number;
  readonly seed: number;
  /** [nS] county of each settlement */
  readonly sCounty: Int32Array;
}

/** Reads an instance; arrays live on SharedArrayBuffers when `shared`. */
export function readHhja(path: string, shared = false): Hhja {
  const fd = openSync(path, 'r');
  try {
    const fill = (bytes: Uint8Array): void => {
      for (let done = 0; done < bytes.length; ) {
        const n = readSync(fd, bytes, done, Math.min(PIECE, bytes.length - done), null);
        if (n === 0) throw new Error(`${path} is truncated`);
        done += n;
      }
    };
    const magic = new Uint8Array(8);
    fill(magic);
    if (Buffer.from(magic).toString('latin1') !== MAGIC) throw new Error(`${path} is not an .hhja file`);
    const ints = (length: number): Int32Array => {
      const bytes = 4 * length;
      const array = new Int32Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
      fill(new Uint8Array(array.buffer, 0, bytes));
      return array;
    };
    const [nH = 0, nP = 0, nV = 0, nE = 0, nS = 0, nC = 0, seed = 0] = ints(8);
    return {
      ...{ nH, nP, nV, nE, nS, nC, seed },
      hTier: ints(nH),
      hCov: ints(nH),
      hSett: ints(nH),
      pHh: ints(nP),
      vCap: ints(nV),
      vKind: ints(nV),
      vSett: ints(nV),
      sCounty: ints(nS),
      eStart: ints(nP + 1),
      eV: ints(nE),
      eScore: ints(nE),
    };
  } finally {
    closeSync(fd);
  }
}

export function writeHhja(path: string, i: Hhja): void {
  const fd = openSync(path, 'w');
  const put = (bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; )
      done += writeSync(fd, bytes, done, Math.min(PIECE, bytes.length - done));
  };
  put(Buffer.from(MAGIC, 'latin1'));
  const header = Int32Array.of(i.nH, i.nP, i.nV, i.nE, i.nS, i.nC, i.seed, 0);
  const { hTier, hCov, hSett, pHh, vCap, vKind, vSett, sCounty, eStart, eV, eScore } = i;
  for (const a of [header, hTier, hCov, hSett, pHh, vCap, vKind, vSett, sCounty, eStart, eV, eScore])
    put(new Uint8Array(a.buffer, a.byteOffset, a.byteLength));
  closeSync(fd);
}
