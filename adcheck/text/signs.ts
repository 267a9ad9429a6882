/** Pictures that stand for a word, or for a word that sounds the same. Others are decoration. */
/** 🕐 to 🕛 on the hour. */
function clocks(): Record<string, string> {
  const one = 0x1f550;
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, hour) => [String.fromCodePoint(one + hour), `${hour + 1}点`]),
  );
}

export const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '🚹': '男',
    '👨': '男',
    '👦': '男',
    '♂': '男',
    '🚺': '女',
    '👩': '女',
    '👧': '女',
    '♀': '女',
    '👴': '老人',
    '👵': '老人',
    '🤰': '孕妇',
    '🪪': '身份证',
    '🆔': '身份证',
    '💰': '金',
    '💴': '元',
    '💵': '元',
    '🈶': '有',
    '🈚': '无',
    '🈲': '禁止',
    '🚫': '不要',
    '❌': '不要',
    '✖': '不要',
    '⛔': '不要',
    '🙅': '不要',
    '👶': '孩',
    '🎂': '岁',
    '㊙': '私',
    '♿': '残疾人',
    '🦆': '鸭',
    '🐔': '鸡',
    '🈷': '月',
    '🌙': '月',
    '🧔': '男',
    '👱': '男',
    '👸': '女',
    '👰': '新娘',
    '💍': '婚',
    '💑': '婚',
    '🍼': '奶',
    '🧓': '老人',
    '🦽': '残疾人',
    '🦼': '残疾人',
    '🦯': '盲人',
    '🧏': '聋哑人',
    '🦻': '耳聋',
    '🦠': '病毒',
    '🩸': '血',
    '🕌': '清真寺',
    '⛪': '教堂',
    '🛐': '拜',
    '☪': '伊斯兰教',
    '✝': '基督教',
    '☸': '佛教',
    '📿': '念佛',
    '🔞': '未成年人',
    '👎': '不要',
    '🉑': '可',
    '🆗': '可',
    '🈵': '满',
    '💸': '钱',
    '🤑': '钱',
    '💳': '卡',
    '🔟': '10',
    '🅰': 'a',
    '🅱': 'b',
    ...clocks(),
  }),
);

/** Signs that bound a number: ≤45, 35↓. */
export const bounds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '≤': '不超过',
    '≦': '不超过',
    '<': '低于',
    '＜': '低于',
    '↓': '以下',
    '⬇': '以下',
    '↑': '以上',
    '⬆': '以上',
  }),
);

/** Pictures that are decoration everywhere but before these signs: 🚗证. */
export const picturesBefore: ReadonlyMap<string, readonly [followed: RegExp, word: string]> = new Map(
  Object.entries({
    '🚗': [/^[证照本]/u, '驾驶'],
    '🚚': [/^[证照本]/u, '驾驶'],
    '🚘': [/^[证照本]/u, '驾驶'],
    '🎓': [/^[证书]/u, '毕业'],
    '⚡': [/^工/u, '电'],
    '🔌': [/^工/u, '电'],
    '👮': [/^证/u, '保安员'],
    '🏠': [/^[口籍]/u, '户'],
    '✋': [/^[男女]/u, '不要'],
    '🙏': [/^[佛神菩]/u, '拜'],
  }),
);
