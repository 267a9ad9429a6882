import { passEvents, resume } from '#lib/server/pass.ts';
import { contract } from '$contract/routes/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) =>
  passEvents(await locals.api.call(contract.imports.events, { params }, resume(request)));
