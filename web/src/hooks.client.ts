import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

/** The page says its language: scripts need no cookie for it, and leave none behind on a kiosk. */
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'zh'));

/** In the browser the usual unforeseen error is a lost line. */
export const handleError: HandleClientError = ({ kind }) => {
  if (kind === 'app') return;
  return { message: navigator.onLine ? m.error_unexpected() : m.error_offline() };
};
