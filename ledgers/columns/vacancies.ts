/** Columns of the 用工需求台账, in the order staff know; those after 已招 are ours and optional. */
import { industry, occupation } from '#contract/codes/occupation.ts';
import { certificate, education } from '#contract/codes/person.ts';
import { employerKind, vacancyKind, workDemand, workForm, workRegion } from '#contract/codes/work.ts';
import { readDate } from '../normalise/date.ts';
import { readPhone, readUscc } from '../normalise/identifier.ts';
import { readAgeLimits, readHeadcount, readInteger } from '../normalise/number.ts';
import { fault, ok, remarked } from '../normalise/result.ts';
import { clean, fold } from '../normalise/text.ts';
import { occupationWords } from '../words/occupation.ts';
import { certificateWords, educationWords } from '../words/person.ts';
import { unknownWords } from '../words/table.ts';
import {
  employerKindWords,
  industryWords,
  regionWords,
  vacancyKindWords,
  workDemandWords,
  workFormWords,
} from '../words/work.ts';
import { code, codec, codes, column, short, softCode, text, yesNo } from './column.ts';

export interface Requirements {
  readonly minEducation: (typeof education.values)[number] | null;
  readonly needsLiteracy: boolean;
  readonly needsPutonghua: boolean;
  readonly skills: readonly (typeof occupation.values)[number][];
  readonly certificates: readonly (typeof certificate.values)[number][];
}

/** 文化/技能/证书 in one cell: `初中以上,会缝纫,有健康证,会说普通话`. */
const requirements = codec<Requirements>(
  (cell) => {
    const held = certificateWords.find(String(cell));
    const putonghua = /普通话|国语/.test(held.rest);
    const literacy = /识字|会写字|能读写/.test(held.rest);
    const plain = held.rest.replace(
      /[会说讲懂]*(?:普通话|国语)|[会能]*(?:识字|写字|读写)|不限|无要求|无|以上|及以上|要求|学历|经验优先|有?经验/g,
      ' ',
    );
    const schooled = educationWords.find(plain);
    const skilled = occupationWords.find(schooled.rest);
    const unknown = unknownWords(skilled.rest);
    const value = {
      minEducation: schooled.codes[0] ?? null,
      needsLiteracy: literacy || schooled.codes.some((level) => level !== '90'),
      needsPutonghua: putonghua,
      skills: skilled.codes,
      certificates: held.codes,
    };
    return unknown.length > 0
      ? remarked(value, 'word_not_understood', `没有认出“${short(unknown.join('、'))}”`)
      : ok(value);
  },
  (value) =>
    [
      value.minEducation === null
        ? value.needsLiteracy
          ? '识字'
          : null
        : education.label(value.minEducation),
      ...value.skills.map(occupation.label),
      ...value.certificates.map(certificate.label),
      value.needsPutonghua ? '普通话' : null,
    ]
      .filter(Boolean)
      .join('、') || null,
);

/** 食宿: `包吃住`, `包吃不包住`, `提供住宿`, `无`. */
const board = codec<{ meals: boolean; lodging: boolean }>(
  (cell) => {
    const written = fold(String(cell))
      .replace(/不包?[食吃](?!住)/g, '')
      .replace(/(?:不|无|没有)(?:包|提供|含)?(?:住宿|住|宿舍)/g, '');
    if (/(?:^|[^包供])不(?:包|提供)?(?:食宿|吃住)|食宿自理|均无|都不/.test(written))
      return ok({ meals: false, lodging: false });
    const both = /食宿|吃住|^(?:是|有|提供|包)$/.test(written);
    return ok({
      meals: both || /包吃|包餐|餐|吃|食堂|管饭|饭/.test(written),
      lodging: both || /住|宿舍/.test(written),
    });
  },
  ({ meals, lodging }) => (meals ? (lodging ? '包吃住' : '包吃') : lodging ? '提供住宿' : '不提供'),
);

/** 可带娃/弹性: `可带娃`, `弹性`, both, or yes and no for both. */
const familyFriendly = codec<{ childWelcome: boolean; flexible: boolean }>(
  (cell) => {
    const written = fold(String(cell));
    const flexible = /弹性|灵活|自由/.test(written) && !/(?:不|非)弹性/.test(written);
    const childWelcome =
      /(?:可|能|允许)以?带|带娃|带孩子|带小孩/.test(written) && !/不(?:可|能|允许)以?带/.test(written);
    if (flexible || childWelcome || /不/.test(written)) return ok({ childWelcome, flexible });
    const answer = yesNo.read(cell, '');
    if ('fault' in answer) return fault('unknown_word', '可以填：可带娃、弹性、可带娃、弹性都可以，或 否');
    return ok({ childWelcome: answer.value, flexible: answer.value });
  },
  ({ childWelcome, flexible }) =>
    [childWelcome ? '可带娃' : null, flexible ? '弹性' : null].filter(Boolean).join('、') || '否',
);

/** 联系人, often with the phone in the same cell. */
const contact = codec<{ name: string | null; phone: string | null }>(
  (cell) => {
    const written = clean(String(cell));
    const digits = /\+?\d[\d-]{6,}/.exec(written)?.[0];
    const phone = digits === undefined ? null : readPhone(digits);
    if (phone !== null && 'fault' in phone) return phone;
    const name = written
      .replace(digits ?? '', '')
      .replace(/[,,、:::()()/\s]+/g, ' ')
      .trim();
    return ok({ name: name === '' ? null : name.slice(0, 40), phone: phone?.value ?? null });
  },
  ({ name, phone }) => [name, phone].filter(Boolean).join(' ') || null,
);

