/** xoshiro128** (Blackman, Vigna) seeded by a 32-bit mix: the same instances on every machine. */
export class Rng {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    let s = seed >>> 0;
    const next = (): number => {
      s = (s + 2654435769) >>> 0;
      let t = s ^ (s >>> 16);
      t = Math.imul(t, 569420461);
      t ^= t >>> 15;
      t = Math.imul(t, 1935289751);
      return (t ^ (t >>> 15)) >>> 0;
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next();
  }

  u32(): number {
    const m = Math.imul(this.b, 5);
    const r = Math.imul((m << 7) | (m >>> 25), 9) >>> 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return r;
  }

  /** Uniform in [0, 1). */
  f(): number {
    return this.u32() / 4294967296;
  }

  int(n: number): number {
    return Math.floor(this.f() * n);
  }

  /** Standard normal (Box and Muller). */
  norm(): number {
    let u = 0;
    while (u === 0) u = this.f();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.f());
  }

  /** Index drawn by cumulative weights. */
  pick(cum: Float64Array): number {
    const x = this.f() * cum[cum.length - 1]!;
    let lo = 0;
    let hi = cum.length - 1;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (cum[m]! > x) hi = m;
      else lo = m + 1;
    }
    return lo;
  }
}

/** Uniform in [0, 1) from a pair of integers. */
export function hash01(a: number, b: number): number {
  let x = Math.imul(a ^ 2654435769, 2246822507) ^ Math.imul(b + 2135587861, 3266489909);
  x ^= x >>> 15;
  x = Math.imul(x, 739982445);
  x ^= x >>> 13;
  return (x >>> 0) / 4294967296;
}
