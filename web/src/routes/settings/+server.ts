import { redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/paraglide/runtime.js';
import { pathOf } from '#lib/server/back.ts';
import { LANGUAGE, LARGE_TEXT } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

const YEAR = 365 * 86_400;

/** Text size and language of this device. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const secure = url.protocol === 'https:';
  const kept = { path: '/', sameSite: 'lax', secure, maxAge: YEAR } as const;
  const largeText = form.get('largeText');
  if (largeText !== null) cookies.set(LARGE_TEXT, largeText === '1' ? '1' : '0', kept);
  const language = form.get('language');
  if (isLocale(language)) cookies.set(LANGUAGE, language, kept);
  redirect(303, pathOf(form.get('to'), '/'));
};
