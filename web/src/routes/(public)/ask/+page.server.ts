import { fail } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { kioskOf } from '#lib/server/settings.ts';
import { settlementOptions } from '#lib/server/settlements.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  settlements: await settlementOptions(locals.api),
});

export const actions: Actions = {
  come: async ({ request, locals, cookies }) => {
    const settlement = String((await request.formData()).get('settlement') ?? '') || kioskOf(cookies);
    if (!settlement) return fail(400, { missing: true });
    const called = await locals.api
      .call(contract.help.call, { body: { settlement } })
      .catch((problem) => refused(problem, {}));
    return 'first' in called ? { called } : called;
  },
};
