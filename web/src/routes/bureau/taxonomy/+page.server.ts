import { redirect } from '@sveltejs/kit';
import { text } from '#lib/server/fields.ts';
import { refused } from '#lib/server/problem.ts';
import { lenient } from '#lib/server/query.ts';
import { occupation } from '$contract/codes/occupation.ts';
import { wordKind } from '$contract/codes/taxonomy.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

const choices = <C extends string>({ values, label }: { values: readonly C[]; label: (code: C) => string }) =>
  values.map((value) => ({ value, label: label(value) }));

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = lenient(contract.taxonomy.words.query, url.searchParams);
  const [found, versions] = await Promise.all([
    locals.api.call(contract.taxonomy.words, { query: { ...query, size: 50 } }),
    locals.api.call(contract.taxonomy.versions),
  ]);
  return {
    query,
    found,
    versions: versions.items,
    occupations: choices(occupation),
    kinds: choices(wordKind),
    published: url.searchParams.has('published'),
  };
};

type Change = Parameters<typeof contract.taxonomy.publish.body.parse>[0];

export const actions: Actions = {
  add: ({ request, locals }) =>
    publish(request, locals, (form) => ({
      note: text(form, 'note'),
      add: [{ occupation: text(form, 'occupation'), word: text(form, 'word'), kind: text(form, 'kind') }],
    })),
  drop: ({ request, locals }) =>
    publish(request, locals, (form) => ({
      note: `去掉“${text(form, 'word')}”`,
      drop: [text(form, 'drop')],
    })),
};

/** A change is made on the version that was shown; the API refuses it when there is a newer one. */
async function publish(request: Request, locals: App.Locals, read: (form: FormData) => object) {
  const form = await request.formData();
  const body = { base: text(form, 'base'), ...read(form) } as Change as never;
  const sent = await locals.api
    .call(contract.taxonomy.publish, { body })
    .catch((problem) => refused(problem, { word: text(form, 'word'), note: text(form, 'note') }));
  if ('data' in sent) return sent;
  redirect(303, '/bureau/taxonomy?published');
}
