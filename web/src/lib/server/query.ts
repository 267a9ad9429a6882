import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';

/**
 * The parameters of an address as a schema reads them; those it refuses are left out. A link that was
 * typed, cut or old still opens a page.
 */
export function lenient<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) {
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) given[name] = values.length === 1 ? values[0] : values;
  }
  for (;;) {
    const read = schema.safeParse(given);
    if (read.success) return read.data;
    for (const { path } of read.error.issues) delete given[String(path[0])];
  }
}

const LAST_PAGE = 10_000;

/** The page an address asks for; what is no page number is the first one. */
export function pageIn({ searchParams }: URL): number {
  const page = Math.trunc(Number(searchParams.get('page')));
  return page >= 1 ? Math.min(page, LAST_PAGE) : 1;
}

/** The list as it is; an address behind its end goes to its last page. */
export function withinPages<
  T extends { readonly items: readonly unknown[]; readonly total: number; readonly size: number },
>(url: URL, list: T): T {
  if (list.items.length > 0 || pageIn(url) === 1) return list;
  const last = new URL(url);
  last.searchParams.set('page', String(Math.max(1, Math.ceil(list.total / list.size))));
  redirect(303, last.pathname + last.search);
}
