import type { Occupation } from '#contract/codes/occupation.ts';
import { type CourseKind, courseCertificate, type SkillLevel } from '#contract/codes/training.ts';
import type { EmployerStatus } from '#contract/codes/work.ts';

export interface CourseSeed {
  readonly title: string;
  readonly kind: CourseKind;
  readonly occupation: Occupation;
  readonly level: SkillLevel;
  readonly skills?: readonly Occupation[];
  readonly content: string;
  readonly hours: number;
  readonly literate?: boolean;
}

export interface ProviderSeed {
  readonly name: string;
  readonly region: string;
  readonly address: string;
  readonly status: EmployerStatus;
  /** days until staff look again; negative = overdue */
  readonly recheckIn: number | null;
  readonly courses: readonly CourseSeed[];
}

export const certificatesOf = (code: Occupation) => {
  const certificate = courseCertificate[code];
  return certificate ? [certificate] : [];
};

/** Invented schools; what they teach is what the advertisements of this world ask for. The first is the demo's. */
export const providerSeeds: readonly ProviderSeed[] = [
  {
    name: '六盘水凉都职业技能培训学校',
    region: '520200',
    address: '水城区以朵街道社区服务中心三楼',
    status: 'verified',
    recheckIn: 96,
    courses: [
      {
        title: '缝纫工订单班',
        kind: 'order',
        occupation: '6-05-01-03',
        level: 'l5',
        skills: ['6-05-01-03', '6-05-01-02'],
        content: '平车、包缝、上拉链，按车间的样板练习。结业后到承诺的车间上岗。',
        hours: 80,
      },
      {
        title: '民族刺绣专项班',
        kind: 'on_job',
        occupation: '6-09-03-11',
        level: 'special',
        content: '苗绣、布依绣的基本针法，能独立完成一件小件，可以在家做。',
        hours: 60,
      },
      {
        title: '中式烹调师初级班',
        kind: 'on_job',
        occupation: '4-03-02-01',
        level: 'l5',
        content: '刀工、火候、十道家常菜和三道本地菜，到后厨跟班一周。',
        hours: 120,
      },
      {
        title: '保安员上岗班',
        kind: 'order',
        occupation: '4-07-05-01',
        level: 'special',
        content: '法律常识、消防、监控值守、文明执勤，结业考保安员证。',
        hours: 48,
        literate: true,
      },
      {
        title: '识字和数字扫盲班',
        kind: 'literacy',
        occupation: 'LOCAL-01',
        level: 'special',
        content: '认识工资条、合同、公交站牌上的字，会用手机看岗位、扫码签到。',
        hours: 40,
      },
    ],
  },
  {
    name: '钟山区春晖家政培训中心',
    region: '520201',
    address: '钟山区德坞街道人民路',
    status: 'verified',
    recheckIn: 41,
    courses: [
      {
        title: '养老护理员初级班',
        kind: 'on_job',
        occupation: '4-10-01-05',
        level: 'l5',
        skills: ['4-10-01-05', '4-14-01-02'],
        content: '老人的起居照护、翻身、喂饭、急救，在敬老院实习五天。',
        hours: 96,
      },
      {
        title: '母婴护理专项班',
        kind: 'order',
        occupation: '4-10-01-06',
        level: 'special',
        content: '产妇护理、新生儿洗澡、抚触、月子餐，结业推荐上户。',
        hours: 80,
      },
      {
        title: '直播带货创业班',
        kind: 'startup',
        occupation: '4-01-06-02',
        level: 'special',
        content: '拍短视频、开店、直播话术、打包发货，卖刺梨和茶叶。',
        hours: 56,
        literate: true,
      },
    ],
  },
  {
    name: '水城区建安技能培训学校',
    region: '520204',
    address: '水城区双水街道标准厂房旁',
    status: 'verified',
    recheckIn: -6,
    courses: [
      {
        title: '焊工初级班',
        kind: 'on_job',
        occupation: '6-18-02-04',
        level: 'l5',
        content: '手工电弧焊、气割、安全操作，结业考特种作业证。',
        hours: 120,
        literate: true,
      },
      {
        title: '电工初级班',
        kind: 'on_job',
        occupation: '6-31-01-03',
        level: 'l5',
        content: '照明线路、配电箱、安全用电，结业考特种作业证。',
        hours: 120,
        literate: true,
      },
      {
        title: '砌筑工以工代训班',
        kind: 'work_training',
        occupation: '6-29-01-01',
        level: 'l5',
        skills: ['6-29-01-01', '6-29-01-07'],
        content: '跟着建筑队边干边学：砌墙、抹灰、贴砖，干一天有一天工钱。',
        hours: 100,
      },
    ],
  },
  {
    name: '盘州市启航职业培训学校',
    region: '520281',
    address: '盘州市亦资街道',
    status: 'pending',
    recheckIn: null,
    courses: [
      {
        title: '钢筋工初级班',
        kind: 'on_job',
        occupation: '6-29-01-04',
        level: 'l5',
        content: '看图下料、绑扎、安全带使用，在工地实训。',
        hours: 100,
      },
    ],
  },
];
