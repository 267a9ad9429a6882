import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, picture } from '../helpers/browser.ts';

/** Public search as people on cheap phones use it. */

const product = inject('product');

describe.runIf(product)('public search', () => {
  const { web } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const phone = { viewport: { width: 360, height: 740 } };
  const plain = { ...phone, javaScriptEnabled: false };
  const found = (text: string | null) => Number(text?.replace(/\D/g, ''));

  test.each(['缝纫', 'fengren', 'frg'])('%s, without scripts: cards with pay in digits', async (words) => {
    const { page } = await openPage(browser, web, plain);
    await page.goto('/jobs');
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: '找', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('q')).toBe(words);
    const cards = page.getByRole('article');
    await cards.first().waitFor();
    expect(await cards.first().textContent()).toMatch(/缝/);
    expect(await cards.first().textContent()).toMatch(/\d{2,5} 元/);
  });

  test('filters narrow the list to what their count promised, without scripts', async () => {
    const { page } = await openPage(browser, web, plain);
    await page.goto('/jobs');
    const all = found(await page.getByRole('status').filter({ hasText: '找到' }).textContent());
    await page.getByText('更多条件').click();
    const choice = page.getByRole('checkbox', { name: /能顾家/ });
    const promised = found(await page.locator('label').filter({ has: choice }).textContent());
    await choice.check();
    await page.getByRole('button', { name: '按条件找' }).click();
    const left = found(await page.getByRole('status').filter({ hasText: '找到' }).textContent());
    expect(left).toBe(promised);
    expect(left).toBeLessThan(all);
    expect(await page.getByRole('article').first().textContent()).toContain('能顾家');
  });

  test('a card opens the job: pay, place, hours, and that hiring is free', async () => {
    const { page } = await openPage(browser, web, plain);
    await page.goto('/jobs');
    const settlement = await page.getByLabel('从哪里出发').locator('option').nth(1).getAttribute('value');
    await page.getByLabel('从哪里出发').selectOption(settlement);
    await page.getByRole('button', { name: '找', exact: true }).click();
    expect(await page.getByText('分钟路').count()).toBeGreaterThan(0);
    await page.getByRole('article').first().getByRole('link').click();
    const text = (await page.getByRole('main').textContent()) ?? '';
    expect(text).toMatch(/元\/(月|天|小时)/);
    const order = ['在哪里', '什么时间', '做什么', '谁能做', '保险', '还要', '招工不收钱'].map((word) =>
      text.indexOf(word),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test('words nobody uses still show jobs, and say why', async () => {
    const { page } = await openPage(browser, web, plain);
    await page.goto(`/jobs?q=${encodeURIComponent('宇航员')}`);
    expect(await page.getByRole('status').filter({ hasText: '放宽' }).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
  });

  test('a course that teaches what was asked stands in the same list, and says how many jobs it opens', async () => {
    const { page } = await openPage(browser, web, plain);
    await page.goto('/jobs?q=fengren');
    await page.getByText('还有 1 门课能学').waitFor();
    const course = page.getByRole('article').filter({ hasText: '缝纫工订单班' });
    expect(await course.textContent()).toMatch(/学会后，有 \d+ 个岗位要人/);
    await picture(page, 'jobs-one-list-360');
    await course.getByRole('link').click();
    await page.getByRole('heading', { name: '缝纫工订单班' }).waitFor();
    // What only a vacancy has leaves courses out; what no vacancy is, a course may be.
    await page.goto('/jobs?q=fengren&lodging=true');
    expect(await course.count()).toBe(0);
    await page.goto('/jobs?q=苗绣');
    await page.getByText('没有找到“苗绣”的岗位').waitFor();
    expect(await page.getByRole('article').first().textContent()).toContain('民族刺绣专项班');
    await page.goto('/courses');
    await page.getByRole('searchbox').fill('宇航员');
    await page.getByRole('button', { name: '找', exact: true }).click();
    await page.getByText('没有找到“宇航员”。先看看这些课：').waitFor();
    expect(await page.getByRole('article').count()).toBeGreaterThan(1);
  });

  test('where the browser listens, a word may be said instead of typed', async () => {
    const { page, context, complaints } = await openPage(browser, web, phone);
    await context.addInitScript(`window.SpeechRecognition = class {
      start() {
        const words = sessionStorage.heard;
        setTimeout(() => {
          if (words) this.onresult({ results: [[{ transcript: words }]] });
          this.onend();
        }, 100);
      }
      abort() { this.onend(); }
    }`);
    await page.goto('/jobs');
    const say = page.getByRole('button', { name: '说一个词来找' });
    await say.click();
    await page.getByText('没听清').waitFor();
    await page.evaluate("sessionStorage.heard = '保洁。'");
    await say.click();
    await page.waitForURL((url) => url.searchParams.get('q') === '保洁');
    await page.getByRole('article').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('an address with nonsense in it still opens', async () => {
    const { page } = await openPage(browser, web, plain);
    const answer = await page.goto('/jobs?pay=abc&minutes=-4&kind=nothing&page=x&from=%00&sort=best');
    expect(answer?.status()).toBe(200);
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
  });

  test('with scripts a tap on a filter searches at once, and what was typed early stays', async () => {
    const { page, complaints } = await openPage(browser, web, phone);
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('/jobs', { waitUntil: 'commit' });
    await page.getByRole('searchbox').fill('保洁');
    await page.getByText('更多条件').click();
    open();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('searchbox').inputValue()).toBe('保洁');
    await page.getByRole('checkbox', { name: /能顾家/ }).check();
    await page.waitForURL(/care=true/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('保洁');
    await page.getByRole('link', { name: '清除条件' }).click();
    await page.waitForURL((url) => !url.search.includes('care'));
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('large text and English stay chosen', async () => {
    const { page } = await openPage(browser, web, plain);
    await page.goto('/jobs?q=baojie');
    const size = async () => (await page.getByRole('heading', { level: 1 }).boundingBox())?.height ?? 0;
    const normal = await size();
    await page.getByRole('button', { name: '大字' }).click();
    expect(await size()).toBeGreaterThan(normal * 1.25);
    await page.getByRole('button', { name: 'English' }).click();
    expect(page.url()).toContain('/jobs?q=baojie');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Find work');
  });
});
