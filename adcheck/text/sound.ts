import { pinyin } from 'pinyin-pro';

/** Near sounds, which typing and dialects mix, count as one: zh z, ch c, sh s, ing in, eng en. */
const near = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/(in|en)g$/, '$1');

const known = new Map<string, readonly string[]>();

/** Characters taken for another by their looks sound like that one too. */
export const lookalikes: Readonly<Record<string, string>> = {
  '3': '三',
  小: '少',
  '8': '不',
  乚: '乙',
  淮: '准',
  孑: '子',
  籽: '子',
  薮: '数',
  簌: '数',
  侍: '待',
  汗: '汉',
  挤: '疾',
  嫉: '疾',
  践: '残',
  浅: '残',
  歺: '残',
  疒: '疾',
  卬: '押',
  鸦: '押',
  征: '证',
  俭: '检',
  捡: '检',
  拢: '扰',
  忧: '优',
  藉: '籍',
  末: '未',
  禾: '未',
  入: '人',
  夲: '本',
  川: '训',
  木: '本',
  抻: '押',
  钾: '押',
  甲: '押',
  体: '休',
  令: '龄',
  牲: '性',
  乃: '孕',
  杯: '怀',
  巳: '已',
  肓: '育',
  己: '已',
  囗: '口',
  囡: '女',
  铝: '女',
  驴: '女',
  汝: '女',
  余: '除',
  尤: '优',
  曰: '日',
  耍: '要',
  姓: '性',
  肛: '肝',
  戋: '残',
  代: '贷',
  伏: '优',
  尸: '户',
  旅: '族',
  簇: '族',
  货: '贷',
  贷: '货',
  贵: '费',
  贾: '费',
  叩: '扣',
  汉: '仅',
  恨: '限',
  姿: '资',
  冶: '治',
  丈: '大',
  岀: '出',
  崴: '岁',
  呷: '押',
  岬: '押',
  胛: '押',
  价: '份',
};

/** All sounds of one Chinese character or written syllable, tones left out; none for anything else. */
export function soundsOf(sign: string): readonly string[] {
  const cached = known.get(sign);
  if (cached) return cached;
  const sounds = /^[\p{Script=Han}38]$/u.test(sign)
    ? [...new Set([...readings(sign), ...readings(lookalikes[sign] ?? sign)])]
    : SYLLABLE.test(sign)
      ? [near(sign)]
      : [];
  known.set(sign, sounds);
  return sounds;
}

const readings = (sign: string): string[] =>
  pinyin(sign, { toneType: 'none', type: 'array', v: true, multiple: true }).map(near);

/** The sounds of a word in its own reading. */
export const syllablesOf = (word: string): string[] =>
  pinyin(word, { toneType: 'none', type: 'array', v: true }).map(near);

const SYLLABLE =
  /^(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v)|ang|ai|ao|an|en|er|ou)$/;
const LONGEST = 6;

/**
 * Letters as syllables, longest first with a way back; letters one by one when they spell none. As spelling has it, a
 * syllable inside a word seldom begins with a vowel: henan is he nan.
 */
export function latinSyllables(letters: string): string[] {
  // From the end: by which first syllable the rest can be spelled, and how many later ones begin with a vowel.
  const first: (number | undefined)[] = Array.from({ length: letters.length + 1 });
  const vowels: number[] = [];
  first[letters.length] = 0;
  vowels[letters.length] = 0;
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length -= 1) {
      if (first[at + length] === undefined || !SYLLABLE.test(letters.slice(at, at + length))) continue;
      const cost = (vowels[at + length] ?? 0) + (/^[aoe]/.test(letters.slice(at + length)) ? 1 : 0);
      if (first[at] !== undefined && cost >= (vowels[at] ?? 0)) continue;
      first[at] = length;
      vowels[at] = cost;
    }
  }
  if (first[0] === undefined) return [...letters];
  const syllables: string[] = [];
  for (let at = 0; at < letters.length; at += first[at] as number) {
    syllables.push(letters.slice(at, at + (first[at] as number)));
  }
  return syllables;
}
