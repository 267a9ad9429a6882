import { z } from 'zod';
import { role } from '../codes/account.ts';
import { anyone, defineRoutes, signedIn } from '../route.ts';
import { words } from './shared.ts';

export const me = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(role.values),
  roleLabel: z.string(),
  region: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  /** what this account may do, so that pages show it and rules stay in the API */
  allowed: z.array(
    z.enum([
      'overview',
      'import_ledgers',
      'run_matching',
      'read_plan',
      'export_plan',
      'search_workers',
      'hire',
      'review',
      'teach',
      'read_training',
      'verify_providers',
      'visit',
    ]),
  ),
});
export type Me = z.infer<typeof me>;

export const signedInAnswer = z.object({
  accessToken: z.string(),
  /** seconds the access token lives, at most 600 */
  expiresIn: z.int(),
  me,
});

export const authRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    url: '/api/auth/sign-in',
    summary: '登录；刷新令牌放在 HttpOnly cookie 里',
    access: anyone,
    body: z.object({
      login: words(64).min(1, '请填写账号'),
      password: z.string().min(1, '请填写密码').max(256, '密码太长'),
    }),
    answer: signedInAnswer,
    problems: ['wrong_credentials', 'too_many_requests'],
  },
  refresh: {
    method: 'POST',
    url: '/api/auth/refresh',
    summary: '用刷新令牌换新的访问令牌；旧令牌作废，重复使用会注销整个会话',
    access: anyone,
    answer: signedInAnswer,
    problems: ['session_ended'],
  },
  signOut: {
    method: 'POST',
    url: '/api/auth/sign-out',
    summary: '退出登录',
    access: anyone,
    answer: 'empty',
    status: 204,
  },
  me: {
    method: 'GET',
    url: '/api/me',
    summary: '我是谁，能做什么',
    access: signedIn,
    answer: me,
  },
});
