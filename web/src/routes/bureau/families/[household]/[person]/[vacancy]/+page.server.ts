import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { checked, text } from '#lib/server/fields.ts';
import { demandSameHolder } from '#lib/server/holder.ts';
import { keyOf, newKey } from '#lib/server/key.ts';
import { ApiProblem, refused } from '#lib/server/problem.ts';
import { type Authority, authority, type SeekerRefusal, seekerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const family = await locals.api.call(contract.families.detail, {
    params: { household: params.household },
  });
  const member = family.members.find(({ id }) => id === params.person);
  if (!member) error(404, m.error_not_found());
  const vacancy = await locals.api.call(contract.vacancies.detail, {
    params: { vacancy: params.vacancy },
    query: { from: family.settlement.code },
  });
  const { said, allowed } = await locals.api.call(contract.families.said, { params });
  return {
    said,
    allowed,
    family: { id: family.id, head: family.head },
    member,
    vacancy,
    reasons: seekerRefusal.values.map((value) => ({ value, label: seekerRefusal.label(value) })),
    authorities: authority.values.map((value) => ({ value, label: authority.label(value) })),
    key: newKey(),
  };
};

type Event = Parameters<Actions[string]>[0];

/** The person's answer goes out once, whatever the network does; the household's page says what it meant. */
async function answer({ locals, params, url }: Event, form: FormData, said: Said) {
  await demandSameHolder(locals, form, url.pathname);
  const body = { vacancy: params.vacancy!, ...said };
  const told = await locals.api
    .call(contract.applications.refer, { params: { person: params.person! }, body }, keyOf(form))
    .catch((thrown) => {
      // The person has what they want, whoever was first; the page shows it.
      if (
        said.answer === 'yes' &&
        thrown instanceof ApiProblem &&
        thrown.document.code === 'already_applied'
      ) {
        redirect(303, url.pathname);
      }
      return refused(thrown, {});
    });
  if ('data' in told) return told;
  const word = said.answer === 'yes' ? 'yes' : told.justified ? 'justified' : 'counted';
  redirect(303, `/bureau/families/${params.household}?said=${word}`);
}

type Said =
  | { readonly answer: 'yes'; readonly authority: Authority; readonly contactShared: boolean }
  | { readonly answer: 'no'; readonly reason: SeekerRefusal };

export const actions: Actions = {
  yes: async (event) => {
    const form = await event.request.formData();
    const given = text(form, 'authority') as Authority;
    return answer(event, form, { answer: 'yes', authority: given, contactShared: checked(form, 'shared') });
  },
  no: async (event) => {
    const form = await event.request.formData();
    return answer(event, form, { answer: 'no', reason: text(form, 'reason') as SeekerRefusal });
  },
};
