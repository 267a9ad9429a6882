/** Rows as one table with a frame; columns line up although Chinese characters are two cells wide. */
export function table(title: string, rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (wide, row) => row.map((cell, column) => Math.max(wide[column] ?? 0, cells(cell))),
    [],
  );
  const lines = rows.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  '));
  const width = Math.max(cells(title), ...lines.map(cells));
  const rule = '─'.repeat(width + 2);
  return [
    `┌${rule}┐`,
    ...[title, ''].concat(lines).map((line) => `│ ${pad(line, width)} │`),
    `└${rule}┘`,
  ].join('\n');
}

/** How many cells of a terminal a text takes. */
export function cells(text: string): number {
  let width = 0;
  for (const sign of text) width += WIDE.test(sign) ? 2 : 1;
  return width;
}

export const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - cells(text)));

/** Hangul Jamo, CJK with its punctuation, compatibility forms, full-width forms, and the planes of rare characters. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
