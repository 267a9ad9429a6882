import { getLocale } from '#lib/paraglide/runtime.js';
import { count } from './count.ts';

/** Figures and times as people read them; days and hours are those of Shanghai wherever the server stands. */

const ZONE = 'Asia/Shanghai';

/** 97.8 %; a share of nothing has no value. */
export function percent(value: number, of: number): string {
  if (of === 0) return '—';
  // Rounded down: 99.96 % is not everything.
  const tenths = Math.floor((value / of) * 1000 + 1e-9) / 10;
  return `${tenths.toFixed(tenths % 1 === 0 ? 0 : 1)}%`;
}

/** 2.35, 1,048.10: yuan and fen, in columns */
export const amount = (yuan: number) =>
  yuan.toLocaleString(getLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 100, 98.70: fen only where there are any */
export const money = (yuan: number) => (Number.isInteger(yuan) ? count(yuan) : amount(yuan));

/** 2026-11-22 11:30 */
export function moment(iso: string): string {
  const part = parts(iso);
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** 2026-11-22 */
export function day(iso: string): string {
  const part = parts(iso);
  return `${part.year}-${part.month}-${part.day}`;
}

/** 11月25日, as people say it; of a day or a moment */
export function date(iso: string): string {
  const words = { timeZone: ZONE, month: 'long', day: 'numeric' } as const;
  return new Date(iso).toLocaleDateString(getLocale() === 'zh' ? 'zh-CN' : 'en-GB', words);
}

/** 3.2 MB */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} KB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

function parts(iso: string): Record<string, string> {
  const found = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  return Object.fromEntries(found.map(({ type, value }) => [type, value]));
}
