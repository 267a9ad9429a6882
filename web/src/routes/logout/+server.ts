import { redirect } from '@sveltejs/kit';
import { ApiProblem } from '#lib/server/problem.ts';
import type { RequestHandler } from './$types';

/** The cookies go in any case; an API that is away must not keep anybody signed in here. */
export const POST: RequestHandler = async ({ locals }) => {
  await locals.session.end().catch((problem: unknown) => {
    if (!(problem instanceof ApiProblem)) throw problem;
  });
  redirect(303, '/');
};
