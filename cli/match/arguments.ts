import { parseArgs } from 'node:util';
import { isCalendarDate } from '#contract/identifiers.ts';

export interface Arguments {
  readonly people: string;
  readonly vacancies: string;
  readonly out: string;
  readonly json: boolean;
  /** ISO day of the run */
  readonly today: string;
  /** GB/T 2260 code for rows whose 县 is empty or unknown */
  readonly county: string | null;
}

export const usage = `用法：npm run --silent match -- --people 劳动力就业台账.xlsx --vacancies 用工需求台账.xlsx --out 匹配方案.xlsx [--json]
  --people     劳动力就业台账（.xlsx 或 .csv）
  --vacancies  用工需求台账（.xlsx 或 .csv）
  --out        写到哪里
  --json       在标准输出打印总数（JSON）
  --today      按哪一天算，如 2026-11-22；不写就是今天
  --county     台账没有写县时用的县代码，如 520204`;

/** Something the caller can put right; the message is Chinese. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Throws UserError. */
export function readArguments(args: readonly string[], now: Date): Arguments {
  const text = { type: 'string' } as const;
  const options = {
    people: text,
    vacancies: text,
    out: text,
    today: text,
    county: text,
    json: { type: 'boolean' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch {
    throw new UserError(`参数不对。\n${usage}`);
  }
  const { people, vacancies, out, json = false, county = null } = values;
  if (people === undefined || vacancies === undefined || out === undefined) throw new UserError(usage);
  const today = values.today ?? shanghaiDay(now);
  if (!isCalendarDate(today)) throw new UserError('--today 要写成 2026-11-22 这样');
  if (county !== null && !/^\d{6}$/.test(county)) throw new UserError('--county 要写 6 位县代码，如 520204');
  return { people, vacancies, out, json, today, county };
}

/** sv-SE writes ISO days. */
function shanghaiDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}
