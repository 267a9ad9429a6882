import type { Random } from './random.ts';

/**
 * Splits `total` into whole shares in proportion to the weights (largest remainder, ties to the first),
 * so that the shares always add up to the total.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) throw new RangeError('weights must hold a positive number');
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order.slice(0, left)) shares[index]!++;
  return shares;
}

/**
 * `count` whole numbers, distributed like `shape` (value → weight), shuffled, adding up to exactly `sum`.
 * Where the shape's mean is off, single numbers move by one towards the sum, within the shape's range.
 */
export function spread(
  random: Random,
  count: number,
  sum: number,
  shape: Readonly<Record<number, number>>,
): number[] {
  const values = Object.keys(shape).map(Number);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (sum < count * low || sum > count * high) {
    throw new RangeError(`${count} numbers of ${low}–${high} cannot add up to ${sum}`);
  }
  const counts = apportion(
    count,
    values.map((value) => shape[value]!),
  );
  const list = random.shuffle(values.flatMap((value, i) => Array<number>(counts[i]!).fill(value)));
  let rest = sum - list.reduce((a, b) => a + b, 0);
  for (let i = 0; rest !== 0; i = (i + 1) % count) {
    const step = Math.sign(rest);
    const moved = list[i]! + step;
    if (moved < low || moved > high) continue;
    list[i] = moved;
    rest -= step;
  }
  return list;
}
