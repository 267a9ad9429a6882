/** Words of the demand ledger. */
import { industry } from '#contract/codes/occupation.ts';
import type { EmployerKind, VacancyKind } from '#contract/codes/work.ts';
import {
  channel,
  employerKind,
  vacancyKind,
  workDemand,
  workForm,
  workRegion,
} from '#contract/codes/work.ts';
import { wordTable } from './table.ts';

export const vacancyKindWords = wordTable(vacancyKind.labels, {
  workshop: '扶贫车间 帮扶车间 社区工厂 车间 就业车间 就业扶贫车间 卫星工厂',
  social_enterprise: '合作社 社区公司 集体企业 社区企业 劳务合作社 专业合作社 社区集体公司',
  public_welfare: '公益岗 公益岗位 公益性 公益性岗 乡村公益性岗位 城镇公益性岗位 公岗 公益岗位开发单位',
  market:
    '市场 企业 公司 市场化 市场招聘 民营企业 个体 个体工商户 工业企业 一般企业 私营企业 国有企业 国企 事业单位 园区企业',
  labour_export: '组织输出 有组织输出 有组织劳务输出 外出务工 劳务协作 东西部协作 劳务公司 输出 劳务派遣',
  home_work: '居家 居家灵活就业 来料加工 居家计件 家庭手工 计件居家 手工',
});

export const employerKindWords = wordTable(employerKind.labels, {
  workshop: '扶贫车间 帮扶车间 车间',
  community_factory: '工厂 卫星工厂',
  social_enterprise: '社区公司 社区企业 集体企业',
  cooperative: '专业合作社 劳务合作社',
  company: '公司 民营企业 国有企业 国企 私营企业 工业企业 有限公司',
  labour_agency: '人力资源公司 劳务派遣公司 人力资源服务机构 劳务中介',
  public_body: '机关 事业单位 街道办 社区居委会 居委会 村委会 公益岗',
  individual: '个体 个体户 商户 小店',
});

/** What kind of employer usually offers a kind of post, when the ledger names only the post. */
export const employerOfKind: Readonly<Record<VacancyKind, EmployerKind>> = {
  workshop: 'workshop',
  social_enterprise: 'social_enterprise',
  public_welfare: 'public_body',
  market: 'company',
  labour_export: 'labour_agency',
  home_work: 'company',
};

export const workFormWords = wordTable(workForm.labels, {
  full_time: '全职 全日 长期 长期工 固定工 正式工 正式 合同工',
  part_time: '非全日 兼职 小时工 半日制 半天 钟点工',
  piece_home: '居家计件 居家 来料加工 计件(居家) 居家加工',
  casual: '临时工 日结 临工 散工 短工 临时',
  seasonal: '季节 季节性 季节性用工 农忙',
});

export const regionWords = wordTable(workRegion.labels, {
  local: '就地就近 就近 社区内 安置点内 本街道 街道内 安置点 社区',
  county: '县域 县域内 本县 区内 县区内 市内县内',
  province: '省内 市内 市内县外 省内县外 县外市内 市外省内',
  outside: '外省 省外务工 浙江 广东 江苏 福建 上海',
});

export const workDemandWords = wordTable(workDemand.labels, {
  heavy_lifting: '搬运 重体力 体力活 负重 扛重物 装卸 重活',
  long_standing: '站立 长时间站立 站立作业 站班',
  heights: '高空 高空作业 登高作业 高处作业 爬高',
  dust: '有粉尘 灰尘 烟尘',
  night: '上夜班 倒班 夜间 三班倒 两班倒',
  fine_vision: '用眼 眼力好 精细活 显微镜 视力好',
  hearing: '听力好 听力正常',
});

export const channelWords = wordTable(channel.labels, {
  workshop: '就业帮扶车间 帮扶车间 社区工厂 车间',
  return_business: '创业 自主创业 返乡入乡创业 个体经营',
  organised_export: '有组织劳务输出 劳务输出 组织输出 外出务工',
  public_welfare: '公益性岗位 公益岗位 公岗 乡村公益性岗位',
  unit: '企业 单位 企业就业 企业吸纳 机关事业单位 市场主体',
  flexible: '灵活 零工 打零工 自谋职业 居家就业 居家 自主就业',
  base: '农业基地 产业基地 基地',
  new_operator: '合作社 家庭农场 新型农业经营主体 龙头企业 社会企业',
  other: '其它',
});

export const industryWords = wordTable(industry.labels, {
  A: '农业 林业 种植 种植业 养殖 养殖业 畜牧业 农林牧渔 农林牧渔业 食用菌 茶叶种植',
  B: '采矿 煤矿 煤炭',
  C: '制造 加工 服装 服装加工 电子 电子厂 食品加工 纺织 鞋业 玩具 轻工 工业 刺绣',
  D: '电力 燃气 供水 光伏',
  E: '建筑 施工 装修 装饰装修 市政',
  F: '批发零售 批发 零售 商贸 超市 商业',
  G: '交通运输 物流 快递 仓储 运输',
  H: '住宿餐饮 餐饮 酒店 住宿 饭店 民宿',
  I: '信息技术 互联网 软件 电商 电子商务 数据标注',
  J: '金融 保险 银行',
  K: '房地产 物业 物业管理 物业服务',
  L: '商务服务 租赁 人力资源 劳务 安保 保安',
  M: '科研 技术服务',
  N: '水利 环保 环境 环卫 公共设施管理 园林 绿化',
  O: '居民服务 家政 家政服务 维修 理发 美发 修理',
  P: '幼儿园 学校 培训',
  Q: '卫生 医疗 养老 医院 社会工作 护理',
  R: '文化 旅游 体育 娱乐 景区 文旅',
  S: '公共管理 政府 社会组织 机关 公益',
});
