import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payText } from '#contract/present/vacancy.ts';
import { readCare } from '#ledgers/normalise/care.ts';
import { readDate, readPeriod } from '#ledgers/normalise/date.ts';
import { readIdNumber, readPhone, readUscc } from '#ledgers/normalise/identifier.ts';
import { readAgeLimits, readHeadcount } from '#ledgers/normalise/number.ts';
import { monthlyPay, type Pay, readPay } from '#ledgers/normalise/pay.ts';
import type { Result } from '#ledgers/normalise/result.ts';
import { readShift } from '#ledgers/normalise/shift.ts';
import { clean, fold, isStorable, personName } from '#ledgers/normalise/text.ts';
import { serialToIso } from '#ledgers/sheet/cell.ts';
import { neutralise, restore } from '#ledgers/write/neutralise.ts';
import { idNumber, uscc } from '../helpers/ledgerRecords.ts';
import { today } from '../helpers/ledgers.ts';

const outcome = <T>(result: Result<T>): T | string => ('fault' in result ? result.fault.code : result.value);
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

describe('dates', () => {
  it.each([
    ['2024-1-5', '2024-01-05'],
    ['2024.01.05', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['20240105', '2024-01-05'],
    [20240105, '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    [' 2024年 1月 5日 ', '2024-01-05'],
    ['2024年1月', '2024-01-01'],
    [45296, '2024-01-05'],
    ['2024-01-05 08:30:00', '2024-01-05'],
    ['2023-02-29', 'date_invalid'],
    ['2024年13月', 'date_invalid'],
    ['24.1.5', 'date_invalid'],
    ['5/1/2024', 'date_invalid'],
    ['明年', 'date_invalid'],
  ])('%s → %s', (written, expected) => expect(outcome(readDate(written))).toBe(expected));

  it('reads every day in every style, full width included', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
          const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
          expect(serialToIso(serial)).toBe(iso);
          const styles = [
            iso,
            `${y}.${m}.${d}`,
            `${y}/${m}/${d}`,
            iso.replaceAll('-', ''),
            `${y}年${m}月${d}日`,
          ];
          for (const style of [...styles, ...styles.map(fullWidth)])
            expect(outcome(readDate(style))).toBe(iso);
        },
      ),
    ));

  it.each([
    ['2024.03-2024.12', { from: '2024-03-01', to: '2024-12-31' }],
    ['2024-03-01-2024-12-31', { from: '2024-03-01', to: '2024-12-31' }],
    ['2024年3月至今', { from: '2024-03-01', to: null }],
    ['2024.3.1—', { from: '2024-03-01', to: null }],
    ['2024-5至2024-3', 'date_order'],
  ])('period %s', (written, expected) => expect(outcome(readPeriod(written))).toEqual(expected));
});

describe('pay', () => {
  it.each<[string | number, Pay | string]>([
    ['2000-3000元/月', { basis: 'monthly', min: 2000, max: 3000 }],
    ['月薪2,800—3,500元', { basis: 'monthly', min: 2800, max: 3500 }],
    ['计件,约80元/天', { basis: 'piece', min: 1740, max: 1740 }],
    ['3千', { basis: 'monthly', min: 3000, max: 3000 }],
    ['3-5千', { basis: 'monthly', min: 3000, max: 5000 }],
    ['三千五', { basis: 'monthly', min: 3500, max: 3500 }],
    ['1.5万', { basis: 'monthly', min: 15000, max: 15000 }],
    ['15元/小时', { basis: 'hourly', min: 15, max: 15 }],
    ['100元/天包吃住', { basis: 'daily', min: 100, max: 100 }],
    ['底薪2000+提成', { basis: 'monthly', min: 2000, max: 2000 }],
    ['8小时2800元/月', { basis: 'monthly', min: 2800, max: 2800 }],
    ['年薪6万', { basis: 'monthly', min: 5000, max: 5000 }],
    [3500, { basis: 'monthly', min: 3500, max: 3500 }],
    ['面议', 'pay_unclear'],
    ['0.5元/件', 'pay_unclear'],
    ['10万', 'pay_unclear'],
    ['3000-2000', 'pay_unclear'],
  ])('%s', (written, expected) => expect(outcome(readPay(written))).toEqual(expected));

  it('reads what is shown to people', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(
          ['monthly', 900, 30_000] as const,
          ['daily', 20, 900] as const,
          ['hourly', 5, 150] as const,
          ['piece', 900, 30_000] as const,
        ),
        fc.nat(),
        fc.nat(),
        ([basis, low, high], a, b) => {
          const [min, max] = [low + (a % (high - low)), low + (b % (high - low))].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const monthly = monthlyPay({ basis, min, max }, 8);
          const text = payText({
            payBasis: basis,
            payMin: min,
            payMax: max,
            monthlyMin: monthly.min,
            monthlyMax: monthly.max,
          });
          expect(outcome(readPay(text))).toEqual({ basis, min, max });
        },
      ),
    ));
});

