import { addDays } from '#contract/days.ts';
import type { Reach } from '#contract/notices/templates.ts';

/** When and where notices go to a phone. Pure: the clock, the policy and what was sent come in. */

export interface NoticePolicy {
  /** hours of the day (Asia/Shanghai) between which phones stay quiet; equal: never */
  readonly quietFrom: number;
  readonly quietUntil: number;
  /** notices one recipient gets on their phone in a day */
  readonly dailyMax: number;
}

const HOUR = 3_600_000;
/** Asia/Shanghai has had no summer time since 1991. */
const OFFSET = 8 * HOUR;
/** Days an important notice waits for a free place; later it would be no news. */
const PATIENCE = 3;

/** The ISO day in Asia/Shanghai. */
export const localDay = (at: Date): string => new Date(at.getTime() + OFFSET).toISOString().slice(0, 10);

const hourOf = (at: Date): number => new Date(at.getTime() + OFFSET).getUTCHours();

const atHour = (day: string, hour: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + hour * HOUR);

/** The first moment from `at` on at which a phone may ring. */
export function outOfQuiet(at: Date, { quietFrom, quietUntil }: NoticePolicy): Date {
  if (quietFrom === quietUntil) return at;
  const hour = hourOf(at);
  const overnight = quietFrom > quietUntil;
  const quiet = overnight ? hour >= quietFrom || hour < quietUntil : hour >= quietFrom && hour < quietUntil;
  if (!quiet) return at;
  const day = localDay(at);
  return atHour(overnight && hour >= quietFrom ? addDays(day, 1) : day, quietUntil);
}

/**
 * When a notice goes to the phone: out of the quiet hours, on a day whose limit is not reached.
 * @param taken ISO day → notices that have gone or will go on it
 * @returns null when it stays in the inbox
 */
export function slotFor(
  at: Date,
  reach: Reach,
  policy: NoticePolicy,
  taken: ReadonlyMap<string, number>,
): Date | null {
  if (reach === 'inbox') return null;
  let slot = outOfQuiet(at, policy);
  for (let days = 0; days <= (reach === 'must' ? PATIENCE : 0); days++) {
    const day = localDay(slot);
    if ((taken.get(day) ?? 0) < policy.dailyMax) return slot;
    slot = outOfQuiet(atHour(addDays(day, 1), 0), policy);
  }
  return null;
}

/** Seconds until the next try, by how many there were; after the last the message has failed. */
export const BACKOFF = [60, 300, 1_800, 7_200, 21_600] as const;
