import type { Browser } from 'playwright-core';
import { launchBrowser, openPage, signIn } from '../tests/helpers/browser.ts';
import { addressFor } from '../tests/helpers/screens/examine.ts';
import { makePerson } from '../tests/helpers/screens/person.ts';
import { nameOf } from '../tests/helpers/screens/screen.ts';
import { doorScreens, personScreens, publicScreens } from '../tests/helpers/screens/seeker.ts';
import { median, openCheapPhone, type SignedIn } from './cheapPhone.ts';
import { type RunningProduct, withProduct } from './product.ts';
import { benchTaps } from './taps.ts';

/**
 * `npm run bench:pages [-- --runs 5]`
 * First visits to every seeker page on a cheap phone, nothing cached: time to the largest paint, layout shift and
 * bytes, the median of some runs; then how long what one taps first keeps one waiting. Starts a product of its own;
 * ends with 1 when anything is over a bar.
 */

const BARS = { paint: 2_500, shift: 0.05, kilobytes: 170 };

interface Visit {
  /** ms from the start of the navigation */
  readonly paint: number;
  readonly shift: number;
  /** as they travelled */
  readonly kilobytes: number;
}

const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 3;
process.exitCode = await withProduct(async (product) => {
  const browser = await launchBrowser();
  try {
    const [pages, taps] = [await benchPages(browser, product), await benchTaps(browser, product.web, runs)];
    return pages + taps === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
});

/** @returns how many pages are over a bar */
async function benchPages(browser: Browser, { web, api, database }: RunningProduct): Promise<number> {
  const { things, login, password } = await makePerson(api, database);
  const { page, context } = await openPage(browser, web);
  await signIn(page, login, password);
  const mine = await context.storageState();
  const screens = [...publicScreens(things), ...doorScreens, ...personScreens(things)];
  console.log(`LCP ms    CLS     KB  page (median of ${runs}; bars ${Object.values(BARS).join(', ')})`);
  let over = 0;
  for (const screen of screens.filter(({ act }) => !act)) {
    const address = await addressFor(page, screen);
    const signedIn = screen.route.startsWith('/(public)') ? undefined : mine;
    const visits: Visit[] = [];
    for (let run = 0; run < runs; run++) visits.push(await visit(browser, web + address, signedIn));
    const [paint, shift, kilobytes] = (['paint', 'shift', 'kilobytes'] as const).map((key) =>
      median(visits.map((one) => one[key])),
    ) as [number, number, number];
    const isOver = paint > BARS.paint || shift > BARS.shift || kilobytes > BARS.kilobytes;
    if (isOver) over += 1;
    const figures = `${paint.toFixed(0).padStart(6)}  ${shift.toFixed(3)}  ${kilobytes.toFixed(1).padStart(5)}`;
    console.log(`${figures}  ${nameOf(screen)}${isOver ? '  ✗' : ''}`);
  }
  return over;
}

async function visit(browser: Browser, url: string, signedIn: SignedIn | undefined): Promise<Visit> {
  const { page, context, devtools } = await openCheapPhone(browser, signedIn);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const { paint, shift } = await page.evaluate<Omit<Visit, 'kilobytes'>>(`new Promise((resolve) => {
    const seen = { paint: 0, shift: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.paint = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(seen), 200);
  })`);
  await context.close();
  return { paint, shift, kilobytes: bytes / 1024 };
}
