import { isCalendarDate } from '#contract/identifiers.ts';
import { defaultToday } from './clock.ts';
import type { WorldOptions } from './generateWorld.ts';

/** Command-line options, for `parseArgs`, that choose a world. */
export const worldArgs = {
  scale: { type: 'string', default: '1/40' },
  seed: { type: 'string', default: '1' },
  today: { type: 'string', default: defaultToday },
} as const;

/**
 * @param args `scale` as 1, 0.1 or 1/40
 * @throws RangeError saying in Chinese which option cannot be used
 */
export function worldOptions(args: Record<keyof typeof worldArgs, string>): Required<WorldOptions> {
  const [part, whole = '1'] = args.scale.split('/');
  const scale = Number(part) / Number(whole);
  const seed = Number(args.seed);
  if (!(scale > 0 && scale <= 1)) throw new RangeError('--scale 要大于 0、不超过 1，如 1 或 1/40');
  if (!Number.isSafeInteger(seed)) throw new RangeError('--seed 要写整数');
  if (!isCalendarDate(args.today)) throw new RangeError('--today 要写成 2026-11-22 这样的日期');
  return { scale, seed, today: args.today };
}
