import { passFile } from '#lib/server/pass.ts';
import { contract } from '$contract/routes/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  passFile(await locals.api.call(contract.imports.workbook, { params }));
