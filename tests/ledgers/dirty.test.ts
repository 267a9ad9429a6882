import { expect, it } from 'vitest';
import type { ProblemCode } from '#ledgers/problems.ts';
import {
  csv,
  goodPerson,
  goodVacancy,
  peopleHeader,
  plainXlsx,
  read,
  vacancyHeader,
} from '../helpers/ledgers.ts';

const person = (changes: Readonly<Record<string, string>>) =>
  peopleHeader.map((name, i) => changes[name] ?? goodPerson[i]!);

/** `column:code` of every problem of the only row that has some. */
async function problemsOf(header: string[], ...rows: string[][]): Promise<string[]> {
  const read_ = await read(csv(header, ...rows), header.includes('姓名') ? 'people' : 'vacancies');
  return read_.rows.flatMap(({ problems }) => problems.map(({ column, code }) => `${column}:${code}`));
}

it('reads a ledger as it comes from a street office', async () => {
  const bytes = await plainXlsx(
    [
      ['六盘水市水城区海坪街道劳动力就业台账'],
      ['填报单位:海坪街道办', null, null, null, null, '单位:人、元'],
      [
        '序号',
        '居住地',
        null,
        '户号',
        '姓 名',
        '公民身份号码',
        '劳动能力',
        '就业情况',
        null,
        null,
        '期望',
        null,
        '自编栏',
      ],
      [
        null,
        '乡镇(街道)',
        '小区',
        null,
        null,
        null,
        null,
        '是否就业',
        '工种',
        '月收入(元)',
        '工种',
        '工资',
        null,
      ],
      [
        1,
        '海坪街道',
        '海坪安置点',
        'HH1',
        '张 三',
        '11010519491231002x',
        '普通',
        '已就业',
        '保安',
        '2,800',
        null,
        null,
        '甲',
      ],
      [
        2,
        null,
        null,
        null,
        '阿依.古丽',
        '52022119850307002９',
        '弱劳力',
        '未务工',
        null,
        null,
        '缝纫,保洁',
        '3千',
        null,
      ],
      ['合计', null, null, null, 2],
    ],
    [
      'A1:M1',
      'B3:C3',
      'H3:J3',
      'K3:L3',
      'A3:A4',
      'D3:D4',
      'E3:E4',
      'F3:F4',
      'G3:G4',
      'B5:B6',
      'C5:C6',
      'D5:D6',
    ],
  );
  const { rows, summary, unknownColumns } = await read(bytes, 'people');
  expect(unknownColumns).toEqual(['自编栏']);
  expect(summary).toMatchObject({ rows: 2, valid: 2, groups: 1 });
  expect(rows[0]).toMatchObject({
    row: 5,
    record: {
      street: '海坪街道',
      settlement: '海坪安置点',
      name: '张三',
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      occupation: '4-07-05-01',
      monthlyPay: 2800,
      employment: 'employed',
    },
  });
  expect(rows[1]!.record).toMatchObject({
    householdNumber: 'HH1',
    name: '阿依·古丽',
    idNumber: '520221198503070029',
    capacity: 'weak',
    employment: 'unemployed',
    wishOccupations: ['6-05-01-03', '4-09-08-01'],
    wishMinPay: 3000,
  });
});

it.each<[string, string, ProblemCode]>([
  ['身份证号', '110105194912310021', 'id_checksum'],
  ['身份证号', '110105194913310020', 'id_birth_date'],
  ['身份证号', '110105491231002', 'id_format'],
  ['身份证号', '1.10105E+17', 'id_precision_lost'],
  ['身份证号', '', 'required'],
  ['姓名', '', 'required'],
  ['姓名', '张\u0000三', 'unstorable_text'],
  ['姓名', '名'.repeat(41), 'too_long'],
  ['劳动能力', '', 'capacity_missing'],
  ['劳动能力', '看情况', 'unknown_word'],
  ['就业状态', '也许', 'unknown_word'],
])('refuses the row when %s is “%s”', async (column, value, code) => {
  expect(await problemsOf(peopleHeader, person({ [column]: value }))).toEqual([`${column}:${code}`]);
});

it.each<[string, string, ProblemCode]>([
  ['人数', '若干', 'headcount_unclear'],
  ['工资计发方式', '面议', 'pay_unclear'],
  ['工资计发方式', '计件,0.5元/件', 'pay_unclear'],
  ['工资计发方式', '', 'required'],
  ['单位', '', 'required'],
])('refuses the vacancy when %s is “%s”', async (column, value, code) => {
  const row = vacancyHeader.map((name, i) => (name === column ? value : goodVacancy[i]!));
  expect(await problemsOf(vacancyHeader, row)).toEqual([`${column}:${code}`]);
});

