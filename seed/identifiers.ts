import { idCheckCharacter, usccCheckCharacter } from '#contract/identifiers.ts';
import { instantOf } from './clock.ts';
import type { Random } from './random.ts';

/**
 * 520299 is no region of GB/T 2260, today or ever (六盘水 holds 01, 03, 04, 21, 22, 81), so no authority
 * has issued a number that begins with it: every ID number and licence code made here belongs to nobody.
 */
const unissuedRegion = '520299';

/** 169 is not allotted to any operator, so no family owns these numbers. */
const unallottedPrefix = '169';

/** Citizen ID, GB 11643: region, birth date, sequence (odd for men), check character. */
export function idNumber(birthDate: string, sequence: number): string {
  const body = `${unissuedRegion}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

/** Hands out ID numbers so that no two people share one; 499 per day of birth and sex. */
export function idNumberIssuer(): (birthDate: string, male: boolean) => string {
  const issued = new Map<string, number>();
  return (birthDate, male) => {
    const key = `${birthDate}${male}`;
    const count = issued.get(key) ?? 0;
    issued.set(key, count + 1);
    // 37 is coprime to 499: consecutive people get distant numbers, like at a real counter.
    const slot = 1 + ((count * 37 + Number(birthDate.slice(8)) * 11) % 499);
    return idNumber(birthDate, slot * 2 - (male ? 1 : 0));
  };
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Leading two characters of a licence code: who registers it, and what it is. */
export type Registration = '91' | '92' | '93' | '12' | '52';

/** 统一社会信用代码, GB 32100, around an organisation code of GB 11714. */
export function uscc(registration: Registration, serial: number): string {
  const organisation = `MA9${inAlphabet(serial, 5)}`;
  const body = `${registration}${unissuedRegion}${organisation}${organisationCheck(organisation)}`;
  return body + usccCheckCharacter(body);
}

function inAlphabet(value: number, digits: number): string {
  let text = '';
  for (let rest = value; text.length < digits; rest = Math.floor(rest / 31)) {
    text = usccAlphabet[rest % 31]! + text;
  }
  return text;
}

function organisationCheck(code: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (char: string) => Number.parseInt(char, 36);
  const check = 11 - (weights.reduce((sum, weight, i) => sum + weight * value(code[i]!), 0) % 11);
  return check === 10 ? 'X' : String(check % 11);
}

export function mobile(random: Random): string {
  return unallottedPrefix + String(random.int(0, 99_999_999)).padStart(8, '0');
}

/** Version 7 UUIDs in order of making; their time part starts at the dawn of `today`. */
export function uuidMaker(today: string, random: Random): () => string {
  const start = instantOf(today, 0).getTime();
  let made = 0;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return () => {
    const time = hex(start + Math.floor(made / 0x1000), 12);
    const order = hex(made % 0x1000, 3);
    made++;
    const tail = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6);
    const variant = hex(0x8000 | Math.floor(random.next() * 0x4000), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}-${tail}`;
  };
}
