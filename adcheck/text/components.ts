/**
 * Characters the rules read, each before the two halves it is split into (扌甲 for 押). A half that is a radical is
 * written in its narrow form here; `BROAD` lists what people type for it.
 */
const TABLE = `
押扌甲 扣扌口 抵扌氐 招扌召 拒扌巨 扰扌尤 排扌非 投扌殳 抱扌包 挂扌圭 据扌居 打扌丁 持扌寺 护扌户 技扌支 按扌安 捡扌佥 找扌戈 担扌旦
接扌妾 挣扌争 抄扌少 扶扌夫 换扌奂 拖扌它 搬扌般 操扌喿 授扌受 扫扌彐 抽扌由 摄扌聂 控扌空 损扌员 掉扌卓
肝月干 肝月千 服月及 肢月支 胎月台 脚月却 腿月退 肤月夫 肚月土 期其月 肺月市 脏月庄 育云月
婚女昏 妹女未 妈女马 娃女圭 妇女彐 姐女且 姑女古 娘女良 嫁女家 姨女夷 奶女乃 她女也 妆女丬 始女台 如女口
男田力 孕乃子 孩子亥 岁山夕 岗山冈 费弗贝 贷代贝 资次贝 货化贝 贫分贝 员口贝 购贝勾 账贝长 财贝才 残歹戋
残歹戈 疾疒矢 病疒丙 症疒正 疤疒巴 痕疒艮 癌疒嵒 疫疒殳 障阝章 限阝艮 阳阝日 阴阝月 除阝余 院阝完 陪阝咅 附阝付 隐阝急
聋龙耳 哑口亚 盲亡目 瘸疒加 跛足皮 拐扌另 证讠正 训讠川 训口川 议讠义 谈讠炎 谢讠射 请讠青 诚讠成 课讠果 详讠羊 试讠式 语讠吾
让讠上 许讠午 认讠人 记讠己 计讠十 诺讠若 识讠只 调讠周 该讠亥 访讠方 评讠平 设讠殳 读讠卖 说讠兑 保亻呆 优亻尤 仅亻又
信亻言 信忄言 休亻木 体亻本 份亻分 件亻牛 价亻介 佛亻弗 仰亻卬 住亻主 低亻氐 付亻寸 做亻故 任亻壬 伤亻力 代亻弋 作亻乍 借亻昔
使亻吏 值亻直 候亻矦 停亻亭 健亻建 伴亻半 傣亻泰 徒彳走 待彳寺 得彳㝵 往彳主 律彳聿 性忄生 怀忄不 情忄青 快忄夬 怕忄白
汉氵又 清氵青 没氵殳 活氵舌 法氵去 注氵主 洁氵吉 洗氵先 满氵㒼 池氵也 江氵工 河氵可 海氵每 沟氵勾 油氵由 治氵台
银钅艮 钱钅戋 钱钅戈 铁钅失 针钅十 钟钅中 锁钅肖 铺钅甫 结纟吉 绝纟色 纳纟内 级纟及 给纟合 组纟且 约纟勺 红纟工 维纟隹 缴纟敫
续纟卖 综纟宗 绣纟秀 绍纟召 薪艹新 苗艹田 花艹化 草艹早 荐艹存 药艹约 地土也 城土成 坏土不 址土止 塔土荅 坑土亢 外夕卜
教孝攵 族方矢 童立里 部立口 检木佥 检木金 校木交 村木寸 机木几 格木各 标木示 林木木 构木勾 权木又 档木当 加力口 理王里
班王圭 时日寸 晚日免 取耳又 问门口 闭门才 间门日 轻车圣 转车专 驾加马 驶马史 验马佥 骗马扁 码石马 确石角 险阝佥
恕如心 忌己心 息自心 怒奴心 志士心 忍刃心 补衤卜 被衤皮 裤衤库 衬衤寸 初衤刀 礼礻乚 社礻土 祖礻且 神礻申 福礻畐
饭饣反 餐饣又 饰饣布 饱饣包 馆饣官 狗犭句 独犭虫 猪犭者 刷尸刂 刮舌刂 别另刂 到至刂 判半刂 制刂牛 利禾刂 龄齿令 私禾厶
和禾口 种禾中 租禾且 秘禾必 税禾兑 程禾呈 籍竹耤 签竹佥 等竹寺 简竹间 算竹目 贴贝占 赔贝咅 赚贝兼 款士示 歉兼欠
名夕口 周冂吉 合人口 拿合手 尘小土 务夂力 助且力 劳艹力 动云力 励厉力 碗石宛 焊火旱 烧火尧 炉火户 培土咅 放方攵 侗亻同 假亻叚 壮丬士 妊女壬 娠女辰 姻女因 瞎目害 哺口甫 乳孚乚 聘耳甹 缺缶夬 陷阝臽 患串心 携扌隽 瑶王名 特牛寺 痪疒奂 瘫疒难 癫疒颠 痫疒闲 镇钅真 仔亻子 侣亻吕 仗亻丈 估亻古 佣亻用 债亻责 偿亻赏 赁任贝 贱贝戋 诈讠乍 谎讠荒
确石角 研石开 矿石广 砖石专
`;

/** What stands for a radical when people type it. */
const BROAD: Readonly<Record<string, string>> = {
  手: '扌',
  才: '扌',
  人: '亻',
  イ: '亻',
  水: '氵',
  言: '讠',
  心: '忄',
  金: '钅',
  丝: '纟',
  糸: '纟',
  草: '艹',
  艸: '艹',
  病: '疒',
  示: '礻',
  衣: '衤',
  犬: '犭',
  食: '饣',
  刀: '刂',
  文: '攵',
};

const wholes: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/u)
    .map((entry) => [entry.slice(1), entry.slice(0, 1)]),
);

/** Few characters are a left half: the rest need no look-up. */
const lefts: ReadonlySet<string> = new Set([
  ...Array.from(wholes.keys(), (halves) => [...halves][0] ?? ''),
  ...Object.keys(BROAD),
]);

/** The character two halves make. `isPlain`: both are also words of their own (人介), so that chance may have put them there. */
export function whole(
  left: string,
  right: string,
): { readonly text: string; readonly isPlain: boolean } | undefined {
  if (!lefts.has(left)) return undefined;
  const text = wholes.get(left + right) ?? wholes.get((BROAD[left] ?? left) + (BROAD[right] ?? right));
  if (text === undefined) return undefined;
  const isPlain = !/[扌亻氵讠忄钅纟艹疒阝礻衤犭饣刂攵歹彳冂㒼㝵厶]/u.test(left + right);
  return { text, isPlain };
}
