import { z } from 'zod';

/** Text a person typed: no NUL, no lone surrogates, trimmed, of bounded length. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `最多 ${max} 个字`)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), '含有不能识别的字符');

export const isoDay = z.iso.date('日期要写成 2026-11-22 这样');
export const regionCode = z.string().regex(/^[0-9A-Z-]{2,24}$/, '地区代码不对');

/** Keyset or numbered pages: lists are numbered because staff jump to a page and read totals. */
export const pageQuery = z.object({
  page: z.coerce.number('页码要写数字').int().min(1, '页码从 1 开始').max(10_000, '页码太大').default(1),
  size: z.coerce
    .number('每页条数要写数字')
    .int()
    .min(1, '每页至少 1 条')
    .max(100, '每页最多 100 条')
    .default(20),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  });

/** A flag in a query string; absent stays absent. */
export const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

/** One value or several of the same name in a query string. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(50),
  );
