import { redirect } from '@sveltejs/kit';
import { kept, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { readStep, STEPS, vacancyChoices } from '#lib/server/vacancyForm.ts';
import { contract } from '$contract/routes/index.ts';
import type { AdCheck } from '$contract/routes/ownVacancies.ts';
import type { Actions, PageServerLoad } from './$types';

const stepOf = (url: URL) =>
  Math.min(STEPS, Math.max(1, Math.trunc(Number(url.searchParams.get('step') ?? 1)) || 1));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [vacancy, choices] = await Promise.all([
    locals.api.call(contract.ownVacancies.detail, { params }),
    vacancyChoices(locals.api),
  ]);
  if (!vacancy.allowed.includes('edit')) redirect(303, `/employer/vacancies/${params.vacancy}`);
  return { vacancy, choices, step: stepOf(url), steps: STEPS };
};

async function save(
  { locals, params, url }: Pick<Parameters<NonNullable<Actions['save']>>[0], 'locals' | 'params' | 'url'>,
  form: FormData,
) {
  const fields = readStep(stepOf(url), form);
  const body = { version: Number(text(form, 'version')), fields };
  const answer = await locals.api
    .call(contract.ownVacancies.update, { params: { vacancy: params.vacancy as string }, body })
    .catch((problem) => refused(problem, { kept: kept(form) }));
  return 'data' in answer ? { refused: answer } : { saved: answer };
}

/** What the page goes on from; after a refusal, too, of what comes after saving. */
const stateOf = ({ version, check }: { version: number; check: AdCheck }) => ({ version, check });

export const actions: Actions = {
  /** While somebody types: saves and says what the check thinks. */
  save: async (event) => {
    const done = await save(event, await event.request.formData());
    if ('refused' in done) return done.refused;
    return { saved: stateOf(done.saved) };
  },

  next: async (event) => {
    const form = await event.request.formData();
    const done = await save(event, form);
    if ('refused' in done) return done.refused;
    const to = Number(text(form, 'to')) || stepOf(event.url) + 1;
    redirect(303, `/employer/vacancies/${event.params.vacancy}/edit?step=${Math.min(STEPS, to)}`);
  },

  /** Puts the suggested words in the place of those the check minds. */
  rewrite: async (event) => {
    const form = await event.request.formData();
    const done = await save(event, form);
    if ('refused' in done) return done.refused;
    const { version, check } = done.saved;
    if (check.rewrite !== null) {
      const body = { version, fields: { content: check.rewrite } };
      const params = { vacancy: event.params.vacancy as string };
      const answer = await event.locals.api
        .call(contract.ownVacancies.update, { params, body })
        .catch((problem) => refused(problem, { saved: stateOf(done.saved) }));
      if ('data' in answer) return answer;
    }
    redirect(303, `/employer/vacancies/${event.params.vacancy}/edit?step=${stepOf(event.url)}`);
  },

  submit: async (event) => {
    const form = await event.request.formData();
    const done = await save(event, form);
    if ('refused' in done) return done.refused;
    const params = { vacancy: event.params.vacancy as string };
    const reason = text(form, 'reason');
    const body = { version: done.saved.version, ...(reason && { reason }) };
    const sent = await event.locals.api
      .call(contract.ownVacancies.submit, { params, body })
      .catch((problem) => refused(problem, { saved: stateOf(done.saved) }));
    if ('data' in sent) return sent;
    redirect(303, `/employer/vacancies/${event.params.vacancy}?sent`);
  },
};
