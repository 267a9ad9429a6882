import type { Browser, Page } from 'playwright-core';
import { median, openCheapPhone } from './cheapPhone.ts';

/** Milliseconds from a touch to the paint that answers it. */
const BAR = 200;
/** Event Timing rounds to 8 ms and is silent below 16. */
const SILENT = 16;
/** Milliseconds in which the paint after a touch has certainly been told of. */
const SETTLE = 700;

interface Tap {
  readonly name: string;
  readonly path: string;
  act(page: Page): Promise<unknown>;
}

/** What somebody touches first. */
const taps: readonly Tap[] = [
  { name: 'a tile', path: '/', act: (page) => page.getByRole('link', { name: '找工作' }).first().tap() },
  { name: 'large text', path: '/', act: (page) => page.getByRole('button', { name: '大字' }).tap() },
  {
    name: 'the search field',
    path: '/jobs',
    async act(page) {
      await page.getByRole('searchbox').tap();
      await page.keyboard.press('f');
    },
  },
  {
    name: 'the filters',
    path: '/jobs',
    act: (page) => page.locator('summary', { hasText: '更多条件' }).tap(),
  },
  {
    name: 'one filter',
    path: '/jobs',
    async act(page) {
      await page.locator('summary', { hasText: '更多条件' }).tap();
      await page.getByText('能接送孩子、能顾家', { exact: false }).first().tap();
    },
  },
  { name: 'a post', path: '/jobs', act: (page) => page.getByRole('article').first().getByRole('link').tap() },
];

/** Interaction to next paint (INP) of each tap, median of some runs. @returns how many are over the bar */
export async function benchTaps(browser: Browser, web: string, runs: number): Promise<number> {
  console.log(`\nINP ms  tap (median of ${runs}; bar ${BAR}; under ${SILENT} nothing is measured)`);
  let over = 0;
  for (const tap of taps) {
    const waits: number[] = [];
    for (let run = 0; run < runs; run++) waits.push(await waitAfter(browser, web, tap));
    const wait = median(waits);
    if (wait > BAR) over += 1;
    console.log(`${wait.toFixed(0).padStart(6)}  ${tap.path}: ${tap.name}${wait > BAR ? '  ✗' : ''}`);
  }
  return over;
}

/** The longest wait of the touches of one visit; told at once, because a tap may lead to another page. */
async function waitAfter(browser: Browser, web: string, { path, act }: Tap): Promise<number> {
  const { page, context } = await openCheapPhone(browser);
  let longest = 0;
  await page.exposeFunction('tell', (wait: number) => {
    longest = Math.max(longest, wait);
  });
  await page.addInitScript(`new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId) tell(duration);
  }).observe({ type: 'event', durationThreshold: ${SILENT}, buffered: true })`);
  await page.goto(web + path, { waitUntil: 'networkidle' });
  await act(page);
  await page.waitForTimeout(SETTLE);
  await context.close();
  return longest;
}