it('refuses an ID number Excel has cut to 15 digits', async () => {
  const bytes = await plainXlsx([
    peopleHeader,
    goodPerson.map((text, i) => (i === 2 ? Number('520221198503070029') : text)),
  ]);
  const { rows } = await read(bytes, 'people');
  expect(rows[0]!.problems.map(({ code }) => code)).toEqual(['id_precision_lost']);
});

it('masks ID numbers in every problem', async () => {
  const { rows } = await read(
    csv(peopleHeader, person({ 身份证号: '110105194912310021', 姓名: '' })),
    'people',
  );
  const text = JSON.stringify(rows[0]!.problems);
  expect(text).toContain('110105********0021');
  expect(text).not.toContain('19491231');
});

it('tells one person twice, a household in two places, and one without a head', async () => {
  const header = [...peopleHeader, '与户主关系'];
  const second = '520221198503070029';
  const { rows, summary } = await read(
    csv(
      header,
      [...person({}), '户主'],
      [...person({}), '户主'],
      [...person({ 身份证号: second, 安置点: '以朵安置点' }), '子'],
      [...person({ 身份证号: '520299199001010015', 户编号: 'HH2' }), '配偶'],
    ),
    'people',
  );
  const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
  expect(codes).toEqual([[], ['duplicate_person'], ['household_split'], ['id_checksum']]);
  expect(summary).toMatchObject({ rows: 4, valid: 1, invalid: 3 });
});

it('a household whose head never comes is remarked at the end', async () => {
  const header = [...peopleHeader, '与户主关系'];
  const { summary } = await read(
    csv(
      header,
      [...person({}), '户主'],
      [...person({ 身份证号: '520221198503070029', 户编号: 'HH2' }), '配偶'],
    ),
    'people',
  );
  expect(summary.afterwards).toMatchObject([
    { row: 3, column: '与户主关系', code: 'household_head_missing' },
  ]);
  expect(summary.valid).toBe(2);
});

it('contradictions with the ID number are remarks, the number is right', async () => {
  const { rows } = await read(csv([...peopleHeader, '年龄', '性别'], [...person({}), '30', '男']), 'people');
  expect(rows[0]!.problems.map(({ code }) => code)).toEqual(['age_differs', 'sex_differs']);
  expect(rows[0]!.record).toMatchObject({ sex: '2', birthDate: '1949-12-31' });
});

it('reads a demand ledger in the words of employers', async () => {
  const header = [
    ...vacancyHeader,
    '班次',
    '食宿',
    '文化/技能/证书',
    '可带娃/弹性',
    '联系人',
    '有效期',
    '年龄要求',
    '类型',
    '可接受弱劳力/残疾',
  ];
  const row = [
    '好日子服装厂',
    '平车工',
    '10-15人',
    '计件;月均2000~4000元',
    '上午8点到下午5点',
    '包吃不包住',
    '初中以上;会缝纫;健康证;会说普通话',
    '可带娃',
    '李姐 13800001234',
    '2026年12月',
    '18-50岁',
    '扶贫车间',
    '√',
  ];
  const { rows } = await read(csv(header, row), 'vacancies');
  expect(rows[0]!.record).toMatchObject({
    occupation: '6-05-01-03',
    headcount: 10,
    payBasis: 'piece',
    monthlyMin: 2000,
    monthlyMax: 4000,
    shiftStart: 480,
    shiftEnd: 1020,
    hoursPerDay: 8,
    meals: true,
    lodging: false,
    minEducation: '70',
    skills: ['6-05-01-03'],
    certificates: ['health'],
    needsPutonghua: true,
    childWelcome: true,
    flexible: false,
    contact: '李姐',
    phone: '13800001234',
    validUntil: '2026-12-31',
    minAge: 18,
    maxAge: 50,
    kind: 'workshop',
    acceptsWeak: true,
  });
  expect(rows[0]!.problems.map(({ column, code }) => `${column}:${code}`)).toEqual([
    '人数:read_with_assumption',
  ]);
});

it('tells a vacancy that is there twice', async () => {
  expect(await problemsOf(vacancyHeader, goodVacancy, goodVacancy)).toEqual(['岗位:duplicate_vacancy']);
});

it('header names that shadow object properties do no harm', async () => {
  const { unknownColumns, rows } = await read(
    csv([...peopleHeader, '__proto__', 'constructor'], [...goodPerson, 'x', 'y']),
    'people',
  );
  expect(unknownColumns).toEqual(['__proto__', 'constructor']);
  expect(rows[0]!.record).not.toBeNull();
});

it('an amount in a column of monthly pay is a month’s, however small', async () => {
  const { rows } = await read(csv([...peopleHeader, '月收入(元)'], [...goodPerson, '300']), 'people');
  expect(rows[0]).toMatchObject({ record: { monthlyPay: 300 }, problems: [] });
});
