import type { z } from 'zod';
import type { FieldProblem } from '#contract/problems.ts';

/** Where Fastify found the value → the first segment of a field's path. */
export const PARTS: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'params',
  headers: 'headers',
};

/** A list of what is wrong, one entry an issue, at most 20. */
export const fieldProblems = (part: string, error: z.core.$ZodError): FieldProblem[] =>
  error.issues.slice(0, 20).map((issue) => ({
    field: [part, ...issue.path.map(String)].join('.'),
    reason: issue.message,
  }));

type Issue = z.core.$ZodRawIssue;

/**
 * Chinese reasons for what the schemas do not word themselves; install once with `z.config`.
 * Messages written in a schema win.
 */
export function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return '必须填写';
      return EXPECTED[issue.expected] ?? '格式不对';
    case 'too_small':
      return bound(issue, '至少', issue.minimum);
    case 'too_big':
      return bound(issue, '最多', issue.maximum);
    case 'invalid_format':
      return FORMATS[issue.format] ?? '格式不对';
    case 'invalid_value':
      return '不在可选范围内';
    case 'unrecognized_keys':
      return '含有不认识的内容';
    default:
      return '内容不对';
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: '要写文字',
  number: '要写数字',
  int: '要写整数',
  boolean: '要写是或否',
  array: '要写成一列',
  object: '要写成一组内容',
  record: '要写成一组内容',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '编号不对',
  date: '日期要写成 2026-11-22 这样',
  datetime: '时间格式不对',
  url: '网址格式不对',
};

function bound(issue: { origin: string }, word: string, limit: number | bigint): string {
  if (issue.origin === 'string') return `${word} ${limit} 个字`;
  if (issue.origin === 'array' || issue.origin === 'set') return `${word} ${limit} 项`;
  return `${word}是 ${limit}`;
}
