/** Seeded random numbers (mulberry32) and the few distributions the generators need. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1 */
  float(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** integer 0 … n − 1 */
  int(n: number): number {
    return Math.floor(this.float() * n);
  }

  chance(share: number): boolean {
    return this.float() < share;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(2 * Math.PI * this.float());
  }

  /** normal with mean and deviation, cut off at both ends */
  between(low: number, high: number, mean: number, deviation: number): number {
    return Math.min(high, Math.max(low, mean + deviation * this.normal()));
  }

  /** index with probability proportional to its weight */
  pickWeighted(weights: readonly number[]): number {
    let x = this.float() * weights.reduce((a, b) => a + b, 0);
    for (let i = 0; i < weights.length - 1; i++) {
      x -= weights[i]!;
      if (x < 0) return i;
    }
    return weights.length - 1;
  }

  /** earlier items are likelier: rank^−0.9 */
  zipf<T>(items: readonly T[]): T {
    return items[this.pickWeighted(items.map((_, i) => (i + 1) ** -0.9))]!;
  }
}
