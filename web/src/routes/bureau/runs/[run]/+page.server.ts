import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/server/problem.ts';
import { pageIn, withinPages } from '#lib/server/query.ts';
import { tier } from '$contract/codes/household.ts';
import { vacancyKind } from '$contract/codes/work.ts';
import { policyLines } from '$contract/present/policy.ts';
import { contract } from '$contract/routes/index.ts';
import type { Run } from '$contract/routes/runs.ts';
import type { Actions, PageServerLoad } from './$types';

const FILTERS = ['outcome', 'region', 'tier', 'reason', 'q'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api } = locals;
  const run = await api.call(contract.runs.detail, { params });
  if (run.status !== 'done') return { run, result: null };
  const filter = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name) ?? '']));
  const outcome = filter.outcome || (totalUncovered(run) > 0 ? 'uncovered' : 'covered');
  const [list, regions] = await Promise.all([
    api.call(contract.runs.households, {
      params,
      query: { ...filter, outcome, page: pageIn(url), size: 20 },
    }),
    api.call(contract.regions.children, { query: { parent: run.region.code } }),
  ]);
  return {
    run,
    result: {
      list: withinPages(url, list),
      filter: { ...filter, outcome } as Record<(typeof FILTERS)[number], string>,
      regions: regions.items.map(({ code, name }) => ({ value: code, label: name })),
      tiers: tier.values.map((code) => ({ code, label: tier.label(code) })),
      kinds: kindCounts(run),
      policies: policyLines(
        run.policies,
        new Map([run.region, ...regions.items].map(({ code, name }) => [code, name])),
      ),
    },
  };
};

const totalUncovered = (run: Run) => run.totals?.uncovered ?? 0;

const kindCounts = (run: Run) =>
  vacancyKind.values
    .map((code) => ({ key: code, label: vacancyKind.label(code), value: run.totals?.byKind[code] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);

export const actions: Actions = {
  cancel: async ({ locals, params }) => {
    const done = await locals.api
      .call(contract.runs.cancel, { params })
      .catch((problem) => refused(problem, {}));
    if ('data' in done) return done;
    redirect(303, `/bureau/runs/${params.run}`);
  },
};
