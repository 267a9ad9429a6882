/** Identity numbers, credit codes and phones as they arrive in ledgers. */
import { type CitizenId, isMobile, isUscc, parseIdNumber } from '#contract/identifiers.ts';
import type { Cell } from '../sheet/cell.ts';
import { fault, ok, type Result } from './result.ts';
import { fold } from './text.ts';

/**
 * Reads an identity number; full width, blanks, a leading apostrophe and a lower-case x are repaired.
 * A number cell of more than 15 digits has lost its last ones: Excel keeps 15.
 */
export function readIdNumber(cell: Cell, today: string): Result<CitizenId> {
  const text = fold(String(cell)).replace(/['`‘’-]/g, '');
  if ((typeof cell === 'number' && cell >= 1e15) || /^\d(?:\.\d+)?e\+?1[57]$/.test(text))
    return fault(
      'id_precision_lost',
      '身份证号被存成了数字，后几位已丢失。请把这一列设为文本，再照证件填一遍',
    );
  const id = parseIdNumber(text);
  switch (id) {
    case 'length':
      return text.length === 15
        ? fault('id_format', '这是 15 位的旧身份证号，请填 18 位的')
        : fault('id_format', `身份证号应为 18 位，这里是 ${[...text].length} 位`);
    case 'characters':
      return fault('id_format', '身份证号只能是数字，最后一位可以是 X');
    case 'birth_date':
      return fault('id_birth_date', '身份证号里的出生日期不存在');
    case 'checksum':
      return fault('id_checksum', '身份证号最后一位对不上，可能抄错了某一位');
  }
  if (id.birthDate > today) return fault('id_birth_date', '身份证号里的出生日期在今天之后');
  return ok(id);
}

/** 统一社会信用代码 in upper case; O and I, which it never holds, are not guessed at. */
export function readUscc(cell: Cell): Result<string> {
  const code = fold(String(cell)).replace(/['-]/g, '').toUpperCase();
  if (typeof cell === 'number') return fault('uscc_invalid', '信用代码被存成了数字，请把这一列设为文本再填');
  if (!isUscc(code)) return fault('uscc_invalid', '统一社会信用代码应为 18 位，请对照营业执照核对');
  return ok(code);
}

/** Mobile or fixed line; +86 and dashes go. The first of several numbers is taken. */
export function readPhone(cell: Cell): Result<string> {
  const first = fold(String(cell)).split(/[,;/]/)[0]!;
  const digits = first.replace(/^(?:\+|00)86/, '').replace(/[-()']/g, '');
  if (isMobile(digits)) return ok(digits);
  if (/^0\d{9,11}$/.test(digits) || /^[2-8]\d{6,7}$/.test(digits)) return ok(digits);
  return fault('phone_invalid', '电话应为 11 位手机号，或带区号的座机');
}
