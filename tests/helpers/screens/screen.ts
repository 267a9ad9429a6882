import type { Page } from 'playwright-core';

/** One state of one page, as whoever is signed in comes to it. */
export interface Screen {
  /** id of the built route */
  readonly route: string;
  /** what is special about it; part of the picture's name */
  readonly state?: string;
  /** its address, or the page whose first link to the route is followed; without both the route itself */
  readonly path?: string;
  readonly via?: string;
  /** acts after the page has come, to bring the state about */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** What one and the same person looks at. */
export interface Audience {
  /** the account, and its password where it is not the demo's; without one nobody is signed in */
  readonly login?: string;
  readonly password?: string;
  /** settlement of the kiosk all this is looked at on */
  readonly kiosk?: string;
  /** another web server than the product's */
  readonly at?: string;
  readonly screens: readonly Screen[];
}

/** The id of nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Everybody comes here, with little reading and large fingers; the other pages are desks of staff. */
export const isForSeekers = ({ route }: Screen): boolean =>
  !/^\/(bureau|employer|provider)(\/|$)/.test(route);

/** The address of a route without parameters. */
export const addressOf = (route: string): string => route.replace(/\/\([^)]+\)/g, '') || '/';

/** Addresses of a route, with or without a question. */
export const patternOf = (route: string): RegExp =>
  new RegExp(`^${addressOf(route).replace(/\[[^\]]+\]/g, '[0-9a-f-]{36}')}(\\?|$)`);

/** `/(public)/jobs/[vacancy]`, empty → `jobs-vacancy-empty` */
export const nameOf = ({ route, state = '' }: Screen): string =>
  (`${addressOf(route)} ${state}`.match(/[\w.]+/g) ?? ['home']).join('-');

interface BuiltRoute {
  readonly id: string;
  readonly pattern: RegExp;
  /** null where there is no page but an endpoint alone */
  readonly page: object | null;
}

/** The routes that the last build made. */
export async function builtRoutes(): Promise<readonly BuiltRoute[]> {
  const manifest = new URL('../../../web/build/server/manifest-full.js', import.meta.url);
  const built: { manifest: { routes: readonly BuiltRoute[] } } = await import(manifest.href);
  return built.manifest.routes;
}

/** Addresses on a page that lead to no route of the product. */
export async function deadLinks(page: Page, routes: readonly BuiltRoute[]): Promise<string[]> {
  const links = await page.evaluate<string[]>(
    `[...document.links]
      .filter((a) => a.origin === location.origin && a.pathname !== location.pathname)
      .map((a) => a.pathname)`,
  );
  const dead = [...new Set(links)].filter((path) => !routes.some(({ pattern }) => pattern.test(path)));
  return dead.map((path) => `leads to ${path}, where nothing is`);
}
