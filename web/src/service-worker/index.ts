import { self as worker } from '$app/service-worker';

/**
 * Public pages and one's own open without a network: the newest answer is kept as it passes by, and given when no
 * network answers. Pages marked no-store are never kept, except one's own on one's own phone (`x-leye-keep`).
 */

const ASSETS = 'assets';
const PAGES = 'pages';
const MINE = 'mine';
const JOB = /^\/jobs\/[0-9a-f-]{36}(\/__data\.json)?$/;
/** Vacancies kept: the last ones looked at. Each may be kept as a page and as its data. */
const MOST_JOBS = 50;
/** Older releases go. */
const MOST_ASSETS = 300;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.includes('/_app/immutable/')) {
    event.respondWith(keptOrFetched(event));
    return;
  }
  const page = request.mode === 'navigate' || url.pathname.endsWith('/__data.json');
  if (page) event.respondWith(newestOrKept(event, url));
});

async function newestOrKept(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const response = await fetch(event.request);
    const name = cacheFor(response);
    if (name) event.waitUntil(keep(name, url, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(url.href);
    if (kept) return kept;
    throw error;
  }
}

function cacheFor(response: Response): string | null {
  if (!response.ok || response.redirected) return null;
  if (response.headers.get('x-leye-keep') === 'mine') return MINE;
  return response.headers.get('cache-control')?.includes('no-store') ? null : PAGES;
}

async function keep(name: string, url: URL, response: Response): Promise<void> {
  const cache = await caches.open(name);
  // Deleted first, so that the order of keys is the order of looking.
  await cache.delete(url.href);
  await cache.put(url.href, response);
  if (!JOB.test(url.pathname)) return;
  await keepOther(cache, url);
  const jobs = (await cache.keys()).filter((request) => JOB.test(new URL(request.url).pathname));
  const surplus = jobs.slice(0, Math.max(0, jobs.length - 2 * MOST_JOBS));
  await Promise.all(surplus.map((request) => cache.delete(request)));
}

/** A vacancy reached by a link came as data only; its page is fetched too, so that its address opens later. */
async function keepOther(cache: Cache, url: URL): Promise<void> {
  if (!url.pathname.endsWith('/__data.json')) return;
  const page = new URL(url.pathname.replace(/\/__data\.json$/, ''), url);
  if (await cache.match(page.href)) return;
  const response = await fetch(page).catch(() => null);
  if (response?.ok) await cache.put(page.href, response);
}

/** Files whose name is a hash of what is in them never change. */
async function keptOrFetched(event: FetchEvent): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepAsset(event.request, response.clone()));
  return response;
}

async function keepAsset(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(ASSETS);
  await cache.put(request, response);
  const surplus = (await cache.keys()).slice(0, -MOST_ASSETS);
  await Promise.all(surplus.map((old) => cache.delete(old)));
}