describe('hours', () => {
  it.each<[string, object | string]>([
    ['8:00-17:30', { start: 480, end: 1050, hoursPerDay: 8.5, flexible: false }],
    ['上午8点到下午5点', { start: 480, end: 1020, hoursPerDay: 8, flexible: false }],
    ['8点到5点', { start: 480, end: 1020, hoursPerDay: 8, flexible: false }],
    ['早八晚六', { start: 480, end: 1080, hoursPerDay: 9, flexible: false }],
    ['做六休一 8:00-18:00', { start: 480, end: 1080, hoursPerDay: 9, flexible: false }],
    ['8:30-12:00,14:00-18:00', { start: 510, end: 1080, hoursPerDay: 7.5, flexible: false }],
    ['20:00-8:00', { start: 1200, end: 1920, hoursPerDay: 11, flexible: false }],
    ['三班倒', { start: 0, end: 1440, hoursPerDay: 8, flexible: false }],
    ['两班倒(12小时)', { start: 0, end: 1440, hoursPerDay: 12, flexible: false }],
    ['白班', { start: 510, end: 1050, hoursPerDay: 8, flexible: false }],
    ['每天4小时', { start: 510, end: 750, hoursPerDay: 4, flexible: false }],
    ['时间自由', { start: null, end: null, hoursPerDay: 4, flexible: true }],
    ['25:00-26:00', 'unknown_word'],
    ['看情况', 'unknown_word'],
  ])('%s', (written, expected) => expect(outcome(readShift(written))).toEqual(expected));

  it.each([
    ['带娃', { kind: 'child', freeFrom: 510, freeUntil: 990 }],
    ['照顾老人 8:30-16:30 可上班', { kind: 'elder', freeFrom: 510, freeUntil: 990 }],
    ['接送孩子,9点到16点有空', { kind: 'child', freeFrom: 540, freeUntil: 960 }],
    ['家有病人需照料', { kind: 'sick', freeFrom: 510, freeUntil: 990 }],
    ['身体不好', null],
  ])('care %s', (written, expected) => expect(readCare(written)).toEqual(expected));
});

it.each([
  ['10人', 10],
  ['约二十名', 20],
  ['10-15人', 10],
  ['若干', 'headcount_unclear'],
  ['0', 'headcount_unclear'],
])('headcount %s', (written, expected) => expect(outcome(readHeadcount(written))).toBe(expected));

it.each([
  ['18-50周岁', { minAge: 18, maxAge: 50 }],
  ['50岁以下', { minAge: null, maxAge: 50 }],
  ['不限', { minAge: null, maxAge: null }],
  ['年轻', 'age_limits_invalid'],
])('age limits %s', (written, expected) => expect(outcome(readAgeLimits(written))).toEqual(expected));

describe('identifiers', () => {
  it('reads a valid number however it is typed, and no number with one digit changed', () =>
    fc.assert(
      fc.property(idNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const typed = [
          number,
          number.toLowerCase(),
          fullWidth(number),
          ` ${number.slice(0, 6)} ${number.slice(6)}\u200b`,
          `'${number}`,
        ];
        for (const text of typed) expect(outcome(readIdNumber(text, today))).toMatchObject({ number });
        const digit = number[at] === 'X' ? 10 : Number(number[at]);
        const changed = `${number.slice(0, at)}${(digit + shift) % 10}${number.slice(at + 1)}`;
        if (changed !== number) expect(outcome(readIdNumber(changed, today))).toMatch(/^id_/);
      }),
    ));

  it('reads valid credit codes only', () =>
    fc.assert(
      fc.property(uscc, fc.nat(17), (code, at) => {
        expect(outcome(readUscc(code.toLowerCase()))).toBe(code);
        const changed = `${code.slice(0, at)}${code[at] === '1' ? '2' : '1'}${code.slice(at + 1)}`;
        expect(outcome(readUscc(changed))).toBe('uscc_invalid');
      }),
    ));

  it('knows the numbers of the standards', () => {
    expect(outcome(readIdNumber('11010519491231002x', today))).toMatchObject({
      birthDate: '1949-12-31',
      sex: '2',
    });
    expect(outcome(readIdNumber('520221198503070029', today))).toMatchObject({ birthDate: '1985-03-07' });
    expect(outcome(readUscc('91350100M000100Y43'))).toBe('91350100M000100Y43');
  });

  it.each([
    ['138-0000-1234', '13800001234'],
    ['+86 138 0000 1234', '13800001234'],
    ['13800001234、13900001234', '13800001234'],
    ['0858-8223344', '08588223344'],
    ['12345', 'phone_invalid'],
  ])('phone %s', (written, expected) => expect(outcome(readPhone(written))).toBe(expected));
});

describe('text', () => {
  it('cleaning is idempotent and leaves Han and rare signs alone', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    ));

  it.each([
    ['  张\u3000三 ', '张三'],
    ['阿依•古丽', '阿依·古丽'],
    ['𬱖 春', '𬱖春'],
    ['Zhang  San', 'Zhang San'],
  ])('name “%s”', (written, expected) => expect(personName(written)).toBe(expected));

  it('refuses NUL, controls and lone surrogates', () => {
    expect(['正常\n两行', '𬱖', 'a\u0000', 'a\u0007', '\ud800', '\udc00x'].map(isStorable)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('no text it writes can run as a formula, and it reads back', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', '\u200b', '\ufeff'),
        fc.constantFrom(..."=+-@\t\r\uff1d\uff0b\uff0d\uff20a'"),
        fc.string(),
        (blank, lead, rest) => {
          const text = blank + lead + rest;
          const safe = neutralise(text);
          expect(safe).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/);
          expect(restore(safe)).toBe(text.startsWith("'") ? restore(text) : text);
        },
      ),
    ));
});
