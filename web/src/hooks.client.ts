import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';

/** In the browser the usual unforeseen error is a lost line. */
export const handleError: HandleClientError = ({ kind }) => {
  if (kind === 'app') return;
  return { message: navigator.onLine ? m.error_unexpected() : m.error_offline() };
};
