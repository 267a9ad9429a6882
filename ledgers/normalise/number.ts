import type { Cell } from '../sheet/cell.ts';
import { fault, ok, type Result, remarked } from './result.ts';
import { chineseDigits, fold } from './text.ts';

/** `12`, `12人`, `1,200`, `约3个月`. Throws nothing; a text without one clear whole number is a fault. */
export function readInteger(cell: Cell, low: number, high: number): Result<number> {
  const text = typeof cell === 'number' ? String(cell) : fold(String(cell)).replace(/(?<=\d),(?=\d{3})/g, '');
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  const value = Number(numbers[0]);
  if (numbers.length !== 1 || !Number.isInteger(value)) return fault('number_invalid', '要写一个整数');
  if (value < low || value > high) return fault('number_invalid', `要在 ${low} 到 ${high} 之间`);
  return ok(value);
}

/** 人数: `10`, `10人`, `十人`, `10-15人` (the smaller counts, with a remark); `若干` is a fault. */
export function readHeadcount(cell: Cell): Result<number> {
  const text = typeof cell === 'number' ? String(cell) : chineseDigits(fold(String(cell)));
  const range = /^(?:招|约|需)?(\d+)(?:人|名|个)?(?:-|至|到)(\d+)(?:人|名|个)?$/.exec(text);
  if (range !== null) {
    const least = Math.min(Number(range[1]), Number(range[2]));
    return remarked(least, 'read_with_assumption', `写的是一个范围，按 ${least} 人计`);
  }
  const single = /^(?:招|约|需)?(\d+)(?:人|名|个)?(?:左右|以上)?$/.exec(text);
  const count = Number(single?.[1]);
  if (single === null || count < 1 || count > 10_000)
    return fault('headcount_unclear', '人数要写数字，如 10；“若干”“不限”没法安排');
  return ok(count);
}

/** Age limits: `18-50岁`, `50岁以下`, `18周岁以上`, `不限`. */
export function readAgeLimits(cell: Cell): Result<{ minAge: number | null; maxAge: number | null }> {
  const text = fold(String(cell)).replace(/周岁|岁/g, '');
  if (/不限|无要求|均可/.test(text)) return ok({ minAge: null, maxAge: null });
  const range = /^(?:年龄)?(\d{2})(?:-|至|到)(\d{2})(?:之间)?$/.exec(text);
  const upper = /^(?:年龄)?(?:不超过|小于|<=?)?(\d{2})(以下|以内|及以下)?$/.exec(text);
  const lower = /^(?:年龄)?(?:满|年满|大于|>=?)?(\d{2})(?:以上|及以上)?$/.exec(text);
  let limits: { minAge: number | null; maxAge: number | null } | null = null;
  if (range) limits = { minAge: Number(range[1]), maxAge: Number(range[2]) };
  else if (upper && /不超过|小于|<|以下|以内/.test(text)) limits = { minAge: null, maxAge: Number(upper[1]) };
  else if (lower && /满|大于|>|以上/.test(text)) limits = { minAge: Number(lower[1]), maxAge: null };
  if (limits === null || (limits.minAge ?? 0) > (limits.maxAge ?? 99))
    return fault('age_limits_invalid', '年龄要求要写成 18-50岁、50岁以下 或 不限');
  return ok(limits);
}
