import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { Api } from '#lib/server/api.ts';
import { ApiProblem } from '#lib/server/problem.ts';
import { Session } from '#lib/server/session.ts';
import { isLargeText, kioskOf } from '#lib/server/settings.ts';
import { problems } from '$contract/problems.ts';

const identify: Handle = async ({ event, resolve }) => {
  const requestId = randomUUID();
  const caller = { requestId, clientAddress: event.getClientAddress(), fetch: globalThis.fetch };
  const session = new Session(event, caller);
  Object.assign(event.locals, {
    requestId,
    session,
    api: new Api(caller, (ask) => session.authorize(ask)),
  } satisfies App.Locals);
  const response = await resolve(event);
  response.headers.set('x-request-id', requestId);
  return response;
};

/** Pages that a phone keeps for where there is no network: a person's own, and those for the visit at a door. */
const KEPT = /^\/(\(seeker\)|bureau\/(tasks|families))/;
/** Pages of people who have signed in. */
const PRIVATE = /^\/(bureau|employer|provider|attend|\(seeker\))/;

const guard: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(self), payment=()');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  // Back and a shared computer must not show a household that somebody else looked at.
  const kiosk = kioskOf(event.cookies) !== null;
  if (kiosk || PRIVATE.test(event.route.id ?? '')) headers.set('cache-control', 'private, no-store');
  // A kiosk is everybody's.
  if (kiosk) headers.set('x-leye-keep', 'nothing');
  else if (KEPT.test(event.route.id ?? '')) headers.set('x-leye-keep', 'mine');
  return response;
};

/**
 * Public pages travel compressed. Pages behind sign-in do not: what somebody else made you send and what is
 * secret must not be compressed together.
 */
const compress: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers, body } = response;
  const wanted = event.request.headers.get('accept-encoding')?.includes('gzip');
  const isPublic = event.route.id?.startsWith('/(public)');
  if (!wanted || !isPublic || !body || !headers.get('content-type')?.startsWith('text/html')) return response;
  const packed = new Response(body.pipeThrough(new CompressionStream('gzip')), response);
  packed.headers.set('content-encoding', 'gzip');
  packed.headers.append('vary', 'accept-encoding');
  packed.headers.delete('content-length');
  return packed;
};

/** As the page template has it: Chinese, text of normal size. */
const HTML = 'lang="zh-CN" data-text="normal"';

const localize: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    const lang = locale === 'zh' ? 'zh-CN' : locale;
    const text = isLargeText(event.cookies) ? 'large' : 'normal';
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace(HTML, `lang="${lang}" data-text="${text}"`),
    });
  });

export const handle = sequence(identify, guard, compress, localize);

/** Refusals of the API keep their own status and words; what nobody foresaw is logged under its id. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals;
  if (error instanceof ApiProblem) {
    // an id that cannot exist in an address names nothing
    const noSuchAddress = error.document.fields?.every(({ field }) => field.startsWith('params.'));
    const { status, title, detail, code } = noSuchAddress
      ? { ...error.document, ...problems.not_found, code: 'not_found' as const, detail: undefined }
      : error.document;
    const message = detail ?? (status === 404 ? m.error_not_found() : title);
    return { status, message, code, requestId: error.document.requestId };
  }
  if (kind === 'framework') {
    const { status } = error;
    return { message: status === 404 ? m.error_not_found() : m.error_refused(), requestId };
  }
  if (kind === 'app') return { requestId };
  const stack = error instanceof Error ? error.stack : String(error);
  console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, stack }));
  return { message: m.error_unexpected(), code: 'internal', requestId };
};
