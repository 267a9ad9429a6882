import { defineCodes } from './defineCodes.ts';
import type { Occupation } from './occupation.ts';
import type { Certificate } from './person.ts';

export const courseKind = defineCodes({
  order: '订单培训',
  on_job: '在岗培训',
  work_training: '以工代训',
  startup: '创业培训',
  literacy: '扫盲',
});
export type CourseKind = (typeof courseKind.values)[number];

/** 职业技能等级; 专项 is a single certified ability. */
export const skillLevel = defineCodes({
  special: '专项能力',
  l5: '初级（五级）',
  l4: '中级（四级）',
  l3: '高级（三级）',
});
export type SkillLevel = (typeof skillLevel.values)[number];

export const classStatus = defineCodes({
  planned: '筹备中',
  open: '报名中',
  running: '开课中',
  finished: '已结业',
  cancelled: '已取消',
});
export type ClassStatus = (typeof classStatus.values)[number];

export const enrolmentStatus = defineCodes({
  enrolled: '已报名',
  waiting: '排队等候',
  unplaced: '没排上',
  withdrawn: '已退出',
  passed: '已合格',
  failed: '未合格',
});
export type EnrolmentStatus = (typeof enrolmentStatus.values)[number];

export const voucherStatus = defineCodes({
  issued: '已发放',
  claimed: '已领用',
  verified: '已核销',
  void: '已作废',
});
export type VoucherStatus = (typeof voucherStatus.values)[number];

export const enrolmentSource = defineCodes({
  self: '本人报名',
  assisted: '工作人员代报',
});
export type EnrolmentSource = (typeof enrolmentSource.values)[number];

/** The certificate a course in an occupation leads to, where work asks for one. */
export const courseCertificate: Readonly<Partial<Record<Occupation, Certificate>>> = {
  '6-31-01-03': 'electrician',
  '6-18-02-04': 'welder',
  '6-29-01-05': 'heights',
  '4-02-06-01': 'forklift',
  '4-07-05-01': 'security_guard',
  '4-10-01-05': 'elder_care',
  '4-10-01-06': 'maternal_care',
  '4-03-02-01': 'cook',
  '6-05-01-03': 'sewing',
};
