/** Adds two fills to somebody else's styles.xml, so that any cell can be coloured and keep its other looks. */
import { errorFill, noteFill, solid } from '../write/styles.ts';

export interface PatchedStyles {
  readonly xml: string;
  /** style of a cell → the same style on red or yellow ground */
  coloured(style: number, colour: 'error' | 'remark'): number;
  /** wrapped text, for the added column */
  readonly wrapped: number;
}

const list = (name: string) =>
  new RegExp(`(<(?:\\w+:)?${name}\\b[^>]*?)(/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`);
const formats = /<(\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g;
/** Excel opens no workbook with more cell formats. */
const maxFormats = 64_000;

/** null when the part has no fills or formats to add to, or no room for more. */
export function patchStyles(xml: string): PatchedStyles | null {
  const fills = list('fills').exec(xml)?.[3];
  const cellFormats = list('cellXfs').exec(xml)?.[3];
  if (fills === undefined || cellFormats === undefined) return null;
  const existing = cellFormats.match(formats) ?? [];
  const count = existing.length;
  if (count === 0 || 3 * count + 1 > maxFormats) return null;

  const prefix = /^<(\w+:)/.exec(existing[0]!)?.[1] ?? '';
  const firstFill = (fills.match(/<(?:\w+:)?fill[\s>/]/g) ?? []).length;
  const newFills = [errorFill, noteFill].map((argb) => solid(argb).replace(/<(\/?)/g, `<$1${prefix}`));
  const clones = [0, 1].flatMap((i) => existing.map((format) => withFill(format, firstFill + i)));
  const wrapped = `<${prefix}xf applyAlignment="1"><${prefix}alignment vertical="center" wrapText="1"/></${prefix}xf>`;
  const patched = append(append(xml, 'fills', newFills), 'cellXfs', [...clones, wrapped]);
  return {
    xml: patched,
    coloured: (style, colour) => (style < count ? style : 0) + count * (colour === 'error' ? 1 : 2),
    wrapped: 3 * count,
  };
}

function withFill(format: string, fill: number): string {
  const bare = format.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
  return bare.replace(/^<(?:\w+:)?xf/, (start) => `${start} fillId="${fill}" applyFill="1"`);
}

function append(xml: string, name: string, items: readonly string[]): string {
  return xml.replace(list(name), (whole, open: string, _rest, content: string) => {
    const head = open.replace(/\scount="(\d+)"/, (_, count) => ` count="${Number(count) + items.length}"`);
    const close = whole.slice(whole.lastIndexOf('</'));
    return `${head}>${content}${items.join('')}${close}`;
  });
}
