import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { overflowOf, violationsOf } from '../helpers/axe.ts';
import { launchBrowser, openPage, openTab, picture, signIn } from '../helpers/browser.ts';
import { type LonelyWeb, startWebWithoutApi } from '../helpers/lonelyWeb.ts';
import { makeAudiences } from '../helpers/screens/audiences.ts';
import { examine } from '../helpers/screens/examine.ts';
import { type Audience, builtRoutes } from '../helpers/screens/screen.ts';

/** Every page of the product × state × size × text size: axe, targets, text, shifts; and a picture of each. */

/** Pages looked at side by side. */
const LANES = 3;

const product = inject('product');

describe.runIf(product)('screens', () => {
  const { web } = product!;
  let browser: Browser;
  let lonely: LonelyWeb;
  let audiences: Audience[];

  beforeAll(async () => {
    [browser, lonely] = await Promise.all([launchBrowser(), startWebWithoutApi()]);
    audiences = await makeAudiences(product!, lonely.url);
  });
  afterAll(async () => {
    await browser.close();
    await lonely.stop();
  });

  test('every built page is looked at', async () => {
    const shown = new Set(audiences.flatMap(({ screens }) => screens.map(({ route }) => route)));
    const pages = (await builtRoutes()).filter(({ page }) => page !== null);
    expect(pages.map(({ id }) => id).filter((route) => !shown.has(route))).toEqual([]);
  });

  test('nothing is wrong on any screen', { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    const queue = audiences.map((audience) => ({ audience, left: [...audience.screens] }));
    const contexts = new Map<Audience, Promise<BrowserContext>>();
    const next = () => queue.find(({ left }) => left.length > 0);
    const walk = async () => {
      // One tab an audience: what the browser has compiled of the product and of axe stays.
      let tab: (Awaited<ReturnType<typeof openTab>> & { of: Audience }) | undefined;
      for (let work = next(); work; work = next()) {
        const screen = work.left.shift()!;
        const { audience } = work;
        if (!contexts.has(audience)) contexts.set(audience, enter(audience));
        if (tab?.of !== audience) {
          await tab?.page.close();
          tab = { of: audience, ...(await openTab(await contexts.get(audience)!)) };
        }
        const { page, complaints } = tab;
        const found = await examine(page, screen, audience.kiosk !== undefined).catch((error) => [
          `${screen.route} ${screen.state ?? ''}: ${error}`,
        ]);
        wrong.push(...found, ...complaints.splice(0));
      }
      await tab?.page.close();
    };
    await Promise.all(Array.from({ length: LANES }, walk));
    expect(wrong).toEqual([]);
  });

  test('with the API away every page says so, with a number to quote', async () => {
    const { page, context } = await openPage(browser, lonely.url);
    const answer = await page.goto('/jobs');
    expect(answer?.status()).toBe(503);
    expect(await page.getByRole('main').textContent()).toContain(answer?.headers()['x-request-id']);
    await context.close();
  });

  test('without a network the page stays and says so', async () => {
    const { page, context } = await openPage(browser, web, { viewport: { width: 360, height: 740 } });
    await page.goto('/jobs');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    expect(await page.getByRole('alert').textContent()).toContain('没有网络');
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    expect(await violationsOf(page, true)).toEqual([]);
    await picture(page, 'jobs-offline-360');
    // What was never seen says so in a page of the worker's own.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.goto('/courses?page=2');
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
    expect([...(await violationsOf(page, true)), ...(await overflowOf(page))]).toEqual([]);
    await context.close();
  });

  test('while the next page is on its way, a page says so', async () => {
    const { page, context } = await openPage(browser, web, {
      viewport: { width: 360, height: 740 },
      serviceWorkers: 'block',
    });
    await page.goto('/jobs');
    await page.waitForLoadState('networkidle');
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/__data.json*', async (route) => {
      await gate;
      await route.continue();
    });
    await page.getByRole('searchbox').fill('保洁');
    await page.getByRole('button', { name: '找', exact: true }).click();
    await page.getByText('正在打开').waitFor({ state: 'attached' });
    expect(await violationsOf(page, true)).toEqual([]);
    await picture(page, 'loading-360');
    go();
    await page.waitForURL('**/jobs?q=*');
    await context.close();
  });

  test('forms keep what was typed after a refusal', async () => {
    const { page, context } = await openPage(browser, web, { javaScriptEnabled: false });
    await page.goto('/login');
    await page.getByLabel('账号').fill('nobody');
    await page.getByLabel('密码').fill('wrong-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('账号或密码不对');
    expect(await page.getByLabel('账号').inputValue()).toBe('nobody');
    await context.close();
  });

  /** The browser of an audience: a kiosk if it is one, signed in if it has an account. */
  async function enter({ login, password, kiosk, at = web }: Audience): Promise<BrowserContext> {
    const { page, context } = await openPage(browser, at, { serviceWorkers: 'block' });
    if (kiosk) await context.addCookies([{ name: 'leye-kiosk', value: kiosk, url: at }]);
    if (login) await signIn(page, login, password);
    await page.close();
    return context;
  }
});
