/** Cleans what people typed. Values stay theirs: only width, blanks and invisible characters change. */

/** Full-width letters, digits and the blanks of other scripts become ASCII; invisible characters go. */
export function clean(text: string): string {
  if (/^[!-~\u4e00-\u9fff]*$/.test(text)) return text;
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, toHalfWidth)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** For reading structured values: punctuation half width too, no blanks, lower case. */
export function fold(text: string): string {
  return clean(text)
    .replace(/[\uff01-\uff5e]/g, toHalfWidth)
    .replace(/[\u3001\u3002\uff64]/g, (mark) => (mark === '\u3002' ? '.' : ','))
    .replace(/[\u2010-\u2015\u2212\u301c\uff5e~]/g, '-')
    .replace(/\s/g, '')
    .toLowerCase();
}

/** False for text no database can keep: NUL, other control characters, lone surrogates, non-characters. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/.test(text);
}

/** Splits a list typed with any of the usual separators. */
export function listed(text: string): string[] {
  return clean(text)
    .split(/[,,、;;/|\n\s]+/)
    .filter((word) => word !== '');
}

/** Middle dots of minority names in one form: 阿依·古丽. */
export function personName(text: string): string {
  const name = clean(text).replace(/\s*[•‧∙・・.。.·]\s*/g, '·');
  // blanks that only pad a two-character name: 张 三
  return /^[\u3400-\u9fff\u{20000}-\u{323af}](?: [\u3400-\u9fff\u{20000}-\u{323af}])+$/u.test(name)
    ? name.replaceAll(' ', '')
    : name;
}

/** Words by which people leave a cell empty without leaving it empty. */
export function isBlank(text: string): boolean {
  return /^(?:[-—–/\\.。*]+|无|没有|空|暂无|n\/?a|null|nil|none)?$/i.test(text);
}

/** Chinese numerals up to 99 inside a text become digits: 十五 → 15, 二十 → 20, 两 → 2. */
export function chineseDigits(text: string): string {
  const digit = (mark: string) => '零一二三四五六七八九'.indexOf(mark === '两' ? '二' : mark);
  return text
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)),
    )
    .replace(/[零一二两三四五六七八九]/g, (mark) => String(digit(mark)));
}

function toHalfWidth(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
}
