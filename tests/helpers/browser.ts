import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, if it may be without a window, which is half the work; no browser is downloaded. */
export const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
);

const SCREENS = fileURLToPath(new URL('../../test-results/screens', import.meta.url));

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A page of its own context that collects what a browser would complain about. */
export async function openPage(
  browser: Browser,
  web: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: web,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  return { context, ...(await openTab(context)) };
}

/** One more page of a context. */
export async function openTab(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that answers 404 on purpose is reported as a failed resource; that is no complaint.
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text);
  });
  return { page, complaints };
}

/** The password of all demo accounts. */
export const PASSWORD = 'leye-2026';

/** Signs in; resolves once the own pages have come. */
export async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/login');
}

/** Keeps a picture of the whole page among the test results, except where nobody will look at it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  mkdirSync(SCREENS, { recursive: true });
  const path = join(SCREENS, `${name}.jpg`); // drawn in a third of the time of a PNG
  await page.screenshot({ path, quality: 75, fullPage: true, animations: 'disabled' });
}
