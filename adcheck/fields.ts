import { gates } from './certificates.ts';
import { verdictOf } from './check.ts';
import { laws } from './laws.ts';
import { believableMonthly, DAYS_PER_MONTH, HOURS_PER_DAY, monthlyOf } from './pay.ts';
import type { RuleCode, Severity, Standards } from './types.ts';

/** The fields of a vacancy form that the law has something to say about; names as in the vacancy contract. */
export interface VacancyFields {
  readonly title?: string;
  readonly occupation: string;
  readonly kind:
    | 'workshop'
    | 'social_enterprise'
    | 'public_welfare'
    | 'market'
    | 'labour_export'
    | 'home_work';
  readonly form: 'full_time' | 'part_time' | 'piece_home' | 'casual' | 'seasonal';
  readonly payBasis: 'monthly' | 'daily' | 'hourly' | 'piece';
  /** yuan in the unit of the basis */
  readonly payMin: number;
  readonly payMax: number;
  readonly hoursPerDay: number;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly ageReason: string | null;
  /** certificate codes asked for */
  readonly certificates: readonly string[];
  readonly demands?: readonly string[];
}

export interface FieldFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly field: keyof VacancyFields;
  readonly law: string;
  readonly suggestion: string;
}

export interface FieldVerdict {
  readonly verdict: 'ok' | Severity;
  readonly findings: readonly FieldFinding[];
}

type Judge = (fields: VacancyFields, standards: Standards) => Iterable<Omit<FieldFinding, 'law'>>;

const MIN_WORKING_AGE = 16;
const ADULT_AGE = 18;
/** Below this an upper limit shuts people out before they may retire (men, 《国务院关于渐进式延迟法定退休年龄的办法》). */
const RETIREMENT_AGE = 60;
/** Part-time work is on average at most 4 hours a day, 《劳动合同法》第六十八条. */
const PART_TIME_HOURS = 4;
/** With the 3 hours of overtime the law allows on a single day, 《劳动法》第四十一条. */
const LONGEST_DAY = 11;

/** 《劳动法》第六十四条: work closed to those of 16 and 17. */
const ADULT_DEMANDS = ['heights', 'dust', 'heavy_lifting'];

/** The monthly minimum holds for full time; public-welfare posts, home piecework and casual work have rules of their own. */
function* underMinimum(
  { kind, form, payBasis, payMin, hoursPerDay }: VacancyFields,
  { minimumMonthly, minimumHourly }: Standards,
): ReturnType<Judge> {
  const low = { rule: 'pay_under_minimum', severity: 'refuse', field: 'payMin' } as const;
  if (kind === 'public_welfare' || payBasis === 'piece') return;
  if (payBasis === 'hourly') {
    if (minimumHourly !== undefined && payMin < minimumHourly) {
      yield { ...low, suggestion: `每小时至少${minimumHourly}元` };
    }
    return;
  }
  const isFullTime = form === 'full_time' || form === 'seasonal';
  if (minimumMonthly === undefined || !isFullTime || hoursPerDay < PART_TIME_HOURS * 2 - 1) return;
  if (monthlyOf(payMin, payBasis === 'daily' ? 'day' : 'month') >= minimumMonthly) return;
  const least = payBasis === 'daily' ? Math.ceil(minimumMonthly / DAYS_PER_MONTH) : minimumMonthly;
  yield { ...low, suggestion: `${payBasis === 'daily' ? '每天' : '每月'}至少${least}元` };
}

function* outlier({ title = '', payBasis, payMin, payMax, hoursPerDay }: VacancyFields): ReturnType<Judge> {
  if (payMax <= 0) {
    yield {
      rule: 'pay_no_number',
      severity: 'refuse',
      field: 'payMax',
      suggestion: '写明每月、每天、每小时或每件多少元',
    };
    return;
  }
  const warn = { rule: 'pay_outlier', severity: 'warn', field: 'payMax' } as const;
  const daily = payBasis === 'hourly' ? payMax * Math.min(hoursPerDay, HOURS_PER_DAY) : payMax;
  const monthly = payBasis === 'piece' ? 0 : monthlyOf(daily, payBasis === 'monthly' ? 'month' : 'day');
  const limit = believableMonthly(title, title.length);
  if (monthly > limit) yield { ...warn, suggestion: `这一行很少超过每月${limit}元,按实际发放水平填写` };
  // A range of one to more than three says nothing about what is paid.
  else if (payMin > 0 && payMax > payMin * 3)
    yield { ...warn, suggestion: '上下限差得太大,按多数人拿到的填写' };
}

function* ages({ kind, minAge, maxAge, ageReason, demands = [] }: VacancyFields): ReturnType<Judge> {
  if (minAge !== null && minAge < MIN_WORKING_AGE) {
    yield { rule: 'minor', severity: 'refuse', field: 'minAge', suggestion: `至少${MIN_WORKING_AGE}周岁` };
  } else if (
    (minAge ?? MIN_WORKING_AGE) < ADULT_AGE &&
    demands.some((demand) => ADULT_DEMANDS.includes(demand))
  ) {
    yield {
      rule: 'minor',
      severity: 'refuse',
      field: 'minAge',
      suggestion: `登高、粉尘、重体力岗位至少${ADULT_AGE}周岁`,
    };
  }
  if (kind === 'public_welfare' || (ageReason ?? '').trim() !== '') return;
  const warn = { rule: 'age', severity: 'warn' } as const;
  const advice = '删去年龄限制,或写明岗位为什么需要';
  if (minAge !== null && minAge > ADULT_AGE) yield { ...warn, field: 'minAge', suggestion: advice };
  if (maxAge !== null && maxAge < RETIREMENT_AGE) yield { ...warn, field: 'maxAge', suggestion: advice };
}

function* hours({ form, hoursPerDay }: VacancyFields): ReturnType<Judge> {
  const field = 'hoursPerDay';
  if (hoursPerDay > LONGEST_DAY) {
    yield { rule: 'hours', severity: 'refuse', field, suggestion: `每天${HOURS_PER_DAY}小时` };
  } else if (hoursPerDay > HOURS_PER_DAY) {
    yield { rule: 'hours', severity: 'warn', field, suggestion: `每天${HOURS_PER_DAY}小时,加班另付加班费` };
  } else if (form === 'part_time' && hoursPerDay > PART_TIME_HOURS) {
    yield {
      rule: 'hours',
      severity: 'warn',
      field,
      suggestion: `非全日制平均每天不超过${PART_TIME_HOURS}小时,或改为全日制`,
    };
  }
}

function* certificates({ occupation, certificates: asked }: VacancyFields): ReturnType<Judge> {
  for (const { occupations, certificates: needed, paper } of gates) {
    if (!occupations.includes(occupation) || needed.some((code) => asked.includes(code))) continue;
    yield { rule: 'certificate', severity: 'warn', field: 'certificates', suggestion: `勾选“${paper}”` };
  }
}

const judges: readonly Judge[] = [underMinimum, outlier, ages, hours, certificates];

/** Checks the fields of a vacancy form. Pure; same rules, laws and severities as the text check. */
export function checkFields(fields: VacancyFields, standards: Standards = {}): FieldVerdict {
  const findings = judges
    .flatMap((judge) => [...judge(fields, standards)])
    .map((finding) => ({ ...finding, law: laws[finding.rule] }));
  return { verdict: verdictOf(findings), findings };
}
