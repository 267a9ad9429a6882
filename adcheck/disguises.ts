/** Signs that stand for a word. */
export const asWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '🚹': '男',
    '👨': '男',
    '👦': '男',
    '♂': '男',
    '🙎‍♂': '男',
    '🚺': '女',
    '👩': '女',
    '👧': '女',
    '♀': '女',
    '💃': '女',
    '🤰': '孕',
    '🪪': '身份证',
    '🆔': '身份证',
    '💰': '金',
    '💴': '元',
    '💵': '元',
    '🈚': '无',
    '🈲': '禁',
    '🚫': '不要',
    '❌': '不要',
    '✖': '不要',
    '👶': '孩',
    '♿': '残疾',
  }),
);

/** Traditional forms of the characters the rules read. */
export const simplified: ReadonlyMap<string, string> = pairs(
  '別别歲岁懷怀證证壓压貸贷訓训費费漢汉戶户殘残婦妇種种優优僅仅聘聘薪薪資资無无內内農农鄉乡機机齡龄' +
    '體体檢检測测療疗陽阳對对擾扰談谈絕绝員员業业與与衛卫電电銲焊車车駕驾駛驶時时間间個个萬万' +
    '滿满產产緊紧護护壯壮維维彝彝藏藏滿满蒙蒙東东區区縣县鎮镇滯滞納纳繳缴報报練练習习學学稱称類类須须',
);

/** Left and right (or upper and lower) halves → the character. */
export const components: ReadonlyMap<string, string> = new Map(
  Object.entries({
    扌甲: '押',
    手甲: '押',
    月干: '肝',
    女昏: '婚',
    田力: '男',
    乃子: '孕',
    歹戋: '残',
    讠正: '证',
    言正: '证',
    代贝: '贷',
    弗贝: '费',
    亻呆: '保',
    人呆: '保',
    亻尤: '优',
    忄生: '性',
    阝艮: '限',
    忄不: '怀',
    氵又: '汉',
    山夕: '岁',
    扌召: '招',
    手召: '招',
    亻寺: '待',
    疒矢: '疾',
    禾中: '种',
    亻言: '信',
    孝攵: '教',
    方矢: '族',
    木艮: '根',
    讠川: '训',
    月及: '服',
  }),
);

function pairs(text: string): Map<string, string> {
  const signs = [...text];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < signs.length; i += 2) map.set(signs[i] as string, signs[i + 1] as string);
  return map;
}
