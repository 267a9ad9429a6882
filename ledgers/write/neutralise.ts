/**
 * Formula injection: a cell that starts with = + - @ TAB or CR, also full width or behind blanks, runs as a
 * formula once a spreadsheet is saved as text and opened again. A leading apostrophe makes it text for good.
 */
const dangerous = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

export function neutralise(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again: what we wrote reads back as it was. */
export function restore(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}
