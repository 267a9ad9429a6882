import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type AxeRules, overflowOf, violationsOf } from '../axe.ts';
import { picture } from '../browser.ts';
import { addressOf, builtRoutes, deadLinks, isForSeekers, nameOf, patternOf, type Screen } from './screen.ts';

/** CSS pixels: least side of a target, least room between two, least size of text. */
interface Bars {
  readonly target: number;
  readonly gap: number;
  readonly text: number;
}

interface Layout {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly large?: boolean;
  /** bars for people who read little; staff have those of WCAG alone */
  readonly bars?: Bars;
  /** every rule where other parts of a page show, those of layout where the same parts only grow */
  readonly axe: AxeRules;
  /** a picture is kept */
  readonly kept?: boolean;
}

const phone = { width: 360, height: 740 };
const largePhone = { width: 414, height: 896 };
const desk = { width: 1440, height: 900 };
const standing = { width: 1080, height: 1920 };

/** The page is loaded in the first; the others are reached by resizing and by the text switch. */
const LAYOUTS = {
  seeker: [
    { name: '360', ...phone, bars: { target: 48, gap: 0, text: 18 }, axe: 'all', kept: true },
    { name: '360-large', ...phone, large: true, bars: { target: 60, gap: 0, text: 18 }, axe: 'layout' },
    { name: '414', ...largePhone, bars: { target: 48, gap: 0, text: 18 }, axe: 'layout' },
    { name: '1440', ...desk, axe: 'all' },
    { name: '1440-large', ...desk, large: true, axe: 'layout' },
  ],
  kiosk: [
    { name: 'kiosk', ...standing, bars: { target: 72, gap: 12, text: 24 }, axe: 'all', kept: true },
    { name: 'kiosk-large', ...standing, large: true, bars: { target: 72, gap: 12, text: 24 }, axe: 'layout' },
  ],
  staff: [
    { name: '1440', ...desk, axe: 'all', kept: true },
    { name: '1440-large', ...desk, large: true, axe: 'layout' },
    { name: '360', ...phone, axe: 'all', kept: true },
    { name: '360-large', ...phone, large: true, axe: 'layout' },
  ],
} satisfies Record<string, readonly Layout[]>;

const MOST_SHIFT = 0.05;

/** A function of a page, as text: without its comments and the semicolon that ends it. */
const RULER = readFileSync(new URL('../ruler.js', import.meta.url), 'utf8')
  .replace(/^\/\/.*$/gm, '')
  .trim()
  .replace(/;$/, '');

/** Opens a screen and looks at it in every layout, keeping pictures; what is wrong, one line each. */
export async function examine(page: Page, screen: Screen, kiosk: boolean): Promise<string[]> {
  const everybody = isForSeekers(screen);
  const layouts: readonly Layout[] = LAYOUTS[kiosk ? 'kiosk' : everybody ? 'seeker' : 'staff'];
  await page.setViewportSize(layouts[0]!);
  await open(page, screen);
  const wrong: string[] = [];
  for (const layout of layouts) {
    const name = `${nameOf(screen)}-${layout.name}`;
    if (layout !== layouts[0]) await dress(page, layout);
    const found = [
      ...(await violationsOf(page, everybody, layout.axe)),
      // What an act moves, it was asked to move.
      ...(layout === layouts[0] && !screen.act ? await shifts(page) : []),
      ...(layout === layouts[0] ? await deadLinks(page, await builtRoutes()) : []),
      ...(await overflowOf(page)),
      ...(layout.bars ? await measure(page, layout.bars) : []),
    ];
    wrong.push(...found.map((what) => `${name}: ${what}`));
    if (layout.kept) await picture(page, name);
  }
  return wrong;
}

async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(await addressFor(page, screen));
  await screen.act?.(page);
}

/** Without a path of its own, where the first link to the route leads. */
export async function addressFor(page: Page, { route, path, via }: Screen): Promise<string> {
  if (!via) return path ?? addressOf(route);
  await page.goto(via);
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  const link = links.find((href) => patternOf(route).test(href));
  if (!link) throw new Error(`${via} has no link to ${route}`);
  return link;
}

async function dress(page: Page, { width, height, large = false }: Layout): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(`document.documentElement.dataset.text = '${large ? 'large' : 'normal'}'`);
}

/** Cumulative layout shift since the page began to load, and what moved. */
async function shifts(page: Page): Promise<string[]> {
  const moves = await page.evaluate<readonly { by: number; what: string }[]>(`new Promise((resolve) => {
    const textOf = ({ node }) => node?.textContent.trim().slice(0, 20) ?? '';
    const observer = new PerformanceObserver((list) => {
      const unasked = list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput);
      resolve(unasked.map(({ value, sources }) => ({ by: value, what: sources.map(textOf).join(', ') })));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve([]), 50); // nothing was buffered
  })`);
  const sum = moves.reduce((sum, { by }) => sum + by, 0);
  return sum <= MOST_SHIFT
    ? []
    : [`shifts by ${sum.toFixed(3)}: ${moves.map(({ what }) => what).join('; ')}`];
}

const measure = (page: Page, bars: Bars) => page.evaluate<string[]>(`(${RULER})(${JSON.stringify(bars)})`);
