/** Columns of the 劳动力就业台账, in the order staff know; those after 更新日期 are ours and optional. */
import { householdType, monitoringCategory } from '#contract/codes/household.ts';
import { occupation } from '#contract/codes/occupation.ts';
import {
  awayWish,
  certificate,
  education,
  employmentStatus,
  ethnicity,
  hardship,
  labourCapacity,
  language,
  relationToHead,
  sex,
} from '#contract/codes/person.ts';
import { channel, workRegion } from '#contract/codes/work.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import { readDate, readPeriod } from '../normalise/date.ts';
import { readIdNumber, readPhone } from '../normalise/identifier.ts';
import { readInteger } from '../normalise/number.ts';
import { monthlyPay, readPay } from '../normalise/pay.ts';
import { ok, remarked } from '../normalise/result.ts';
import { personName } from '../normalise/text.ts';
import type { PersonRecord } from '../records.ts';
import { occupationWords, skillWords } from '../words/occupation.ts';
import {
  awayWords,
  capacityWords,
  certificateWords,
  educationWords,
  employmentWords,
  ethnicityWords,
  hardshipWords,
  householdTypeWords,
  illiterate,
  languageWords,
  monitoringWords,
  relationWords,
  sexWords,
} from '../words/person.ts';
import { unknownWords } from '../words/table.ts';
import { channelWords, regionWords } from '../words/work.ts';
import { type Codec, code, codec, codes, column, short, softCode, text, yesNo } from './column.ts';

const skillLabels = { ...occupation.labels, ...unpaidSkills };

/** 技能/证书 in one cell: the certificates are taken out first, what is left are skills. */
const skillsAndCertificates = codec<Pick<PersonRecord, 'skills' | 'certificates'>>(
  (cell) => {
    const held = certificateWords.find(String(cell));
    const known = skillWords.find(held.rest);
    const unknown = unknownWords(known.rest);
    const value = { skills: known.codes, certificates: held.codes };
    return unknown.length > 0
      ? remarked(value, 'word_not_understood', `没有认出“${short(unknown.join('、'))}”`)
      : ok(value);
  },
  ({ skills, certificates }) =>
    [...skills.map((skill) => skillLabels[skill]), ...certificates.map(certificate.label)].join('、') || null,
);

/** 文化程度 also tells who does not read. */
const schooling: Codec<{ education: (typeof education.values)[number]; literate: boolean }> = (() => {
  const plain = code(educationWords, education.labels);
  return codec(
    (cell, today) => {
      const read = plain.read(cell, today);
      return 'fault' in read ? read : ok({ education: read.value, literate: !illiterate.test(String(cell)) });
    },
    (value) => (value.literate ? education.label(value.education) : '文盲'),
  );
})();

/** The headers of these columns say that the amount is a month's. */
const wage = codec<number>(
  (cell) => {
    const pay = readPay(cell, 'month');
    return 'fault' in pay ? pay : ok(monthlyPay(pay.value, 8).min);
  },
  (yuan) => yuan,
);

const count = (low: number, high: number) =>
  codec<number>(
    (cell) => readInteger(cell, low, high),
    (value) => value,
  );

const day = codec<string>(
  (cell) => readDate(cell),
  (date) => date,
);

