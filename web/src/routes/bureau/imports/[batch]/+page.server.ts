import { actThenShow } from '#lib/server/act.ts';
import { pageIn, withinPages } from '#lib/server/query.ts';
import { contract } from '$contract/routes/index.ts';
import type { Action, Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const code = url.searchParams.get('code');
  const [batch, problems] = await Promise.all([
    locals.api.call(contract.imports.detail, { params }),
    locals.api.call(contract.imports.problems, { params, query: { code, page: pageIn(url), size: 25 } }),
  ]);
  return { batch, problems: withinPages(url, problems), code };
};

const act =
  (name: 'commit' | 'cancel' | 'undo'): Action =>
  ({ locals, params: { batch } }) =>
    actThenShow(`/bureau/imports/${batch}`, () =>
      locals.api.call(contract.imports[name], { params: { batch: batch as string } }),
    );

export const actions: Actions = { commit: act('commit'), cancel: act('cancel'), undo: act('undo') };
