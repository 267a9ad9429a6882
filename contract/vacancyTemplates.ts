import type { VacancyFields } from './routes/ownVacancies.ts';

/** A lawful, complete beginning for a trade: an employer changes what differs. */
export interface VacancyTemplate {
  readonly code: string;
  readonly label: string;
  /** what the trade has to keep in mind */
  readonly hint: string;
  readonly fields: TemplateFields;
}

/** What a trade knows; where, who and how many only the employer does. */
type TemplateFields = {
  [K in Exclude<keyof VacancyFields, EmployersOwn>]-?: Exclude<VacancyFields[K], undefined>;
};
type EmployersOwn =
  | 'headcount'
  | 'region'
  | 'regionCode'
  | 'settlement'
  | 'address'
  | 'contact'
  | 'phone'
  | 'validUntil';

const blank: TemplateFields = {
  title: '普工',
  kind: 'market',
  form: 'full_time',
  occupation: 'LOCAL-01',
  content: '',
  minAge: null,
  maxAge: null,
  ageReason: null,
  minEducation: null,
  needsLiteracy: false,
  needsPutonghua: false,
  skills: [],
  certificates: [],
  demands: [],
  acceptsWeak: false,
  payBasis: 'monthly',
  payMin: 0,
  payMax: 0,
  payNote: null,
  payDay: null,
  hoursPerDay: 8,
  shiftStart: null,
  shiftEnd: null,
  flexible: false,
  childWelcome: false,
  lodging: false,
  meals: false,
  insurance: false,
};

const at = (hour: number, minute = 0) => hour * 60 + minute;
const dayShift = { hoursPerDay: 8, shiftStart: at(8, 30), shiftEnd: at(17, 30) } as const;

export const vacancyTemplates: readonly VacancyTemplate[] = [
  {
    code: 'sewing',
    label: '缝纫',
    hint: '写清计件还是保底，新手有没有师傅带',
    fields: {
      ...blank,
      title: '缝纫工',
      occupation: '6-05-01-03',
      kind: 'workshop',
      content: '用电动平车缝制服装部件，按工序分工。新手有师傅带教。',
      payBasis: 'piece',
      payMin: 2200,
      payMax: 3600,
      payDay: '每月 15 日',
      demands: ['fine_vision'],
      ...dayShift,
    },
  },
  {
    code: 'packing',
    label: '包装',
    hint: '要搬重物请勾选，系统会避开身体不便的人',
    fields: {
      ...blank,
      title: '包装工',
      occupation: '6-31-05-00',
      kind: 'workshop',
      content: '产品装袋、装箱、贴标签，坐着或站着都可以做。',
      payMin: 2200,
      payMax: 2800,
      ...dayShift,
    },
  },
  {
    code: 'electronics',
    label: '电子装配',
    hint: '要看细小零件请勾选“用眼精细”',
    fields: {
      ...blank,
      title: '电子装配工',
      occupation: '6-25-04-07',
      kind: 'workshop',
      content: '流水线上插件、焊接、检查小零件，培训一周后上岗。',
      payMin: 2400,
      payMax: 3500,
      demands: ['fine_vision'],
      ...dayShift,
    },
  },
  {
    code: 'cleaning',
    label: '保洁',
    hint: '可以分上午班、下午班，照看家人的人也能来',
    fields: {
      ...blank,
      title: '保洁员',
      occupation: '4-09-08-01',
      kind: 'social_enterprise',
      content: '打扫楼道、院坝和公共厕所，工具由单位发。',
      payMin: 2000,
      payMax: 2400,
      flexible: true,
      acceptsWeak: true,
      ...dayShift,
    },
  },
  {
    code: 'guard',
    label: '保安',
    hint: '保安员证由法律规定，可以写“上岗后由单位安排考证”',
    fields: {
      ...blank,
      title: '保安员',
      occupation: '4-07-05-01',
      kind: 'market',
      content: '门岗值守、登记、巡查，三班轮换。',
      payMin: 2400,
      payMax: 3000,
      hoursPerDay: 8,
      minAge: 18,
      ageReason: '保安员须年满 18 周岁（保安服务管理条例）',
      certificates: ['security_guard'],
      demands: ['night', 'long_standing'],
    },
  },
  {
    code: 'waiter',
    label: '餐厅服务',
    hint: '健康证由法律规定；包吃包住请勾选',
    fields: {
      ...blank,
      title: '餐厅服务员',
      occupation: '4-03-02-05',
      kind: 'market',
      content: '点菜、传菜、收拾桌面。',
      payMin: 2600,
      payMax: 3400,
      meals: true,
      certificates: ['health'],
      demands: ['long_standing'],
    },
  },
  {
    code: 'cook',
    label: '厨师',
    hint: '会做家常菜也可以写进技能',
    fields: {
      ...blank,
      title: '食堂厨师',
      occupation: '4-03-02-01',
      kind: 'market',
      content: '食堂做三餐大锅菜，买菜有人负责。',
      payMin: 3000,
      payMax: 4500,
      meals: true,
      certificates: ['health'],
      demands: ['long_standing'],
    },
  },
  {
    code: 'housekeeping',
    label: '家政',
    hint: '按小时付的，写每小时多少元',
    fields: {
      ...blank,
      title: '家政服务员',
      occupation: '4-10-01-06',
      kind: 'social_enterprise',
      content: '上门打扫、做饭、照看老人，按单派活，车费报销。',
      form: 'part_time',
      payBasis: 'hourly',
      payMin: 20,
      payMax: 30,
      hoursPerDay: 4,
      flexible: true,
    },
  },
  {
    code: 'eldercare',
    label: '护理',
    hint: '护理老人要轮夜班的请勾选夜班',
    fields: {
      ...blank,
      title: '养老护理员',
      occupation: '4-10-01-05',
      kind: 'market',
      content: '照顾老人起居、喂饭、翻身、陪护，上岗前免费培训。',
      payMin: 2800,
      payMax: 3800,
      meals: true,
      lodging: true,
      demands: ['heavy_lifting', 'night'],
    },
  },
  {
    code: 'home_craft',
    label: '居家手工',
    hint: '按件算的，写一般人一个月能拿多少',
    fields: {
      ...blank,
      title: '居家手工',
      occupation: '6-09-05-00',
      kind: 'home_work',
      content: '领料回家串珠、封口，做多做少都可以，交货当面点数付款。',
      form: 'piece_home',
      payBasis: 'piece',
      payMin: 600,
      payMax: 1800,
      hoursPerDay: 4,
      flexible: true,
      childWelcome: true,
      acceptsWeak: true,
    },
  },
  {
    code: 'farm',
    label: '种养',
    hint: '季节活写清从几月到几月',
    fields: {
      ...blank,
      title: '基地农艺工',
      occupation: '5-01-02-01',
      kind: 'market',
      content: '大棚里育苗、除草、采收，工具由基地发。',
      form: 'seasonal',
      payBasis: 'daily',
      payMin: 100,
      payMax: 130,
    },
  },
  {
    code: 'building',
    label: '建筑',
    hint: '登高作业要特种作业证，并须年满 18 周岁',
    fields: {
      ...blank,
      title: '钢筋工',
      occupation: '6-29-01-04',
      kind: 'market',
      content: '工地绑扎钢筋，按天记工，平台实名发薪。',
      payBasis: 'daily',
      payMin: 220,
      payMax: 320,
      minAge: 18,
      ageReason: '重体力作业法定须成年',
      demands: ['heavy_lifting', 'long_standing'],
    },
  },
  {
    code: 'general',
    label: '其他',
    hint: '从空白开始',
    fields: blank,
  },
];
