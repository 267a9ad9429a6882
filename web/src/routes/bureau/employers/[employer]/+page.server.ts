import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { policyUnit } from '$contract/codes/policy.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const employer = await locals.api.call(contract.employers.detail, { params });
  const staff = Math.trunc(Number(url.searchParams.get('staff')));
  const assessment =
    staff > 0 && staff <= 100_000
      ? await locals.api.call(contract.employers.assess, { params, query: { staff } })
      : null;
  return {
    employer,
    assessment: assessment && {
      ...assessment,
      rules: assessment.rules.map((rule) => ({
        ...rule,
        unit: policyUnit.is(rule.unit) ? policyUnit.label(rule.unit) : rule.unit,
      })),
    },
  };
};

export const actions: Actions = {
  verify: async ({ locals, params, request }) => {
    const note = text(await request.formData(), 'note');
    return actThenShow(`/bureau/employers/${params.employer}`, () =>
      locals.api.call(contract.employers.verify, { params, body: { ...(note && { note }) } }),
    );
  },
  suspend: async ({ locals, params, request }) => {
    const reason = text(await request.formData(), 'reason');
    return actThenShow(`/bureau/employers/${params.employer}`, () =>
      locals.api.call(contract.employers.suspend, { params, body: { reason } }),
    );
  },
  accredit: async ({ locals, params, request }) => {
    const form = await request.formData();
    const verdict = text(form, 'verdict') === 'passed' ? 'passed' : 'failed';
    const note = text(form, 'note');
    const body = { staff: Number(text(form, 'staff')), verdict, ...(note && { note }) } as const;
    return actThenShow(`/bureau/employers/${params.employer}`, () =>
      locals.api.call(contract.employers.accredit, { params, body }),
    );
  },
};
