/** Dates as people write them. A day that does not exist is refused, never moved. */
import { daysInMonth } from '#contract/identifiers.ts';
import { type Cell, serialToIso } from '../sheet/cell.ts';
import { fault, ok, type Result } from './result.ts';
import { fold } from './text.ts';

/** What a date without a day stands for. */
export type MonthMeans = 'first day' | 'last day';

const earliest = 1900;
const latest = 2100;
const howTo = '日期要写成 2024-01-05 这样';

/**
 * ISO date of `2024-1-5`, `2024.01.05`, `2024/1/5`, `20240105`, `2024年1月5日`, `2024年1月`, `2024.1`,
 * an Excel serial day or a date cell, a time behind it ignored. Two-digit years and day-first dates are refused.
 */
export function readDate(cell: Cell, monthMeans: MonthMeans = 'first day'): Result<string> {
  const text = fold(String(cell));
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? serialToIso(Number(text)) : null;
  if (serial !== null) return readDate(serial, monthMeans);
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-./年,](\d{1,2})[-./月,](\d{1,2})日?(?:t?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?\.?$/.exec(
      text,
    ) ??
    /^(\d{4})[-./年](\d{1,2})月?(?:份)?$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text);
  if (parts === null) return fault('date_invalid', `看不懂这个日期，${howTo}`);
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  if (year < earliest || year > latest) return fault('date_invalid', `年份不对，${howTo}`);
  if (month < 1 || month > 12) return fault('date_invalid', `没有 ${month} 月，${howTo}`);
  const days = daysInMonth(year, month);
  const day = parts[3] === undefined ? (monthMeans === 'first day' ? 1 : days) : Number(parts[3]);
  if (day < 1 || day > days) return fault('date_invalid', `${year} 年 ${month} 月没有 ${day} 日`);
  return ok(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

export interface Period {
  readonly from: string;
  /** null = still going on */
  readonly to: string | null;
}

/** 起止时间: `2024.03-2024.12`, `2024年3月至今`, `2024-03-01至2024-12-31`, a start alone. */
export function readPeriod(cell: Cell): Result<Period> {
  const text = fold(String(cell));
  const open = /^(.+?)(?:(?:至|到|-)+(?:今|现在|目前)?|起)$/.exec(text);
  if (open !== null) {
    const from = readDate(open[1]!);
    return 'fault' in from ? from : ok({ from: from.value, to: null });
  }
  const halves = splitPeriod(text);
  const from = readDate(halves[0]);
  if ('fault' in from) return from;
  if (halves[1] === null) return ok({ from: from.value, to: null });
  const to = readDate(halves[1], 'last day');
  if ('fault' in to) return to;
  if (to.value < from.value) return fault('date_order', '结束日期早于开始日期');
  return ok({ from: from.value, to: to.value });
}

/** Splits at 至 or 到, else at the dash with the same number of marks on both sides. */
function splitPeriod(text: string): [string, string | null] {
  const word = /^(.+?)(?:至|到|--)(.+)$/.exec(text);
  if (word) return [word[1]!, word[2]!];
  if (!('fault' in readDate(text))) return [text, null];
  for (let at = text.indexOf('-'); at > 0; at = text.indexOf('-', at + 1)) {
    const [left, right] = [text.slice(0, at), text.slice(at + 1)];
    if (!('fault' in readDate(left)) && !('fault' in readDate(right))) return [left, right];
  }
  return [text, null];
}
