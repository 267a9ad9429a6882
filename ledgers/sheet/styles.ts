/** Which cell styles show a number as a date or time. */
import { parseXml } from './xml.ts';

/** [style index] true when its number format is a date. `text` is styles.xml. */
export function dateStyles(text: string): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  parseXml(text, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Built-in formats, ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian dates. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A format is a date when y, m, d, h or s remain once literals, colours and conditions are gone. */
export function isDateFormat(code: string): boolean {
  const first = code.split(';', 1)[0] as string;
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/_./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
