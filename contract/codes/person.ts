import { defineCodes } from './defineCodes.ts';

/** 劳动能力: a human assessment with assessor and date, never derived from age. */
export const labourCapacity = defineCodes({
  skilled: '技能劳动力',
  ordinary: '普通劳动力',
  weak: '弱劳动力或半劳动力',
  lost: '丧失劳动力',
  none: '无劳动力',
});
export type LabourCapacity = (typeof labourCapacity.values)[number];

/** Sex, GB/T 2261.1. */
export const sex = defineCodes({ '0': '未知', '1': '男', '2': '女', '9': '未说明' });
export type Sex = (typeof sex.values)[number];

/** Education, GB/T 4658, ordered from least to most by `educationRank`. */
export const education = defineCodes({
  '90': '其他',
  '80': '小学',
  '70': '初中',
  '60': '高中',
  '40': '中职',
  '30': '专科',
  '20': '本科',
  '10': '研究生',
});
export type Education = (typeof education.values)[number];

/** 0 for the least (其他) … 7 for the most (研究生): the codes of GB/T 4658 fall as education rises. */
export const educationRank = (code: Education): number =>
  education.values.filter((other) => Number(other) > Number(code)).length;

/** Ethnic groups, GB/T 3304, those at home in the region. Never read by matching. */
export const ethnicity = defineCodes({
  '01': '汉族',
  '03': '回族',
  '06': '苗族',
  '07': '彝族',
  '08': '壮族',
  '09': '布依族',
  '12': '侗族',
  '13': '瑶族',
  '14': '白族',
  '15': '土家族',
  '20': '傈僳族',
  '25': '水族',
  '37': '仡佬族',
  '97': '其他',
});
export type Ethnicity = (typeof ethnicity.values)[number];

export const relationToHead = defineCodes({
  head: '户主',
  spouse: '配偶',
  child: '子女',
  child_in_law: '子女配偶',
  grandchild: '孙子女',
  parent: '父母',
  grandparent: '祖父母',
  sibling: '兄弟姐妹',
  other: '其他',
});
export type RelationToHead = (typeof relationToHead.values)[number];

/** Languages a person can work in. */
export const language = defineCodes({
  putonghua: '普通话',
  dialect: '本地方言',
  miao: '苗语',
  yi: '彝语',
  buyi: '布依语',
  other: '其他民族语',
});
export type Language = (typeof language.values)[number];

/** What a person must be spared at work. Protects the person; employers never see it. */
export const healthLimit = defineCodes({
  heavy_lifting: '不能搬重物',
  long_standing: '不能久站',
  heights: '不能登高',
  dust: '不能接触粉尘',
  night: '不能上夜班',
  fine_vision: '视力不好',
  hearing: '听力不好',
});
export type HealthLimit = (typeof healthLimit.values)[number];

export const careKind = defineCodes({ child: '照看孩子', elder: '照顾老人', sick: '照顾病人' });
export type CareKind = (typeof careKind.values)[number];

/** How far from home a person is willing to work. */
export const awayWish = defineCodes({
  home: '不离家',
  county: '县内',
  province: '省内',
  anywhere: '省外也可以',
});
export type AwayWish = (typeof awayWish.values)[number];

export const employmentStatus = defineCodes({
  employed: '已就业',
  unemployed: '未就业',
  unknown: '情况不明',
});
export type EmploymentStatus = (typeof employmentStatus.values)[number];

/** 未就业原因. */
export const unemploymentReason = defineCodes({
  care: '照看家人',
  health: '身体原因',
  no_skill: '缺少技能',
  no_fit: '没有合适岗位',
  low_pay: '工资太低',
  far: '离家太远',
  studying: '在学或参加培训',
  no_wish: '暂无意愿',
  other: '其他',
});
export type UnemploymentReason = (typeof unemploymentReason.values)[number];

/** 就业困难人员 grounds; recognised by people, never inferred. */
export const hardship = defineCodes({
  older: '大龄',
  disabled: '残疾',
  poor: '生活困难',
  long_unemployed: '失业一年以上',
  zero_employment: '零就业家庭成员',
});
export type Hardship = (typeof hardship.values)[number];

/** Certificates that gate work by law, and the common ones besides. */
export const certificate = defineCodes({
  electrician: '特种作业证（电工）',
  welder: '特种作业证（焊工）',
  heights: '特种作业证（高处作业）',
  forklift: '叉车证',
  security_guard: '保安员证',
  health: '健康证',
  driver_c: '驾驶证C照',
  driver_b: '驾驶证B照',
  maternal_care: '母婴护理证',
  elder_care: '养老护理员证',
  cook: '中式烹调师证',
  sewing: '缝纫工证',
});
export type Certificate = (typeof certificate.values)[number];
