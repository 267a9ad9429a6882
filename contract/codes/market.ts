import { defineCodes } from './defineCodes.ts';

/** Where an application stands. The employer's opinion is kept apart from it. */
export const applicationStatus = defineCodes({
  recommended: '已投递',
  contacted: '已联系',
  interview: '约了面试',
  trial: '试工中',
  pool: '留作备选',
  hired: '已录用',
  refused: '未录用',
  withdrawn: '已撤回',
  obsolete: '已失效',
});
export type ApplicationStatus = (typeof applicationStatus.values)[number];

export const applicationSource = defineCodes({
  self: '本人投递',
  assisted: '网格员代办',
  referral: '工作人员推荐',
  plan: '匹配方案',
  fair: '招聘会',
});
export type ApplicationSource = (typeof applicationSource.values)[number];

export const employerOpinion = defineCodes({ suitable: '合适', unsuitable: '不合适' });
export type EmployerOpinion = (typeof employerOpinion.values)[number];

/** Why an employer did not hire. */
export const employerRefusal = defineCodes({
  skill: '技能不够',
  experience: '经验不够',
  certificate: '缺少证书',
  hours: '时间对不上',
  filled: '已经招满',
  no_show: '没有来',
  withdrawn_offer: '岗位取消',
  other: '其他原因',
});
export type EmployerRefusal = (typeof employerRefusal.values)[number];

/** Why a person declined. Care, health, distance and pay under the minimum are justified and never count against. */
export const seekerRefusal = defineCodes({
  care: '要照看家人',
  distance: '离家太远',
  pay: '工资太低',
  health: '身体吃不消',
  skill: '怕做不来',
  hours: '时间不合适',
  away: '不想离家',
  other: '其他原因',
});
export type SeekerRefusal = (typeof seekerRefusal.values)[number];

export const authority = defineCodes({
  spoken: '本人当面口头同意',
  phone: '本人电话同意',
  signed: '本人书面委托',
  guardian: '监护人同意',
});
export type Authority = (typeof authority.values)[number];

export const taskKind = defineCodes({
  silent_employer: '单位没有回复',
  objection: '本人有异议',
  follow_up: '回访',
  help_call: '求助',
  invitation: '单位邀请',
  report: '岗位举报',
});
export type TaskKind = (typeof taskKind.values)[number];

/** What somebody who reads an advertisement can report. */
export const reportReason = defineCodes({
  money: '要交钱或押金',
  untrue: '和说的不一样',
  closed: '已经不招人了',
  unfair: '不公平的要求',
  other: '别的问题',
});
export type ReportReason = (typeof reportReason.values)[number];

export const noticeChannel = defineCodes({ in_app: '站内', sms: '短信', wechat: '微信' });
export type NoticeChannel = (typeof noticeChannel.values)[number];
/** Channels that leave the product and reach a phone, the dearest to the reader first. */
export const phoneChannels = ['wechat', 'sms'] as const satisfies readonly NoticeChannel[];
export type PhoneChannel = (typeof phoneChannels)[number];

/** Why a message did not reach its person. */
export const noticeFailure = defineCodes({
  no_phone: '没有登记电话',
  bad_number: '号码不对或停机',
  blocked: '对方拒收',
  not_following: '没有关注公众号',
  refused: '平台拒发',
  unreachable: '多次没有发出去',
  gone: '收件人已不在册',
});
export type NoticeFailure = (typeof noticeFailure.values)[number];
