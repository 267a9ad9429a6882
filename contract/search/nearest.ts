/** Letters from which on one and two slips of the finger are forgiven, as the engine's settings have it. */
const FORGIVEN = [
  { from: 8, slips: 2 },
  { from: 4, slips: 1 },
];

/**
 * The beginning of a known sound that is nearest to a mistyped one: fengrne → fengren.
 * Slips are a letter too many, too few, wrong, or two swapped (restricted Damerau–Levenshtein distance).
 * The first letter is taken at its word, or 男装 would become 包装. Among equals one of the length typed wins: letters are swapped more often than lost.
 * @returns undefined when nothing is near enough
 */
export function nearestSound(typed: string, known: Iterable<string>): string | undefined {
  const allowed = FORGIVEN.find(({ from }) => typed.length >= from)?.slips ?? 0;
  const cost = ({ sound, slips }: Near) => slips * 100 + Math.abs(sound.length - typed.length);
  let best: Near | undefined;
  for (const sound of known) {
    if (sound[0] !== typed[0]) continue;
    const near = nearestPrefix(typed, sound);
    if (near.slips <= allowed && (!best || cost(near) < cost(best))) best = near;
  }
  return best?.sound;
}

interface Near {
  readonly sound: string;
  readonly slips: number;
}

/** Rows are letters typed, columns letters of the sound; the least value of the last row names the prefix. */
function nearestPrefix(typed: string, sound: string): Near {
  let before: number[] = [];
  let row = Array.from({ length: sound.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= sound.length; j += 1) {
      const same = typed[i - 1] === sound[j - 1];
      let least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === sound[j - 2] && typed[i - 2] === sound[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      next.push(least);
    }
    [before, row] = [row, next];
  }
  const slips = Math.min(...row);
  const ends = row.flatMap((value, length) => (value === slips ? [length] : []));
  const gap = (length: number) => Math.abs(length - typed.length);
  const length = ends.reduce((best, end) => (gap(end) < gap(best) ? end : best));
  return { sound: sound.slice(0, length), slips };
}

const at = (row: readonly number[], index: number) => row[index] as number;
