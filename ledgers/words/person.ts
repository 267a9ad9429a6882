/** Words of the people ledger. */
import { householdType, monitoringCategory } from '#contract/codes/household.ts';
import {
  awayWish,
  certificate,
  education,
  employmentStatus,
  ethnicity,
  hardship,
  healthLimit,
  labourCapacity,
  language,
  relationToHead,
  sex,
  unemploymentReason,
} from '#contract/codes/person.ts';
import { wordTable } from './table.ts';

export const householdTypeWords = wordTable(householdType.labels, {
  lifted: '脱贫 建档立卡户 建档立卡贫困户 建档立卡 贫困户 已脱贫户 一般脱贫户 脱贫人口',
  monitored:
    '监测户 监测 三类户 三类人员 脱贫不稳定户 边缘易致贫户 突发严重困难户 防止返贫致贫对象 防返贫监测对象 防返贫监测户',
  accompanying: '随迁 同步搬迁户 同步搬迁 随迁/同步搬迁户 同步户 非贫困户 一般户 一般农户 其他搬迁户',
});

export const monitoringWords = wordTable(monitoringCategory.labels, {
  unstable: '脱贫不稳定',
  marginal: '边缘户 边缘易致贫',
  sudden: '突发严重困难 突发困难户',
  prevention: '防止返贫致贫',
});

export const relationWords = wordTable(relationToHead.labels, {
  head: '本人 户主本人 本人或户主',
  spouse: '妻子 妻 丈夫 夫 爱人 老婆 老公',
  child:
    '子 女 儿子 女儿 长子 次子 三子 四子 长女 次女 三女 四女 养子 养女 继子 继女 之子 之女 独生子 独生女',
  child_in_law: '儿媳 媳妇 女婿 子媳 长媳 次媳 之儿媳 之女婿',
  grandchild: '孙子 孙女 外孙 外孙女 孙 长孙 之孙子 之孙女 重孙 曾孙子 曾孙女',
  parent: '父 母 父亲 母亲 岳父 岳母 公公 婆婆 之父 之母 之岳父 之岳母 之公公 之婆婆 继父 继母',
  grandparent: '祖父 祖母 爷爷 奶奶 外祖父 外祖母 外公 外婆 之祖父 之祖母',
  sibling: '兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 之兄弟姐妹 兄弟姐妹或其配偶',
  other: '其他亲属 非亲属 侄子 侄女 侄儿 外甥 外甥女 保姆',
});

export const sexWords = wordTable(sex.labels, { '1': '男性 m', '2': '女性 f' });

export const educationWords = wordTable(education.labels, {
  '10': '硕士 博士 硕士研究生 博士研究生 研究生及以上 硕士及以上',
  '20': '大学本科 大学 学士 本科及以上 本科以上',
  '30': '大专 大学专科 高职 高专 专科及以上 大专及以上 大专以上',
  '40': '中专 职高 技校 技工学校 中等职业 中等专科 职业高中 中技 中等职业教育 中专及以上 中职及以上',
  '60': '普高 普通高中 高中及以上 高中以上 高中及以下',
  '70': '中学 普通初中 初中及以上 初中以上 初中毕业 初中文化',
  '80': '小学及以上 小学以上 小学毕业 小学文化 小学及以下',
  '90': '文盲 半文盲 文盲或半文盲 文盲半文盲 不识字 学龄前 学龄前儿童 未上学 未上过学 无学历 识字 略识字 扫盲 幼儿园 其它',
});
/** Education words that also say the person does not read. */
export const illiterate = /文盲|不识字|未上过学/;

/** Ordinary ways to write a people: with and without 族. */
export const ethnicityWords = wordTable(
  ethnicity.labels,
  Object.fromEntries(
    ethnicity.values
      .filter((code) => code !== '97')
      .map((code) => [code, ethnicity.label(code).slice(0, -1)]),
  ),
);

export const capacityWords = wordTable(labourCapacity.labels, {
  skilled: '技能 技能型 有技能 技能型劳动力 技术劳动力',
  ordinary: '普通 普通劳力 正常劳动力 全劳动力 整劳动力 有劳动能力 有劳动力 健全 强劳动力 劳动力 有',
  weak: '弱劳力 弱劳动力 半劳动力 弱 半 半劳力 弱/半劳动力 弱或半劳动力 部分丧失劳动力 部分丧失劳动能力',
  lost: '丧失 丧失劳动能力 丧失劳力 完全丧失劳动能力 完全丧失劳动力',
  none: '无 无劳动能力 无劳力 没有 非劳动力',
});

