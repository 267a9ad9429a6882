import { actThenShow } from '#lib/server/act.ts';
import { checked, text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { pageIn } from '#lib/server/query.ts';
import { type EmployerRefusal, employerRefusal } from '$contract/codes/market.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[\da-f-]{36}$/;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { api } = locals;
  const asked = url.searchParams.get('vacancy');
  const vacancy = asked !== null && uuid.test(asked) ? asked : undefined;
  const open = url.searchParams.get('all') === null;
  const page = pageIn(url);
  const [applications, post] = await Promise.all([
    api.call(contract.hiring.applications, { query: { page, size: 20, vacancy, open } }),
    vacancy ? api.call(contract.ownVacancies.detail, { params: { vacancy } }) : null,
  ]);
  const suggested = post?.status === 'published' && applications.page === 1;
  return {
    applications,
    open,
    hired: url.searchParams.has('hired'),
    vacancy: vacancy ?? null,
    post: post && { id: post.id, title: post.title, headcount: post.headcount, filled: post.filled },
    suggestions: suggested
      ? await api.call(contract.hiring.suggestions, { params: { vacancy: post.id } }).then(
          ({ items }) => items,
          () => [],
        )
      : [],
    refusals: employerRefusal.values.map((value) => ({ value, label: employerRefusal.label(value) })),
  };
};

type Event = Parameters<NonNullable<Actions['contact']>>[0];

/** Answers one application and comes back to it. */
async function answer(
  event: Event,
  act: (application: string, form: FormData) => Promise<unknown>,
  hired = false,
) {
  const form = await event.request.formData();
  const application = text(form, 'application');
  const search = new URLSearchParams(
    [...event.url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'hired'),
  );
  // Whoever was hired no longer waits: the list of all shows them.
  if (hired) for (const name of ['all', 'hired']) search.set(name, '1');
  return actThenShow(`/employer/candidates?${search}#a-${application}`, () => act(application, form));
}

export const actions: Actions = {
  contact: (event) =>
    answer(event, (application) =>
      event.locals.api.call(contract.hiring.contact, { params: { application } }),
    ),
  pool: (event) =>
    answer(event, (application) => event.locals.api.call(contract.hiring.pool, { params: { application } })),
  interview: (event) =>
    answer(event, (application, form) =>
      event.locals.api.call(contract.hiring.interview, {
        params: { application },
        body: { appointment: text(form, 'appointment') },
      }),
    ),
  trial: (event) =>
    answer(event, (application, form) =>
      event.locals.api.call(contract.hiring.trial, {
        params: { application },
        body: { appointment: text(form, 'appointment') },
      }),
    ),
  refuse: (event) =>
    answer(event, (application, form) =>
      event.locals.api.call(contract.hiring.refuse, {
        params: { application },
        body: { reason: text(form, 'reason') as EmployerRefusal },
      }),
    ),
  hire: (event) =>
    answer(
      event,
      (application, form) => {
        const startsOn = text(form, 'startsOn');
        return event.locals.api.call(
          contract.hiring.hire,
          {
            params: { application },
            body: { ...(startsOn && { startsOn }), contract: checked(form, 'contract') },
          },
          { 'idempotency-key': `hire-${application}` },
        );
      },
      true,
    ),
  opinion: (event) =>
    answer(event, (application, form) => {
      const opinion = text(form, 'opinion');
      return event.locals.api.call(contract.hiring.opinion, {
        params: { application },
        body: { opinion: opinion === 'suitable' || opinion === 'unsuitable' ? opinion : null },
      });
    }),
  reveal: async ({ locals, request }) => {
    const application = text(await request.formData(), 'application');
    const contact = await locals.api
      .call(contract.hiring.reveal, { params: { application } })
      .catch((problem) => refused(problem, {}));
    return 'data' in contact ? contact : { contact: { application, ...contact } };
  },
  invite: async ({ locals, request, url }) => {
    const form = await request.formData();
    const params = { vacancy: text(form, 'vacancy'), person: text(form, 'person') };
    return actThenShow(`/employer/candidates?vacancy=${url.searchParams.get('vacancy')}#suggested`, () =>
      locals.api.call(contract.hiring.invite, { params }),
    );
  },
};
