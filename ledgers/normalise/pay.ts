/** Wages as advertised: `2000-3000元/月`, `计件,约80元/天`, `15元/小时`, `3千`, `1.5万`, `100元/天包吃住`. */
import type { PayBasis } from '#contract/codes/work.ts';
import type { Cell } from '../sheet/cell.ts';
import { fault, ok, type Result, remarked } from './result.ts';
import { chineseDigits, fold } from './text.ts';

/** Yuan in the unit of the basis; piece-rate pay is stated per month, as what a usual worker makes. */
export interface Pay {
  readonly basis: PayBasis;
  readonly min: number;
  readonly max: number;
}

/** 月计薪天数, 人社部发〔2025〕2号: (365 − 104) ÷ 12. */
export const paidDaysPerMonth = 21.75;

type Unit = 'month' | 'day' | 'hour' | 'year';

/**
 * A text without an amount, or with an amount per piece only, is a fault: nobody can plan with it.
 * `implied` is the unit the column stands for; without one an amount alone is judged by its size.
 */
export function readPay(cell: Cell, implied: 'month' | null = null): Result<Pay> {
  const text = fold(String(cell)).replace(/(?<=\d),(?=\d{3})/g, '');
  const piece = /计件|按件|多劳多得|元[/每一][件个双只套斤米条]/.test(text);
  const amounts = amountsOf(text);
  if (amounts === null)
    return fault(
      'pay_unclear',
      piece ? '计件工资请写明一般每月或每天大约能挣多少' : '请写明工资数，如 2800-3500元/月；“面议”没法匹配',
    );
  const { min, max } = amounts;
  if (min > max) return fault('pay_unclear', '工资的下限高于上限');
  const stated = unitOf(text) ?? implied;
  const unit = stated ?? guessUnit(min, piece);
  if (unit === null)
    return fault(
      'pay_unclear',
      piece ? '计件工资请写明一般每月或每天大约能挣多少' : '请写明是每月、每天还是每小时的工资',
    );
  const time =
    unit === 'year' ? { basis: bases.month, min: min / 12, max: max / 12 } : { basis: bases[unit], min, max };
  const monthly = monthlyPay(time, 8);
  if (monthly.min < 50 || monthly.max > 200_000) return fault('pay_unclear', '工资数不合常理，请核对单位');
  const pay: Pay = piece
    ? { basis: 'piece', ...monthly }
    : { basis: time.basis, min: cents(time.min), max: cents(time.max) };
  return stated === null && unit === 'day'
    ? remarked(pay, 'read_with_assumption', '没有写单位，按每天计')
    : ok(pay);
}

const bases = { month: 'monthly', day: 'daily', hour: 'hourly' } as const;

/** Whole yuan a full month brings at these hours a day. */
export function monthlyPay({ basis, min, max }: Pay, hoursPerDay: number): { min: number; max: number } {
  const times =
    basis === 'daily' ? paidDaysPerMonth : basis === 'hourly' ? paidDaysPerMonth * hoursPerDay : 1;
  return { min: Math.round(min * times), max: Math.round(max * times) };
}

function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}

const amount = String.raw`(\d+(?:\.\d+)?)(千|k|万|w)?`;
const rangeOf = new RegExp(`${amount}(?:元|块)?(?:/?(?:每?[月天日时]|小时))?(?:-|至|到)${amount}`);
const singleOf = new RegExp(amount);

function amountsOf(text: string): { min: number; max: number } | null {
  // a rate per piece and hours of work are not amounts of pay
  const bare = chineseThousands(text)
    .replace(/\d+(?:\.\d+)?(?:元|角|分|块)?[/每一](?:件|个|双|只|套|斤|公斤|米|条)/g, '')
    .replace(/(?:每[天日]|一天)?\d+(?:\.\d+)?个?小时(?:工作)?制?/g, '')
    .replace(/每[周月]\d+天/g, '');
  const range = rangeOf.exec(bare);
  if (range !== null) {
    const max = scaled(range[3]!, range[4]);
    // 3-5千: the unit of the end holds for the start
    const shared = range[2] === undefined && Number(range[1]) < 100 ? range[4] : range[2];
    return { min: scaled(range[1]!, shared), max };
  }
  const single = singleOf.exec(bare);
  if (single === null) return null;
  const value = scaled(single[1]!, single[2]);
  return value > 0 ? { min: value, max: value } : null;
}

/** 三千 → 3千; 三千五 and 两千八 → 3500, 2800. */
function chineseThousands(text: string): string {
  return text
    .replace(
      /([一二两三四五六七八九])千([一二三四五六七八九])(?![千百\d])百?/g,
      (_, a: string, b: string) => `${chineseDigits(a)}${chineseDigits(b)}00`,
    )
    .replace(/[一二两三四五六七八九十]+(?=[千万])/g, chineseDigits);
}

function scaled(digits: string, unit: string | undefined): number {
  const factor = unit === '千' || unit === 'k' ? 1_000 : unit === '万' || unit === 'w' ? 10_000 : 1;
  return Math.round(Number(digits) * factor * 100) / 100;
}

function unitOf(text: string): Unit | null {
  if (/元?\/(?:小)?时|每小时|时薪|元\/h|\/小时|一小时|1小时|每个?钟/.test(text)) return 'hour';
  if (/\/[天日]|每[天日]|日薪|日工资|一[天日]|[天日]结|元[天日]/.test(text)) return 'day';
  if (/\/月|每月|月薪|月工资|月均|月收入|元月|一个月|底薪|保底|按月/.test(text)) return 'month';
  if (/\/年|每年|年薪|年收入/.test(text)) return 'year';
  return null;
}

/** Sums nobody would take for anything else; a lone 10万 may be a year's. */
function guessUnit(min: number, piece: boolean): 'month' | 'day' | null {
  if (min >= 800 && min <= 30_000) return 'month';
  return min >= 50 && min <= 400 && !piece ? 'day' : null;
}
