import { redirect } from '@sveltejs/kit';

interface Found {
  readonly items: readonly unknown[];
  readonly size: number;
  readonly total: number;
}

/** A page after the last one, as an old link may name it, leads to the last. */
export function lastPage({ items, size, total }: Found, url: URL): void {
  if (items.length > 0 || total === 0) return;
  const last = new URL(url);
  last.searchParams.set('page', String(Math.ceil(total / size)));
  redirect(303, last.pathname + last.search);
}
