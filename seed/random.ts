/** A deterministic source of randomness. The same seed gives the same stream on every machine. */
export interface Random {
  /** uniform in [0, 1) */
  next(): number;
  /** uniform integer, both ends included */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** one of the values, in proportion to its weight */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** the list in random order, as a new list */
  shuffle<T>(list: readonly T[]): T[];
  /** bell-shaped around the middle of the range (mean of three uniforms) */
  around(min: number, max: number): number;
  /** an independent stream: what one part draws never shifts what another part gets */
  fork(label: string | number): Random;
}

export function createRandom(seed: string | number): Random {
  const draw = sfc32(String(seed));
  const random: Random = {
    next: draw,
    int: (min, max) => min + Math.floor(draw() * (max - min + 1)),
    chance: (probability) => draw() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('cannot pick from an empty list');
      return list[Math.floor(draw() * list.length)]!;
    },
    weighted: (choices) => {
      let rest = draw() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        rest -= weight;
        if (rest < 0) return value;
      }
      throw new RangeError('weights must hold a positive number');
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(draw() * (i + 1));
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    around: (min, max) => min + Math.floor(((draw() + draw() + draw()) / 3) * (max - min + 1)),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
  return random;
}

/** sfc32 (PractRand), seeded with four FNV-1a hashes of the text. */
function sfc32(text: string): () => number {
  let a = fnv1a(text, 0x811c9dc5);
  let b = fnv1a(text, a ^ 0x9e3779b9);
  let c = fnv1a(text, b ^ 0x85ebca6b);
  let counter = fnv1a(text, c ^ 0xc2b2ae35);
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The first outputs still show the seed: throw them away.
  for (let i = 0; i < 12; i++) draw();
  return draw;
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
