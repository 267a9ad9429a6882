import { soundOf } from './pinyin.ts';

const CHINESE = /\p{Script=Han}/u;
/** How people begin and end a wish when they speak it: 我想找个打扫的活路. */
const BEFORE =
  /^(?:请问|哪里有|哪里|有没有|有没|我会|我想学|想学|要学|去学|我想|我要|会|想找|想去|想做|想要|去|找|招|做|个|份|点|一份|一个)+/;
const AFTER = /(?:的工作|的活路|的活儿|的活|的岗位|工作|活路|活儿|岗位|招人|招工|的|吗|呢|没有)+$/;

/**
 * The ways to say a query, from the most to the least literal: as written, without the words around a wish,
 * syllables typed apart as one word, and by sound, which mends 保潔員 and 缝刃工. Both engines try them in turn.
 */
export function waysToSay(text: string): string[] {
  const written = text.replaceAll('"', ' ').replaceAll(/\s+/g, ' ').trim();
  if (written === '') return [];
  const bare = written.replace(BEFORE, '').replace(AFTER, '').trim();
  const ways = CHINESE.test(written)
    ? [written, bare, soundOf(bare) ?? soundOf(written)]
    : [written.replaceAll(' ', ''), written];
  return [...new Set(ways.filter((way): way is string => Boolean(way)))];
}

export const isChinese = (text: string): boolean => CHINESE.test(text);
