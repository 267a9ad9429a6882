import { defineCodes } from './defineCodes.ts';

export const role = defineCodes({
  seeker: '求职者',
  employer: '用工单位',
  provider: '培训机构',
  grid_worker: '网格员',
  counsellor: '就业指导员',
  bureau: '局工作人员',
  auditor: '审计员',
  admin: '系统管理员',
});
export type Role = (typeof role.values)[number];

export const regionLevel = defineCodes({
  province: '省',
  city: '市',
  county: '县',
  street: '街道',
  community: '社区',
  settlement: '安置点',
  grid: '网格',
});
export type RegionLevel = (typeof regionLevel.values)[number];
