import type { Folded } from '../types.ts';

/** One character or syllable of a reading and where it stands in what was written. */
export interface Sign {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Reading extends Folded {
  readonly source: string;
  readonly signs: readonly Sign[];
  /** the sign behind each position of the text */
  readonly at: readonly Sign[];
}

/** A letter or number of any script. */
export const WORD = /[\p{L}\p{N}]/u;
/** Carry meaning next to digits and units: 18-35, 20/小时, 8:00, 0.8, 底薪+提成. */
export const MEANINGFUL = /[-/:.%+]/u;
/** A symbol that means nothing: a gap that is no pause. */
export const ORNAMENT = '\t';
/** Neither a sign nor a gap: accents, keycaps, variation selectors, zero-width characters, skin tones. */
export const INVISIBLE = /\p{M}|\p{Cf}|\p{Emoji_Modifier}/u;
export const NUMERAL = /[\d〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]/u;

export const isDigit = (sign: Sign | undefined): boolean =>
  sign !== undefined && sign.text.length === 1 && sign.text >= '0' && sign.text <= '9';

/** The text the signs make, with its way back to the source. */
export function reading(source: string, signs: readonly Sign[]): Reading {
  const at: Sign[] = [];
  let text = '';
  for (const sign of signs) {
    text += sign.text;
    while (at.length < text.length) at.push(sign);
  }
  return {
    source,
    signs,
    at,
    text,
    original: (from, to) => source.slice(at[from]?.from ?? source.length, at[to - 1]?.to ?? source.length),
  };
}
