/** Working hours: `8:00-17:30`, `上午8点到下午5点`, `8:30-12:00,14:00-18:00`, `三班倒`, `白班`, `每天4小时`, `弹性`. */
import type { Cell } from '../sheet/cell.ts';
import { fault, ok, type Result, remarked } from './result.ts';
import { chineseDigits, fold } from './text.ts';

/** Minutes of day; an end past midnight exceeds 1440. start and end are null when the hours are one's own. */
export interface Shift {
  readonly start: number | null;
  readonly end: number | null;
  readonly hoursPerDay: number;
  /** the worker may move the hours */
  readonly flexible: boolean;
}

const hour = 60;
const day = 24 * hour;
const clockTime = String.raw`(上午|早上|早晨|早|下午|中午|晚上|晚|凌晨|次日|第2天)*(\d{1,2})(?:[:.点时](?:钟)?(\d{1,2}|半)?分?)?`;
const spanOf = new RegExp(`${clockTime}(?:-|至|到)${clockTime}`, 'g');

/** A span over six hours without a stated break is taken to hold one hour of rest. */
export function readShift(cell: Cell): Result<Shift> {
  const text = timeText(String(cell));
  const flexible = /弹性|自由|灵活|自己安排|不定时|自行安排/.test(text);
  const spans = [...text.matchAll(spanOf)].map(readSpan);
  if (spans.some((span) => span === null)) return unreadable();
  if (spans.length > 0) return ok(fromSpans(spans as [number, number][], flexible, hoursIn(text)));
  // whoever rotates has to be free all day, one shift at a time
  if (/3班/.test(text)) return ok({ start: 0, end: day, hoursPerDay: 8, flexible: false });
  if (/2班|白班夜班|白夜班|倒班|轮班/.test(text))
    return ok({ start: 0, end: day, hoursPerDay: hoursIn(text) ?? 8, flexible: false });
  const hours = hoursIn(text);
  if (/夜班|晚班/.test(text))
    return assumed({ start: 22 * hour, end: 30 * hour, hoursPerDay: hours ?? 8, flexible }, '22:00-次日6:00');
  if (/白班|正常班|常日班|行政班|日班|双休|单休/.test(text))
    return assumed(
      { start: 8 * hour + 30, end: 17 * hour + 30, hoursPerDay: hours ?? 8, flexible },
      '8:30-17:30',
    );
  if (flexible) return ok({ start: null, end: null, hoursPerDay: hours ?? 4, flexible });
  if (hours !== null) {
    const start = 8 * hour + 30;
    const end = start + hours * hour + (hours > 6 ? hour : 0);
    return assumed({ start, end, hoursPerDay: hours, flexible }, ' 8:30 上班');
  }
  return unreadable();
}

/** Digits for 点 and 班, one form for rotating shifts, a comma where only a blank parts two times. */
function timeText(written: string): string {
  const parted = written.replace(/(?<=[^\s\-–—~~至到::点日])\s+(?=\d)/g, ',');
  return fold(parted)
    .replace(/[一二两三四五六七八九十]+(?=点|时|个?小时|班)/g, chineseDigits)
    .replace(
      /[早朝]([\d一二三四五六七八九十]+)点?晚([\d一二三四五六七八九十]+)点?/,
      (_, from: string, to: string) => `早${chineseDigits(from)}点-晚${chineseDigits(to)}点`,
    )
    .replace(/半[天日]/, '4小时');
}

function unreadable() {
  return fault('unknown_word', '班次要写成 8:00-17:30、白班、三班倒、弹性 或 每天4小时');
}

function assumed(shift: Shift, what: string): Result<Shift> {
  return remarked(shift, 'read_with_assumption', `没有写钟点，按${what}计`);
}

/** Start and end in minutes; null when a clock does not show such a time. */
function readSpan(match: RegExpMatchArray): [number, number] | null {
  const start = minutesOf(match[1], match[2]!, match[3]);
  let end = minutesOf(match[4], match[5]!, match[6]);
  if (start === null || end === null) return null;
  // 8点到5点: an afternoon nobody wrote
  if (
    end <= start &&
    match[4] === undefined &&
    end < 12 * hour &&
    end + 12 * hour > start &&
    start < 12 * hour
  )
    end += 12 * hour;
  return [start, end <= start ? end + day : end];
}

function minutesOf(part: string | undefined, hours: string, minutes: string | undefined): number | null {
  let h = Number(hours);
  const m = minutes === undefined ? 0 : minutes === '半' ? 30 : Number(minutes);
  if (h > 24 || m > 59) return null;
  if (part !== undefined && /下午|晚/.test(part) && h < 12) h += 12;
  if (part === '中午' && h < 3) h += 12;
  return h * hour + m;
}

function fromSpans(spans: readonly [number, number][], flexible: boolean, stated: number | null): Shift {
  const start = spans[0]![0];
  let end = spans.at(-1)![1];
  if (end <= start) end += day;
  const worked = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const rest = spans.length === 1 && worked > 6 * hour ? hour : 0;
  const hoursPerDay = stated ?? Math.min(24, Math.round((worked - rest) / 6) / 10);
  return { start, end, hoursPerDay, flexible };
}

function hoursIn(text: string): number | null {
  const match = /(\d{1,2}(?:\.5)?)个?(?:小时|h)/.exec(text);
  const hours = Number(match?.[1]);
  return match !== null && hours > 0 && hours <= 16 ? hours : null;
}
