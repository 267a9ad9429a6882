import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, picture } from '../helpers/browser.ts';
import { makeSeeker } from '../helpers/screens/person.ts';
import { openKiosk, signInSeeker } from '../helpers/seekerPages.ts';

/** A standing kiosk: large, forgetful, and never without help. */

const product = inject('product');
describe.runIf(product)('a kiosk', () => {
  const { web, database } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('asks after 45 seconds, can be told to stay, and wipes everything after 20 more', async () => {
    const { page, context } = await openKiosk(browser, web, { clock: true });
    await signInSeeker(page);
    await page.goto('/me/family');
    await page.evaluate("localStorage.setItem('left', 'behind'); sessionStorage.setItem('left', 'behind')");
    await page.getByRole('button', { name: 'English' }).click();
    const dialog = page.getByRole('dialog');
    // The watch is loaded after the page.
    await page.locator('dialog').waitFor({ state: 'attached' });
    await page.clock.runFor(40_000);
    expect(await dialog.isVisible()).toBe(false);
    await page.clock.runFor(6_000);
    await dialog.waitFor();
    await picture(page, 'kiosk-still-there');
    await page.getByRole('button', { name: 'Still here' }).click();
    expect(await dialog.isVisible()).toBe(false);

    await page.clock.runFor(46_000);
    await dialog.waitFor();
    await page.clock.runFor(20_000);
    await page.waitForURL('**/kiosk');
    await page.getByRole('link', { name: /点一下开始/ }).waitFor();
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect(cookies).toEqual(['leye-kiosk']);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    const left = await page.evaluate(`caches.keys().then((caches) => ({
      local: localStorage.length,
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit')).length,
      caches: caches.length,
    }))`);
    expect(left).toEqual({ local: 0, session: 0, caches: 0 });

    await page.goBack().catch(() => null);
    expect(await page.locator('body').textContent()).not.toContain('家里人');
    const answer = await page.goto('/me/family');
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(answer?.headers()['cache-control']).toContain('no-store');
    await context.close();
  });

  test('from the attract screen to a slip and a sent application, signed in only to apply; then nothing is left', async () => {
    const { login, password } = await makeSeeker(database);
    const { page, context, complaints } = await openKiosk(browser, web);
    const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click();
    await follow(/点一下开始/);
    await follow(/找工作/);
    await page.getByText('分钟路').first().waitFor(); // it knows where it stands
    const card = page.getByRole('article').first().getByRole('link');
    const title = (await card.textContent()) ?? '';
    await card.click();
    await follow('打印小票');
    await page.waitForURL('**/receipt*');
    expect(await page.getByRole('article').textContent()).toContain(title);
    await follow('回到刚才');
    await follow('投这个岗位');
    await page.waitForURL('**/login*');
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await follow('要投');
    await page.getByRole('button', { name: '先不给看' }).click();
    await page.getByRole('heading', { name: '投好了' }).waitFor();
    await picture(page, 'kiosk-applied');
    await page.getByRole('button', { name: '用完了' }).click();
    await page.waitForURL('**/kiosk');
    await page.goBack().catch(() => null);
    const text = await page.locator('body').textContent();
    expect(text).not.toContain('投好了');
    expect(text).not.toContain(title);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['leye-kiosk']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keeps no page for the next, and says so where there is no network', async () => {
    const { page, context } = await openKiosk(browser, web);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    for (const path of ['/jobs', '/courses']) await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    await context.setOffline(true);
    await page.goto('/jobs');
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
    expect(await page.getByRole('link').count()).toBe(2); // again, and home
    await context.close();
  });

  test('shows no personal data on the attract screen and calls for help', async () => {
    const { page, context } = await openKiosk(browser, web);
    // Nobody's phone, ID or name: no digits at all, and no masked name.
    expect(await page.locator('body').innerText()).not.toMatch(/\d|\*/);
    await picture(page, 'kiosk-attract');
    await page.getByRole('link', { name: /点一下开始/ }).click();
    await page.getByRole('button', { name: '叫人来帮忙' }).click();
    await page.getByText(/叫到了/).waitFor();
    await page.getByRole('button', { name: '用完了' }).click();
    await page.waitForURL('**/kiosk');
    await context.close();
  });
});
