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
