import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { wrongOn } from '../helpers/axe.ts';
import { launchBrowser, picture } from '../helpers/browser.ts';
import { openKiosk, signInSeeker, someVacancy } from '../helpers/seekerPages.ts';

/** A standing kiosk: large, forgetful, and never without help. */

const product = inject('product');
/** A function of a page, as text: without its comments and the semicolon that ends it. */
const RULER = readFileSync(new URL('../helpers/ruler.js', import.meta.url), 'utf8')
  .replace(/^\/\/.*$/gm, '')
  .trim()
  .replace(/;$/, '');

describe.runIf(product)('a kiosk', () => {
  const { web, api } = product!;
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
    const dialog = page.getByRole('dialog', { name: '您还在用吗?' }).or(page.getByRole('dialog'));
    // The watch is loaded after the page.
    await page.waitForTimeout(500);
    await page.clock.runFor(44_000);
    expect(await dialog.isVisible()).toBe(false);
    await page.clock.runFor(2_000);
    await dialog.waitFor();
    await picture(page, 'kiosk-still-there');
    await page.getByRole('button', { name: '还在用' }).click();
    expect(await dialog.isVisible()).toBe(false);

    await page.clock.runFor(46_000);
    await dialog.waitFor();
    await page.clock.runFor(20_000);
    await page.waitForURL('**/kiosk');
    await page.getByRole('link', { name: /点一下开始/ }).waitFor();
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect(cookies).toEqual(['leye-kiosk']);
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

  test('shows no personal data on the attract screen and calls for help', async () => {
    const { page, context } = await openKiosk(browser, web);
    expect(await page.locator('body').textContent()).not.toMatch(/\d{4,}/);
    await picture(page, 'kiosk-attract');
    await page.getByRole('link', { name: /点一下开始/ }).click();
    await page.getByRole('button', { name: '叫人来帮忙' }).click();
    await page.getByText(/叫到了/).waitFor();
    await page.getByRole('button', { name: '用完了' }).click();
    await page.waitForURL('**/kiosk');
    await context.close();
  });

  test('has large targets with room between them, large text, and no violation', async () => {
    const { page, context } = await openKiosk(browser, web);
    await signInSeeker(page);
    const { id } = await someVacancy(api);
    const wrong: string[] = [];
    const paths = ['/', '/jobs', `/jobs/${id}`, `/apply/${id}`, '/courses', '/ask', '/take?path=/', '/me'];
    for (const path of [...paths, '/me/jobs', '/me/skills', '/me/family', '/kiosk']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const found = [...(await tooSmall(page)), ...(await wrongOn(page))];
      wrong.push(...found.map((line) => `${path}: ${line}`));
      await picture(
        page,
        `kiosk${path.split('?', 1)[0]!.replace(id, '').replaceAll('/', '-').replace(/-+$/, '')}`,
      );
    }
    expect(wrong).toEqual([]);
    await context.close();
  });
});

/** Targets under 72 px, closer than 12 px, and text under 24 px. */
const tooSmall = (page: Page) =>
  page.evaluate<string[]>(`(${RULER})(${JSON.stringify({ target: 72, gap: 12, text: 24 })})`);
