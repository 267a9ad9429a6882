import { redirect } from '@sveltejs/kit';
import { optional, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  people: await locals.api.call(contract.enrolments.list, { params }),
  today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
});

type Act = (event: Parameters<Actions[string]>[0], form: FormData) => Promise<unknown>;

/** Does one thing; a refusal stands at the top of the page, success reloads it. */
const step =
  (act: Act): Actions[string] =>
  async (event) => {
    const form = await event.request.formData();
    const problem = await act(event, form).then(
      () => null,
      (thrown: unknown) => refused(thrown, {}),
    );
    if (problem) return problem;
    redirect(303, `/provider/classes/${event.params.class}`);
  };

const moves = ['open', 'start', 'finish', 'cancel'] as const;
const enrolment = (form: FormData) => ({ enrolment: text(form, 'enrolment') });

export const actions: Actions = {
  move: step(({ locals, params }, form) => {
    const action = moves.find((move) => move === text(form, 'action')) ?? 'open';
    const reason = optional(form, 'reason');
    return locals.api.call(contract.classes.move, {
      params: { class: params.class! },
      body: { action, ...(reason && { reason }) },
    });
  }),
  assess: step(({ locals }, form) =>
    locals.api.call(contract.enrolments.assess, {
      params: enrolment(form),
      body: { passed: text(form, 'result') === 'passed', score: optional(form, 'score') },
    }),
  ),
  award: step(({ locals }, form) =>
    locals.api.call(contract.enrolments.award, {
      params: enrolment(form),
      body: { number: text(form, 'number'), awardedOn: text(form, 'awardedOn') },
    }),
  ),
  withdraw: step(({ locals }, form) =>
    locals.api.call(contract.enrolments.withdraw, { params: enrolment(form), body: {} }),
  ),
  claim: step(({ locals }, form) =>
    locals.api.call(contract.vouchers.claim, { params: enrolment(form), body: { code: text(form, 'code') } }),
  ),
};
