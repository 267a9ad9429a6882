import { self as worker } from '$app/service-worker';
import { offlinePage } from './offlinePage.ts';

/**
 * Public pages and one's own open without a network: the newest answer is kept as it passes by, and given when no
 * network answers. Pages marked no-store are never kept, except one's own on one's own phone (`x-leye-keep`). On a
 * kiosk nothing is kept at all: what one looked at, the next must not find.
 */

/** Until a page has said that this is no kiosk. */
let keepsNothing = true;

const ASSETS = 'assets';
const PAGES = 'pages';
const MINE = 'mine';
const JOB = /^\/jobs\/[0-9a-f-]{36}$/;
/** Vacancies kept: the last ones looked at. */
const MOST_JOBS = 50;
/** Older releases go. */
const MOST_ASSETS = 300;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Families share phones: what one kept, the next to sign in does not find.
  if (request.method === 'POST' && /^\/(login|logout)$/.test(url.pathname)) {
    event.waitUntil(caches.delete(MINE));
    return;
  }
  if (request.method !== 'GET') return;
  if (url.pathname.includes('/_app/immutable/')) event.respondWith(keptOrFetched(event));
  else if (request.mode === 'navigate') event.respondWith(newestOrKept(event, url));
});

async function newestOrKept(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const response = await fetch(event.request);
    keepsNothing = response.headers.get('x-leye-keep') === 'nothing';
    const name = cacheFor(response);
    if (name) event.waitUntil(keep(name, url, response.clone()));
    return response;
  } catch {
    // A vacancy is the same one wherever its reader comes from.
    const kept = await caches.match(url.href, { ignoreSearch: JOB.test(url.pathname) });
    return kept ?? offlinePage((await caches.has(PAGES)) ? await jobsIn(await caches.open(PAGES)) : []);
  }
}

function cacheFor(response: Response): string | null {
  if (keepsNothing || !response.ok || response.redirected) return null;
  if (response.headers.get('x-leye-keep') === 'mine') return MINE;
  return response.headers.get('cache-control')?.includes('no-store') ? null : PAGES;
}

async function keep(name: string, url: URL, response: Response): Promise<void> {
  const cache = await caches.open(name);
  const isJob = JOB.test(url.pathname);
  // Deleted first, so that the order of keys is the order of looking.
  await cache.delete(url.href, { ignoreSearch: isJob });
  await cache.put(url.href, response);
  if (!isJob) return;
  const surplus = (await jobsIn(cache)).slice(0, -MOST_JOBS);
  await Promise.all(surplus.map((job) => cache.delete(job.url)));
}

/** Kept vacancies, the longest unseen first. */
async function jobsIn(cache: Cache): Promise<Response[]> {
  const jobs = (await cache.keys()).filter((request) => JOB.test(new URL(request.url).pathname));
  const kept = await Promise.all(jobs.map((request) => cache.match(request)));
  return kept.filter((response) => response !== undefined);
}

/** Files whose name is a hash of what is in them never change. */
async function keptOrFetched(event: FetchEvent): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok && !keepsNothing) event.waitUntil(keepAsset(event.request, response.clone()));
  return response;
}

async function keepAsset(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(ASSETS);
  await cache.put(request, response);
  const surplus = (await cache.keys()).slice(0, -MOST_ASSETS);
  await Promise.all(surplus.map((old) => cache.delete(old)));
}
