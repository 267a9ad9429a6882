/** Checks of the identifiers people and employers carry. Pure; the rules are national standards. */

/** Why a citizen identity number is refused. */
export type IdNumberFault = 'length' | 'characters' | 'birth_date' | 'checksum';

export interface CitizenId {
  /** 18 characters, upper-case X */
  readonly number: string;
  /** ISO date */
  readonly birthDate: string;
  /** from the 17th digit, GB/T 2261.1 */
  readonly sex: '1' | '2';
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** Check character of the first 17 digits, GB 11643 (ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * idWeights[i]!;
  return idChecks[sum % 11]!;
}

/**
 * Reads a citizen identity number, GB 11643; a lower-case x is accepted. The region prefix is not checked:
 * retired codes live on in valid numbers.
 */
export function parseIdNumber(written: string): CitizenId | IdNumberFault {
  const number = written.toUpperCase();
  if (number.length !== 18) return 'length';
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'characters';
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthDate) || birthDate < '1900-01-01') return 'birth_date';
  if (idCheckCharacter(number) !== number[17]) return 'checksum';
  return { number, birthDate, sex: number.charCodeAt(16) % 2 === 1 ? '1' : '2' };
}

/** First 6 and last 4, for staff: 110105********002X. Anything else than 18 characters shows its ends only. */
export function maskIdNumber(number: string): string {
  if (number.length === 18) return `${number.slice(0, 6)}********${number.slice(14)}`;
  return number.length <= 4 ? '*'.repeat(number.length) : `${number.slice(0, 2)}****${number.slice(-2)}`;
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character of the first 17 characters of a 统一社会信用代码, GB 32100 (ISO 7064 MOD 31-3). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += usccAlphabet.indexOf(first17[i]!) * usccWeights[i]!;
  return usccAlphabet[(31 - (sum % 31)) % 31]!;
}

/** True for a valid 统一社会信用代码 in upper case. */
export function isUscc(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && usccCheckCharacter(code) === code[17];
}

/** Mainland mobile number. Families share phones: never a unique key. */
export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone);
}

/** True when the ISO date exists in the calendar: 2023-02-29 does not. */
export function isCalendarDate(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole years between two ISO dates: the age on `today`. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
