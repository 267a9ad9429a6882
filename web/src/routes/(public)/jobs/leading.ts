import type { Facets, Query } from './Filters.svelte';

/** The choices that lead somewhere, and those made. */
export function leading<F extends Facets>(facets: F, { kind, form, pay, county }: Query): F {
  const left = (facet: Facets['kind'], on: readonly unknown[]) =>
    facet.filter(({ value, count }) => count > 0 || on.includes(value));
  return {
    ...facets,
    kind: left(facets.kind, kind),
    form: left(facets.form, form),
    pay: left(facets.pay, [String(pay)]).filter(({ value }) => value !== '0'),
    county: left(facets.county, [county]),
  };
}