/** The long-stop date of an open-ended vacancy is none. */
const validity = codec<string | null>(
  (cell) => {
    const written = fold(String(cell));
    if (/长期|常年|招满为止|不限/.test(written)) return ok(null);
    const last = /^(?:.+?(?:至|到)|截至|截止)(.+?)止?$/.exec(written)?.[1];
    return readDate(last ?? cell, 'last day');
  },
  (date) => date ?? '长期',
);

export const vacancyColumns = {
  serial: column('序号', '编号 序 No', text(20), { width: 6 }),
  employer: column('单位', '用工单位 单位名称 企业名称 招聘单位 企业 用人单位 用工企业', text(80), {
    width: 26,
    required: 'cell',
  }),
  uscc: column(
    '信用代码',
    '统一社会信用代码 社会信用代码 机构代码',
    codec<string>(readUscc, (value) => value),
    { width: 22 },
  ),
  kind: column(
    '类型',
    '岗位类型 岗位类别 单位类型 用工类型 载体类型',
    code(vacancyKindWords, vacancyKind.labels),
    { width: 14 },
  ),
  industry: column('行业', '所属行业 行业类别', softCode(industryWords, industry.labels), { width: 16 }),
  title: column('岗位', '岗位名称 招聘岗位 用工岗位 工种 职位 招工工种', text(60), {
    width: 16,
    required: 'cell',
  }),
  occupation: column(
    '职业码',
    '职业代码 职业编码 职业分类代码 职业',
    codec<(typeof occupation.values)[number] | null>(
      (cell) => {
        const written = clean(String(cell)).toUpperCase();
        const found = occupation.is(written) ? written : occupationWords.read(written);
        return found === null
          ? remarked(null, 'word_not_understood', '没有这个职业码，按岗位名称归类')
          : ok(found);
      },
      (value) => value,
    ),
    { width: 14 },
  ),
  headcount: column(
    '人数',
    '招聘人数 用工人数 需求人数 招工人数 需求数 用工需求人数 拟招人数',
    codec<number>(readHeadcount, (value) => value),
    {
      width: 8,
      required: 'cell',
    },
  ),
  form: column('性质', '用工性质 用工形式 工作性质 岗位性质 用工方式', code(workFormWords, workForm.labels)),
  place: column('地点', '工作地点 用工地点 上班地点 单位地址 工作地址 岗位地点', text(80), { width: 24 }),
  shift: column('班次', '工作时间 上班时间 班制 工时 作息时间 工作时长', text(60), { width: 18 }),
  pay: column(
    '工资计发方式',
    '工资 工资待遇 薪资 薪资待遇 月工资 薪酬 月薪 薪酬待遇 待遇 工资标准 工资水平 月收入',
    text(100),
    { width: 20 },
  ),
  payMethod: column('计发方式', '工资结算方式 计薪方式 结算方式 工资形式', text(60)),
  board: column('食宿', '是否包食宿 食宿情况 吃住 包吃住 是否提供食宿 福利待遇', board),
  insurance: column('社保', '是否缴纳社保 社会保险 参保 保险 是否参保', yesNo, { width: 8 }),
  requirements: column(
    '文化/技能/证书',
    '要求 岗位要求 任职要求 招聘条件 技能要求 文化技能证书 条件 用工条件 学历要求 文化程度要求',
    requirements,
    {
      width: 26,
    },
  ),
  acceptsWeak: column(
    '可接受弱劳力/残疾',
    '可接受弱劳动力 弱劳力 可接受残疾人 是否接受弱劳动力 可接受弱劳力',
    yesNo,
  ),
  familyFriendly: column('可带娃/弹性', '弹性 可带娃 是否可带娃 弹性工作 弹性上班', familyFriendly),
  contact: column('联系人', '联系人及电话 联系人电话 招聘联系人 联系方式', contact, { width: 20 }),
  validUntil: column('有效期', '有效期至 截止日期 招聘截止日期 截止时间 有效日期 招聘有效期', validity),
  filled: column(
    '已招',
    '已招人数 已招聘人数 已到岗人数',
    codec<number>(
      (cell) => readInteger(cell, 0, 10_000),
      (value) => value,
    ),
    {
      width: 8,
    },
  ),
  phone: column(
    '电话',
    '联系电话 手机 手机号 招聘电话',
    codec<string>(readPhone, (value) => value),
    { width: 14 },
  ),
  region: column('区域', '就业区域 用工区域 输出区域', softCode(regionWords, workRegion.labels)),
  employerKind: column(
    '单位性质',
    '企业类型 单位类别 企业性质',
    softCode(employerKindWords, employerKind.labels),
  ),
  age: column(
    '年龄要求',
    '年龄 年龄限制',
    codec(readAgeLimits, ({ minAge, maxAge }) =>
      minAge === null
        ? maxAge === null
          ? '不限'
          : `${maxAge}岁以下`
        : maxAge === null
          ? `${minAge}岁以上`
          : `${minAge}-${maxAge}岁`,
    ),
  ),
  demands: column(
    '劳动强度',
    '工作强度 劳动条件 岗位特点 特殊要求',
    codes(workDemandWords, workDemand.labels),
  ),
  content: column('工作内容', '岗位职责 工作描述 岗位描述 岗位内容', text(500), { width: 40 }),
};
