import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { ApiProblem } from '#lib/server/problem.ts';
import { pageIn, withinPages } from '#lib/server/query.ts';
import { chosenLedgers, type LedgerKind, uploadLedger } from '#lib/server/upload.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = { page: pageIn(url), size: 20 };
  return { history: withinPages(url, await locals.api.call(contract.imports.list, { query })) };
};

/** One refused ledger must not hide that the other arrived: both are said. */
export const actions: Actions = {
  default: async ({ request, locals }) => {
    const ledgers = chosenLedgers(await request.formData());
    if (ledgers.length === 0) return fail(400, { refusals: { people: m.upload_nothing() }, sent: 0 });
    const refusals: Partial<Record<LedgerKind, string>> = {};
    const sent: string[] = [];
    for (const { kind, file } of ledgers) {
      try {
        sent.push((await uploadLedger(locals.api, kind, file)).id);
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        const { title, detail, fields } = problem.document;
        refusals[kind] = [title, detail, fields?.[0]?.reason].filter(Boolean).join('：');
      }
    }
    if (Object.keys(refusals).length > 0) return fail(422, { refusals, sent: sent.length });
    redirect(303, sent.length === 1 ? `/bureau/imports/${sent[0]}` : '/bureau/imports?sent');
  },
};
