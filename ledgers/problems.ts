/**
 * Everything that can be wrong in a ledger. Codes are stable; titles head the lists of counts.
 * `error` keeps a row from being committed, `remark` does not.
 */
export const problemKinds = {
  required: { severity: 'error', title: '必填的内容没有填' },
  unstorable_text: { severity: 'error', title: '含有不能保存的字符' },
  too_long: { severity: 'error', title: '文字太长' },
  id_precision_lost: { severity: 'error', title: '身份证号被存成数字，后几位已丢失' },
  id_format: { severity: 'error', title: '身份证号格式不对' },
  id_birth_date: { severity: 'error', title: '身份证号里的出生日期不存在' },
  id_checksum: { severity: 'error', title: '身份证号校验位不对' },
  uscc_invalid: { severity: 'error', title: '统一社会信用代码不对' },
  phone_invalid: { severity: 'error', title: '电话号码不对' },
  date_invalid: { severity: 'error', title: '日期不存在或看不懂' },
  date_order: { severity: 'error', title: '结束早于开始' },
  number_invalid: { severity: 'error', title: '数字看不懂' },
  pay_unclear: { severity: 'error', title: '工资没有写明' },
  headcount_unclear: { severity: 'error', title: '人数没有写明' },
  age_limits_invalid: { severity: 'error', title: '年龄要求看不懂' },
  filled_over_headcount: { severity: 'error', title: '已招人数多于招聘人数' },
  capacity_missing: { severity: 'error', title: '成年人没有填劳动能力' },
  unknown_word: { severity: 'error', title: '填写的内容不在可选范围' },
  duplicate_person: { severity: 'error', title: '同一个人出现两次' },
  household_split: { severity: 'error', title: '同一户编号分在几个安置点' },
  duplicate_vacancy: { severity: 'error', title: '同一岗位出现两次' },
  age_differs: { severity: 'remark', title: '年龄与身份证号不一致' },
  sex_differs: { severity: 'remark', title: '性别与身份证号不一致' },
  word_not_understood: { severity: 'remark', title: '有些词没有认出来，原文已保留' },
  read_with_assumption: { severity: 'remark', title: '按通常的理解读取，请核对' },
  household_address_differs: { severity: 'remark', title: '同一户的住址不一致' },
  household_type_differs: { severity: 'remark', title: '同一户的户类型不一致' },
  household_head_missing: { severity: 'remark', title: '这一户没有户主' },
  household_two_heads: { severity: 'remark', title: '这一户有两个户主' },
  employed_without_details: { severity: 'remark', title: '已就业但没有单位、工种或地点' },
} as const satisfies Record<string, { severity: 'error' | 'remark'; title: string }>;

export type ProblemCode = keyof typeof problemKinds;

/** One thing wrong at one place of the file. */
export interface Problem {
  /** 1-based, as in Excel */
  readonly row: number;
  /** header as it stands in their file, null when the whole row is meant */
  readonly column: string | null;
  /** as written, ID numbers masked, at most 100 characters */
  readonly value: string | null;
  readonly code: ProblemCode;
  /** Chinese, for people */
  readonly reason: string;
}

/** True when the problem keeps its row from being committed. */
export function blocks(problem: Pick<Problem, 'code'>): boolean {
  return problemKinds[problem.code].severity === 'error';
}
