import type { ProblemCode } from '#ledgers/problems.ts';
import type { Cell } from '#ledgers/sheet/cell.ts';
import type { Random } from '../random.ts';

/** Gives access to the cells of a row by the header of the clean ledger. */
export interface DirtyRow {
  get(header: string): Cell;
  set(header: string, value: Cell): void;
}

/** One way real ledgers are dirty. `expect` is the problem a reader must report, null when it must cope. */
export interface Dirt {
  readonly name: string;
  readonly header: string;
  readonly expect: ProblemCode | null;
  /** spoils the row; false when this row does not lend itself to it */
  spoil(row: DirtyRow, random: Random): boolean;
}

/** A dirt that rewrites one filled cell. */
function rewrite(
  name: string,
  header: string,
  expect: ProblemCode | null,
  change: (text: string, random: Random) => Cell | undefined,
): Dirt {
  return {
    name,
    header,
    expect,
    spoil(row, random) {
      const cell = row.get(header);
      const changed = cell === null ? undefined : change(String(cell), random);
      if (changed === undefined) return false;
      row.set(header, changed);
      return true;
    },
  };
}

const fullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/** 2024-03-05 the ways five clerks write it. */
const dateStyles: readonly ((year: string, month: number, day: number) => Cell)[] = [
  (year, month, day) => `${year}.${month}.${day}`,
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => `${year}${pad(month)}${pad(day)}`,
  (year, month, day) => excelSerial(`${year}-${pad(month)}-${pad(day)}`),
];
const pad = (number: number) => String(number).padStart(2, '0');
/** Day number of Excel's 1900 calendar. */
const excelSerial = (date: string) => Date.parse(date) / 86_400_000 + 25_569;

function restyled(text: string, random: Random): Cell | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day === undefined ? undefined : random.pick(dateStyles)(year!, Number(month), Number(day));
}

const wrongCheck = (text: string) => text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');

export const peopleDirt: readonly Dirt[] = [
  rewrite('full-width ID', '身份证号', null, fullWidth),
  rewrite('lower-case x', '身份证号', null, (id) => (id.endsWith('X') ? id.toLowerCase() : undefined)),
  rewrite('ID as number', '身份证号', 'id_precision_lost', (id) =>
    id.endsWith('X') ? undefined : Number(id),
  ),
  rewrite('wrong check digit', '身份证号', 'id_checksum', wrongCheck),
  rewrite(
    'impossible birth date',
    '身份证号',
    'id_birth_date',
    (id) => `${id.slice(0, 10)}0230${id.slice(14)}`,
  ),
  rewrite('ID too short', '身份证号', 'id_format', (id) => id.slice(0, 17)),
  rewrite('full-width phone', '电话', null, fullWidth),
  rewrite('phone with a digit missing', '电话', 'phone_invalid', (phone) => phone.slice(0, 10)),
  rewrite('date style', '更新日期', null, restyled),
  rewrite('no such day', '更新日期', 'date_invalid', (date) => `${date.slice(0, 4)}-02-30`),
  rewrite('wage range', '月收入', null, () => '2000-3000元/月'),
  rewrite('piece wage by day', '月收入', null, () => '计件,约80元/天'),
  rewrite('wage in thousands', '月收入', null, () => '3千左右'),
  rewrite('wage unsaid', '月收入', 'pay_unclear', () => '面议'),
  rewrite('blanks in a name', '姓名', null, (name) =>
    /^\p{Script=Han}{2}$/u.test(name) ? [...name].join(' ') : undefined,
  ),
  rewrite('kinship in plain words', '与户主关系', null, (relation) =>
    relation === '配偶' ? '妻子' : undefined,
  ),
  rewrite('age of years ago', '年龄', 'age_differs', (age) =>
    Number(age) < 10 ? undefined : Number(age) - 5,
  ),
  rewrite('household in old words', '户类型', null, (type) => (type === '脱贫户' ? '建档立卡户' : undefined)),
  {
    name: 'capacity left out',
    header: '劳动能力',
    expect: 'capacity_missing',
    spoil(row) {
      if (Number(row.get('年龄')) < 16) return false;
      row.set('劳动能力', null);
      return true;
    },
  },
];

export const vacancyDirt: readonly Dirt[] = [
  rewrite('full-width headcount', '人数', null, fullWidth),
  rewrite('headcount with unit', '人数', null, (count) => `${count}人`),
  rewrite('headcount unsaid', '人数', 'headcount_unclear', () => '若干'),
  rewrite('wage range', '工资计发方式', null, () => '2000-3000元/月'),
  rewrite('piece wage by day', '工资计发方式', null, () => '计件,约80元/天'),
  rewrite('wage unsaid', '工资计发方式', 'pay_unclear', () => '面议'),
  rewrite('wrong credit code', '信用代码', 'uscc_invalid', wrongCheck),
  rewrite('lower-case credit code', '信用代码', null, (code) => code.toLowerCase()),
  rewrite('date style', '有效期', null, restyled),
  rewrite('no such day', '有效期', 'date_invalid', (date) => `${date.slice(0, 4)}-02-30`),
  rewrite('age in words', '年龄要求', 'age_limits_invalid', () => '年轻力壮'),
  rewrite('more hired than sought', '已招', 'filled_over_headcount', () => 9_999),
];
