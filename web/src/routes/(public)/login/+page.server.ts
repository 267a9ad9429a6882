import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { pathOf } from '#lib/server/back.ts';
import { refused } from '#lib/server/problem.ts';
import { DEMO } from '$app/env/private';
import type { Me } from '$contract/routes/auth.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where somebody's work begins. */
const homeOf = ({ allowed, role }: Me) =>
  allowed.includes('overview')
    ? '/bureau'
    : allowed.includes('hire')
      ? '/employer'
      : allowed.includes('teach')
        ? '/provider'
        : role === 'seeker'
          ? '/me'
          : '/';

export const load: PageServerLoad = ({ url }) => ({
  demo: DEMO,
  to: pathOf(url.searchParams.get('to'), ''),
});

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const login = String(form.get('login') ?? '').trim();
    const password = String(form.get('password') ?? '');
    if (!login || !password) {
      const fields = {
        ...(!login && { login: m.login_name_missing() }),
        ...(!password && { password: m.login_password_missing() }),
      };
      return fail(400, {
        login,
        problem: { title: m.login_incomplete(), detail: null, fields, requestId: '' },
      });
    }
    const me = await locals.session.start(login, password).catch((problem) => refused(problem, { login }));
    if ('status' in me) return me;
    redirect(303, pathOf(form.get('to'), homeOf(me)));
  },
};
