import { defineCodes } from './defineCodes.ts';

/** What kind of word stands for an occupation. Unpaid work at home and in the field counts as skill. */
export const wordKind = defineCodes({
  everyday: '平常说法',
  dialect: '方言',
  english: '英文',
  unpaid: '家里的活',
});
export type WordKind = (typeof wordKind.values)[number];
