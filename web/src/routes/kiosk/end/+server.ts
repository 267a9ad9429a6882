import { ApiProblem } from '#lib/server/problem.ts';
import { KIOSK } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

/** The next one finds nothing: session ended, every cookie but the machine's own gone, caches cleared. */
export const POST: RequestHandler = async ({ locals, cookies }) => {
  await locals.session.end().catch((problem: unknown) => {
    if (!(problem instanceof ApiProblem)) throw problem;
  });
  for (const { name } of cookies.getAll()) if (name !== KIOSK) cookies.delete(name, { path: '/' });
  return new Response(null, {
    status: 303,
    headers: { location: '/kiosk', 'clear-site-data': '"cache", "storage"' },
  });
};
