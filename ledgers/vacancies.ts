/** One row of the 用工需求台账 → VacancyRecord: what cells say together, and where they contradict. */
import type { vacancyColumns } from './columns/vacancies.ts';
import { monthlyPay, type Pay, readPay } from './normalise/pay.ts';
import type { Result } from './normalise/result.ts';
import { readShift, type Shift } from './normalise/shift.ts';
import type { VacancyRecord } from './records.ts';
import type { Fields, RowReader } from './rowReader.ts';
import { occupationWords } from './words/occupation.ts';
import { employerOfKind } from './words/work.ts';

type Reader = RowReader<typeof vacancyColumns>;
type Read = Fields<typeof vacancyColumns>;

/** null when the row lacks what makes a vacancy: employer, title, headcount, pay. */
export function toVacancy(reader: Reader, today: string): VacancyRecord | null {
  const fields = reader.fields(today);
  const pay = payOf(reader, fields);
  const { employer, title, headcount } = fields;
  const form = fields.form ?? 'full_time';
  const shift = shiftOf(reader, fields, form === 'part_time' ? 4 : 8);
  if (fields.filled !== null && headcount !== null && fields.filled > headcount)
    reader.report('filled', 'filled_over_headcount', `已招 ${fields.filled} 人，多于招聘的 ${headcount} 人`);
  if (employer === null || title === null || headcount === null || pay === null || shift === null)
    return null;

  const kind = fields.kind ?? (form === 'piece_home' ? 'home_work' : 'market');
  const monthly = monthlyPay(pay, shift.hoursPerDay);
  const { requirements } = fields;
  return {
    employer,
    uscc: fields.uscc,
    employerKind: fields.employerKind ?? employerOfKind[kind],
    industry: fields.industry,
    title,
    kind,
    occupation: occupationOf(reader, fields, title),
    headcount,
    filled: fields.filled ?? 0,
    form,
    place: fields.place,
    region: fields.region ?? (kind === 'labour_export' ? 'outside' : 'local'),
    shiftText: fields.shift,
    shiftStart: shift.start,
    shiftEnd: shift.end,
    hoursPerDay: shift.hoursPerDay,
    payBasis: pay.basis,
    payMin: pay.min,
    payMax: pay.max,
    monthlyMin: monthly.min,
    monthlyMax: monthly.max,
    payNote: [fields.pay, fields.payMethod].filter(Boolean).join(' '),
    meals: fields.board?.meals ?? false,
    lodging: fields.board?.lodging ?? false,
    insurance: fields.insurance ?? false,
    minEducation: requirements?.minEducation ?? null,
    needsLiteracy: requirements?.needsLiteracy ?? false,
    needsPutonghua: requirements?.needsPutonghua ?? false,
    skills: requirements?.skills ?? [],
    certificates: requirements?.certificates ?? [],
    demands: fields.demands ?? [],
    minAge: fields.age?.minAge ?? null,
    maxAge: fields.age?.maxAge ?? null,
    acceptsWeak: fields.acceptsWeak ?? false,
    childWelcome: fields.familyFriendly?.childWelcome ?? false,
    flexible: shift.flexible || (fields.familyFriendly?.flexible ?? false),
    content: fields.content,
    contact: fields.contact?.name ?? null,
    phone: fields.phone ?? fields.contact?.phone ?? null,
    validUntil: fields.validUntil,
  };
}

/** The amount may stand in one column and the basis in another: 2000-3000 and 计件. */
function payOf(reader: Reader, { pay, payMethod }: Read): Pay | null {
  const key = pay === null ? 'payMethod' : 'pay';
  if (pay === null && payMethod === null) {
    reader.report('pay', 'required', '工资必须填，如 2800-3500元/月');
    return null;
  }
  // the method is read last, so that a unit beside the amount wins
  const hinted = pay !== null && payMethod !== null ? readPay(`${pay} ${methodHint(payMethod)}`) : null;
  const read = hinted !== null && !('fault' in hinted) ? hinted : readPay(pay ?? payMethod!);
  return taken(reader, key, read);
}

/** Only the basis: a method such as 次月15日发放 holds numbers that are no pay. */
function methodHint(method: string): string {
  return /计件|计时|月薪|日薪|时薪|日结|按月|按天|按小时/.exec(method)?.[0] ?? '';
}

function shiftOf(reader: Reader, { shift, form }: Read, hoursPerDay: number): Shift | null {
  if (shift !== null) return taken(reader, 'shift', readShift(shift));
  if (form === 'piece_home') return { start: null, end: null, hoursPerDay, flexible: true };
  const start = 8 * 60 + 30;
  const rest = hoursPerDay > 6 ? 60 : 0;
  return { start, end: start + hoursPerDay * 60 + rest, hoursPerDay, flexible: false };
}

function occupationOf(reader: Reader, fields: Read, title: string): VacancyRecord['occupation'] {
  if (fields.occupation !== null) return fields.occupation;
  const named = occupationWords.read(title) ?? occupationWords.find(title).codes[0];
  if (named !== undefined && named !== null) return named;
  reader.report('title', 'word_not_understood', '岗位名称没有对应的职业，暂按普工处理');
  return 'LOCAL-01';
}

function taken<T>(reader: Reader, key: keyof typeof vacancyColumns, result: Result<T>): T | null {
  if ('fault' in result) {
    reader.report(key, result.fault.code, result.fault.reason);
    return null;
  }
  if (result.remark !== undefined) reader.report(key, result.remark.code, result.remark.reason);
  return result.value;
}
