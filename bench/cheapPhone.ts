import type { Browser, BrowserContext } from 'playwright-core';

const PHONE = { width: 360, height: 740 };
/** A slow 3G line: bytes and milliseconds. */
const LINE = {
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
  offline: false,
};
/** The phone's processor is so many times slower than this one. */
const SLOWER = 4;

/** What a signed-in phone holds. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A page on a slow phone with a slow line that has never been here. */
export async function openCheapPhone(browser: Browser, signedIn?: SignedIn) {
  const context = await browser.newContext({
    viewport: PHONE,
    hasTouch: true,
    serviceWorkers: 'block',
    ...(signedIn && { storageState: signedIn }),
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, context, devtools };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