export const healthLimitWords = wordTable(healthLimit.labels, {
  heavy_lifting: '不能干重活 不能负重 腰椎间盘突出 腰椎病 腰疼 腰痛 腰伤 腰肌劳损 心脏病 疝气 重体力 搬重物',
  long_standing: '不能久站立 不能长时间站立 腿脚不便 腿疾 关节炎 静脉曲张 风湿 肢体残疾 腿伤 久站 行动不便',
  heights: '恐高 不能高空作业 不宜登高 癫痫 高血压 眩晕 登高',
  dust: '尘肺 尘肺病 哮喘 过敏性鼻炎 粉尘过敏 肺病 慢性支气管炎 粉尘',
  night: '不能熬夜 不宜夜班 不上夜班 神经衰弱 夜班',
  fine_vision: '视力差 近视 白内障 视力残疾 弱视 青光眼 老花',
  hearing: '听力差 耳聋 耳背 听力残疾 重听',
});

export const certificateWords = wordTable(certificate.labels, {
  electrician: '电工证 低压电工证 高压电工证 电工操作证 特种作业操作证(电工)',
  welder: '焊工证 电焊证 焊工操作证 电焊工证 熔化焊接证',
  heights: '高空作业证 高处作业证 登高证 登高作业证 架子工证',
  forklift: '叉车驾驶证 叉车操作证 叉车司机证 叉车本',
  security_guard: '保安证 保安上岗证',
  health: '健康合格证 从业人员健康证 体检合格证',
  driver_c: 'c照 c1驾驶证 c1驾照 c1证 c1照 c2驾照 c2驾驶证 c1 c2 驾照 驾驶证 驾驶执照 汽车驾驶证',
  driver_b: 'b照 b2驾驶证 b2驾照 b1驾照 b2证 b2照 b2 b1 a照 a2驾驶证 a2 a1',
  maternal_care: '月嫂证 育婴证 育婴师证 母婴护理员证 育婴员证',
  elder_care: '养老护理证 护理员证 养老护理员资格证',
  cook: '厨师证 烹调师证 厨师资格证 中式烹调师资格证',
  sewing: '缝纫证 缝纫工等级证 服装缝纫证',
});

export const languageWords = wordTable(language.labels, {
  putonghua: '国语 会说普通话 会讲普通话',
  dialect: '方言 本地话 贵州话 四川话 土话',
  miao: '苗话',
  yi: '彝话',
  buyi: '布依话',
  other: '民族语言 少数民族语言 侗语 壮语 水语 瑶语',
});

export const employmentWords = wordTable(employmentStatus.labels, {
  employed: '就业 在岗 务工 已务工 在外务工 外出务工 就业中 灵活就业 自主创业 已就业(稳定) 是 在职',
  unemployed: '未务工 失业 待业 无业 在家 赋闲 没有就业 否 未就业(有意愿) 闲置在家',
  unknown: '不明 不详 未知 失联 联系不上',
});

export const hardshipWords = wordTable(hardship.labels, {
  older: '大龄人员 大龄失业人员 大龄劳动力 4050',
  disabled: '残疾人 残疾人员',
  poor: '低保 低保家庭 低收入家庭 特困 困难家庭',
  long_unemployed: '长期失业 长期失业人员 连续失业一年以上',
  zero_employment: '零就业 零就业家庭',
});

export const reasonWords = wordTable(unemploymentReason.labels, {
  care: '带娃 带孩子 带小孩 照顾孩子 照顾小孩 照看小孩 照顾老人 照看老人 照顾病人 照顾家人 照顾家庭 家庭照料 陪读 接送孩子 怀孕 哺乳 哺乳期 在家带孩子 在家带娃',
  health: '身体不好 生病 患病 疾病 残疾 身体 病 因病 身体状况 长期患病 体弱 年老体弱',
  no_skill: '无技能 没技能 没有技能 技能不足 缺技术 无技术 没有技术 无一技之长',
  no_fit: '找不到工作 无合适岗位 没找到合适的 无岗位 没有岗位 找不到合适工作 未找到合适工作 刚返乡',
  low_pay: '工资低 嫌工资低 待遇低 收入低 待遇不满意',
  far: '太远 路远 离家远 交通不便 距离远',
  studying: '在校 上学 读书 在校学生 学生 在读 参加培训 培训中 就读',
  no_wish: '无意愿 不想就业 没有意愿 不愿意 懒 无就业意愿 暂不就业',
  other: '其它 其他原因',
});

export const awayWords = wordTable(awayWish.labels, {
  home: '不愿离家 家门口 安置点 社区 本社区 本地 就近 就近就业 家附近 小区 安置区 不出远门 附近 社区内 街道内',
  county: '县 本县 县城 县域 县域内 本县内 区内 市内 县里 城区 园区 工业园区',
  province: '省 本省 贵州省内 贵阳 县外省内 省内县外 贵州',
  anywhere:
    '省外 外省 浙江 广东 江苏 福建 上海 沿海 不限 均可 都可以 全国 外地 哪里都行 东莞 深圳 广州 杭州 宁波',
});
