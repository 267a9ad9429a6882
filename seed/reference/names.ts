import type { Ethnicity, Sex } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';

/** Shares of ethnic groups among people who moved; higher than in the city as a whole (about 28 %). */
export const ethnicShares: readonly (readonly [Ethnicity, number])[] = [
  ['01', 610],
  ['07', 135],
  ['06', 120],
  ['09', 75],
  ['03', 15],
  ['37', 14],
  ['14', 14],
  ['25', 8],
  ['15', 4],
  ['12', 3],
  ['08', 1],
  ['97', 1],
];

/** Surnames that families of a group carry in western Guizhou; groups not listed use the common ones. */
const surnames: Partial<Record<Ethnicity, string>> & { readonly '01': string } = {
  '01': '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭罗宋谢唐邓冯曾彭肖田董潘袁蒋蔡余杜叶程魏苏吕丁沈任姚卢付钟姜崔谭陆汪范石廖贾夏韦方邹熊孟秦邱尹江史龚',
  '03': '马杨张李桂海撒孔保',
  '06': '杨李王张陶古熊项侯马吴罗祝韩朱',
  '07': '杨李王安陇禄罗张龙陈阿黄金柳卢沙',
  '09': '罗王韦岑陆黄卢伍郭班贺柏覃',
  '14': '杨李张赵苏何王施段',
  '37': '李陈王勾高田申何赵',
};

/** Compound surnames are rare but real, and every form and index has to hold them. */
const compoundSurnames = ['欧阳', '上官', '司马', '令狐'];

const givenByGeneration = {
  '1': [
    { bornBefore: 1970, characters: '国明德光兴发贵福忠云文学荣昌祥富成志顺礼仁义朝廷' },
    { bornBefore: 1990, characters: '军勇波林伟强辉华平刚斌龙飞涛松江海洪方贤友权开亮' },
    { bornBefore: 2100, characters: '浩宇轩杰俊豪鑫磊凯阳晨睿博涵子泽梓皓翔航毅佳星瑞' },
  ],
  '2': [
    { bornBefore: 1970, characters: '秀英兰珍芬琴美仙翠莲菊香桂玉花凤芝素珠惠群会先' },
    { bornBefore: 1990, characters: '丽艳燕梅敏红霞娟萍芳琼玲娅春雪江荣群莉飞巧云' },
    { bornBefore: 2100, characters: '欣怡梓涵诗雨婷思佳琪妍静雯瑶馨可心语彤悦萱依娜' },
  ],
} as const;

/** Characters that old software cannot hold: outside the basic plane or added to Unicode late. */
const rareCharacters = ['𬱖', '䶮', '㛃', '𬭚', '玥', '犇', '赟'];

const dottedNames: Partial<
  Record<
    Ethnicity,
    { readonly families: readonly string[]; readonly '1': readonly string[]; readonly '2': readonly string[] }
  >
> = {
  '07': {
    families: ['吉克', '阿鲁', '沙马', '曲比', '阿苏'],
    '1': ['木呷', '尔古', '拉铁', '约布', '日火'],
    '2': ['阿呷', '伍果', '阿依', '尔西莫', '果果'],
  },
  '06': {
    families: ['蒙', '当', '卯'],
    '1': ['阿略', '往', '久保耶努'],
    '2': ['阿彩', '榜香', '尼娅'],
  },
};

export function surnameOf(random: Random, ethnicity: Ethnicity): string {
  const dotted = dottedNames[ethnicity];
  if (dotted && random.chance(0.02)) return `${random.pick(dotted.families)}·`;
  if (random.chance(0.002)) return random.pick(compoundSurnames);
  return random.pick([...(surnames[ethnicity] ?? surnames['01'])]);
}

export function givenNameOf(
  random: Random,
  ethnicity: Ethnicity,
  sex: Sex,
  born: number,
  surname: string,
): string {
  const gender = sex === '2' ? '2' : '1';
  if (surname.endsWith('·'))
    return random.pick(dottedNames[ethnicity]?.[gender] ?? dottedNames['07']![gender]);
  const generation = givenByGeneration[gender].find(({ bornBefore }) => born < bornBefore)!;
  const characters = [...generation.characters];
  const last = random.chance(0.003) ? random.pick(rareCharacters) : random.pick(characters);
  return random.chance(born < 2000 ? 0.22 : 0.12) ? last : random.pick(characters) + last;
}
