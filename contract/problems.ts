import { z } from 'zod';

/**
 * The catalogue of errors, RFC 9457. Codes are stable and never reused; titles are what people read.
 * Details of a field problem name the field and the reason, in Chinese.
 */
export const problems = {
  invalid_input: { status: 400, title: '填写的内容有问题' },
  unsupported_file: { status: 422, title: '这个文件读不了' },
  not_signed_in: { status: 401, title: '请先登录' },
  wrong_credentials: { status: 401, title: '账号或密码不对' },
  session_ended: { status: 401, title: '登录已失效，请重新登录' },
  forbidden: { status: 403, title: '您没有权限做这件事' },
  not_found: { status: 404, title: '没有找到' },
  method_not_allowed: { status: 405, title: '不支持这种操作' },
  version_conflict: { status: 409, title: '别人刚改过，请核对后再提交' },
  wrong_state: { status: 409, title: '现在的状态不能这样做' },
  run_in_progress: { status: 409, title: '这个地区已有一次匹配正在进行' },
  undo_expired: { status: 409, title: '已超过可撤销的期限' },
  undo_blocked: { status: 409, title: '这批数据之后又被改过，不能撤销' },
  no_places: { status: 409, title: '岗位已经招满' },
  already_applied: { status: 409, title: '已经投过这个岗位' },
  too_many_open: { status: 409, title: '正在等答复的岗位太多了' },
  employer_not_verified: { status: 409, title: '单位还没有通过核验' },
  already_registered: { status: 409, title: '已经注册过' },
  already_enrolled: { status: 409, title: '已经报过这个班' },
  provider_not_verified: { status: 409, title: '培训机构还没有通过核验' },
  no_posts_committed: { status: 409, title: '订单班要先有单位承诺的岗位' },
  subsidy_used: { status: 409, title: '同一职业同一等级只能补贴一次' },
  not_subsidised: { status: 422, title: '不符合培训补贴条件' },
  attendance_code_refused: { status: 422, title: '签到码不对或已过期，请扫今天的码' },
  advertisement_refused: { status: 422, title: '招聘内容不能发布，请按提示修改' },
  reason_needed: { status: 422, title: '请说明理由' },
  idempotency_mismatch: { status: 422, title: '同一个编号提交了不同的内容' },
  too_large: { status: 413, title: '内容太大' },
  unsupported_media_type: { status: 415, title: '不支持这种格式' },
  too_many_requests: { status: 429, title: '操作太频繁，请稍后再试' },
  internal: { status: 500, title: '系统出错了，我们会尽快处理' },
  unavailable: { status: 503, title: '系统正忙，请稍后再试' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export const fieldProblem = z.object({
  /** path of the field, e.g. body.password */
  field: z.string(),
  /** Chinese, for people */
  reason: z.string(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** application/problem+json */
export const problemDocument = z.object({
  type: z.string(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  fields: z.array(fieldProblem).optional(),
  /** seconds, with 429 and 503 */
  retryAfter: z.int().optional(),
  requestId: z.string(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
