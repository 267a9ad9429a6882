import { redirect } from '@sveltejs/kit';
import { classSteps, nextStep, readClass } from '#lib/server/classForm.ts';
import { kept, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** After the questions: everything once more, and the button. */
const LAST_STEP = classSteps.length + 1;

/** What has been answered travels in the address: every step works without scripts, and Back goes back a step. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const answers = Object.fromEntries(url.searchParams);
  const { step: asked = '1', ...values } = answers;
  const { items } = await locals.api.call(contract.courses.own);
  const courses = items.filter(({ status }) => status !== 'closed');
  const chosen = courses.find(({ id }) => id === values.course);
  const wanted = chosen ? Math.min(LAST_STEP, Math.max(1, Math.trunc(Number(asked)) || 1)) : 1;
  return {
    ...nextStep(url.searchParams, wanted),
    steps: LAST_STEP,
    fields: classSteps.map(({ fields }): readonly string[] => fields),
    values: values as Record<string, string>,
    courses: courses.map(({ id, title, levelLabel }) => ({ value: id, label: `${title} · ${levelLabel}` })),
    chosen: chosen?.title ?? null,
    settlements: await settlementOptions(locals.api),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const body = { ...readClass(form), course: text(form, 'course') };
    const done = await locals.api
      .call(contract.classes.add, { body })
      .catch((problem) => refused(problem, { values: kept(form) }));
    if ('data' in done) return done;
    redirect(303, `/provider/classes/${done.id}/posts`);
  },
};
