/** Characters the rules read, each after the two halves it is split into. */
const TABLE = `
扌甲押 手甲押 扌口扣 手口扣 扌氐抵 扌召招 手召招 扌尤扰 扌非排 月干肝 月及服 女昏婚 女未妹 女马妈 女圭娃 田力男 乃子孕
歹戋残 疒矢疾 疒丙病 讠正证 言正证 讠川训 言川训 讠义议 言义议 讠炎谈 言炎谈 讠射谢 言射谢 讠青请 代贝贷 弗贝费 亻呆保 人呆保
亻尤优 人尤优 亻又仅 人又仅 亻言信 人言信 亻木休 人木休 亻分份 人分份 亻牛件 亻介价 忄生性 心生性 忄不怀 心不怀 阝艮限 阝章障 阝日阳
氵又汉 水又汉 氵青清 山夕岁 彳寺待 方矢族 孝攵教 立里童 艹新薪 草新薪 土也地 夕卜外 纟吉结 丝吉结 纟色绝 纟内纳 纟及级
金艮银 钅艮银 力口加 王里理 日寸时 王圭班 耳又取 其月期 门口问 木佥检 木金检
`;

export const components: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/u)
    .map((entry) => [entry.slice(0, -1), entry.slice(-1)]),
);
