/** The few looks our own workbooks have. The order of `looks` is the order of the cell formats. */
export const looks = ['plain', 'title', 'header', 'wrap', 'number', 'error', 'note', 'heading'] as const;
export type Look = (typeof looks)[number];

/** ARGB fills of cells with a blocking problem and of cells with a remark, shared with returned workbooks. */
export const errorFill = 'FFFFC7CE';
export const noteFill = 'FFFFEB9C';

const border = 'applyBorder="1" borderId="1"';
const middle = 'applyAlignment="1"><alignment vertical="center"';

/** styles.xml. Text cells carry format 49 (@), so that Excel never rewrites an ID number. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFDDEBF7')}${solid(errorFill)}${solid(noteFill)}</fills><borders count="2"><border><left/><right/><top/><bottom/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}"><xf numFmtId="49" ${border} applyNumberFormat="1" ${middle}/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf fontId="2" fillId="2" applyFont="1" applyFill="1" ${border} applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" ${border} applyNumberFormat="1" ${middle} wrapText="1"/></xf><xf ${border} ${middle}/></xf><xf numFmtId="49" fillId="3" applyFill="1" ${border} applyNumberFormat="1" ${middle}/></xf><xf numFmtId="49" fillId="4" applyFill="1" ${border} applyNumberFormat="1" ${middle}/></xf><xf fontId="2" applyFont="1" ${border} ${middle}/></xf></cellXfs></styleSheet>`;

export function solid(argb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`;
}