export const peopleColumns = {
  serial: column('序号', '编号 序 No 行号', text(20), { width: 6 }),
  county: column('县', '县区 县市区 县(区) 县(市、区) 区县 所属县区 安置县', text(30)),
  street: column('街道', '乡镇 镇街 乡镇街道 乡(镇、街道) 街道办 镇 乡镇(街道)', text(30), { width: 14 }),
  community: column('社区', '村社区 村(社区) 居委会 社区居委会 所属社区', text(30), { width: 14 }),
  settlement: column(
    '安置点',
    '安置点名称 安置区 安置小区 小区 小区名称 搬迁安置点 迁入安置点 所在安置点',
    text(40),
    {
      width: 20,
      required: 'cell',
    },
  ),
  grid: column('网格', '网格号 所属网格 网格名称', text(30)),
  address: column(
    '楼栋-单元-房号',
    '房号 门牌号 楼栋单元房号 楼栋 住址 安置房地址 详细地址 家庭住址 现住址 门牌',
    text(60),
    {
      width: 16,
    },
  ),
  householdNumber: column('户编号', '户号 户编码 家庭编号 户籍编号 农户编号 户ID 户序号', text(40), {
    width: 18,
    required: 'cell',
  }),
  headName: column('户主', '户主姓名', text(40, personName)),
  householdType: column(
    '户类型',
    '家庭类型 户属性 农户类型 农户属性 对象类别 搬迁类型 人员类别',
    code(householdTypeWords, householdType.labels),
  ),
  origin: column('迁出地', '迁出地址 原住址 原籍 迁出村 迁出地(乡镇、村)', text(60), { width: 24 }),
  name: column('姓名', '人员姓名 劳动力姓名 成员姓名 本人姓名 家庭成员姓名', text(40, personName), {
    required: 'cell',
  }),
  relation: column(
    '与户主关系',
    '家庭关系 关系 与户主的关系',
    softCode(relationWords, relationToHead.labels),
  ),
  sex: column('性别', '', code(sexWords, sex.labels), { width: 6 }),
  ethnicity: column('民族', '', softCode(ethnicityWords, ethnicity.labels), { width: 8 }),
  idNumber: column(
    '身份证号',
    '身份证 身份证号码 公民身份号码 公民身份证号 证件号码 证件号 居民身份证号 居民身份证号码 身份证件号码',
    codec(readIdNumber, (id) => id.number),
    { width: 22, required: 'cell' },
  ),
  age: column('年龄', '周岁', count(0, 130), { width: 6 }),
  schooling: column('文化程度', '学历 文化 教育程度 受教育程度 最高学历', schooling),
  health: column('健康', '健康状况 身体状况 健康情况 身体健康状况', text(60)),
  disability: column('残疾类别等级', '残疾 残疾类别 残疾等级 残疾类型 残疾情况 残疾证', text(40), {
    width: 14,
  }),
  capacity: column(
    '劳动能力',
    '劳动技能 劳动力类型 劳动能力状况 劳动力类别 劳动力情况 劳动能力情况',
    code(capacityWords, labourCapacity.labels),
    {
      width: 18,
      required: 'column',
    },
  ),
  skills: column(
    '技能/证书',
    '技能 证书 技能证书 职业技能 特长 技能特长 掌握技能 职业资格证书 技能和证书',
    skillsAndCertificates,
    {
      width: 24,
    },
  ),
  phone: column(
    '电话',
    '联系电话 手机 手机号 手机号码 联系方式 电话号码 本人电话',
    codec<string>(readPhone, (value) => value),
    {
      width: 14,
    },
  ),
  employment: column(
    '就业状态',
    '就业状况 是否就业 就业情况 务工状态 就业失业状态 务工情况 是否务工',
    code(employmentWords, employmentStatus.labels),
    {
      required: 'column',
    },
  ),
  workRegion: column('区域', '就业区域 务工区域 就业地域 务工范围', softCode(regionWords, workRegion.labels)),
  channel: column(
    '渠道',
    '就业渠道 就业方式 就业类型 就业途径 务工方式',
    softCode(channelWords, channel.labels),
  ),
  employerName: column('单位', '就业单位 务工单位 工作单位 务工企业 单位名称 就业企业', text(80), {
    width: 24,
  }),
  occupation: column(
    '工种',
    '从事工种 岗位 工作岗位 从事岗位 就业岗位 务工岗位 职业',
    softCode(occupationWords, occupation.labels),
  ),
  workplace: column('地点', '就业地点 务工地点 工作地点 务工地 就业地', text(80), { width: 18 }),
  period: column(
    '起止时间',
    '就业时间 务工时间 就业起止时间 务工起止时间 起始时间 开始时间 外出务工时间 上岗时间',
    codec(readPeriod, ({ from, to }) => `${from}至${to ?? '今'}`),
    { width: 24 },
  ),
  monthsThisYear: column(
    '年累计月数',
    '累计务工月数 务工月数 累计月数 就业月数 年务工月数 本年务工月数',
    count(0, 12),
  ),
  monthlyPay: column('月收入', '月收入(元) 月工资 工资 月均收入 月工资收入 工资收入 务工月收入 月薪', wage),
  contract: column('合同', '劳动合同 是否签订合同 是否签订劳动合同 签订合同', yesNo, { width: 8 }),
  insurance: column('社保', '是否参保 社会保险 参保 参保情况 是否缴纳社保', yesNo, { width: 8 }),
  unemploymentReason: column('未就业原因', '失业原因 未务工原因 无法就业原因 没有就业的原因', text(100), {
    width: 24,
  }),
  willing: column('就业意愿', '是否有就业意愿 务工意愿 有无就业意愿 是否愿意就业', yesNo),
  wishTraining: column('培训意愿', '是否愿意培训 培训需求 是否有培训意愿 有无培训意愿', yesNo),
  wishOccupations: column(
    '期望工种',
    '意向工种 期望岗位 就业意向 意向岗位 求职意向 期望从事工种',
    codes(occupationWords, occupation.labels),
    {
      width: 18,
    },
  ),
  wishAway: column(
    '期望地点',
    '意向地点 期望就业地点 意向区域 意向就业地 期望区域 期望工作地点',
    softCode(awayWords, awayWish.labels),
  ),
  wishMinPay: column('期望工资', '期望月薪 期望月工资 意向薪资 期望薪资 期望收入 薪资要求', wage),
  responsible: column('帮扶责任人', '责任人 帮扶人 帮扶干部 包保干部 联系人', text(40, personName)),
  updatedOn: column('更新日期', '更新时间 填报日期 填表日期 登记日期 登记时间', day),
  monitoring: column(
    '监测类别',
    '监测对象类别 监测对象类型 监测类型',
    code(monitoringWords, monitoringCategory.labels),
    { width: 16 },
  ),
  languages: column('语言', '语言能力 会说的语言 掌握语言', codes(languageWords, language.labels)),
  hardship: column(
    '就业困难类别',
    '困难类别 就业困难人员类别 就业困难人员',
    softCode(hardshipWords, hardship.labels),
  ),
  care: column('照护情况', '照料情况 家庭照料 照护责任 需照顾家人', text(100), { width: 28 }),
  wishMaxMinutes: column('可接受路程(分钟)', '可接受路程 路程要求 可接受通勤时间', count(0, 600)),
  wishLodging: column('需要住宿', '是否需要住宿', yesNo),
  wishPartTime: column('只做半天', '只能半天 是否只做半天 非全日制意愿', yesNo),
};
