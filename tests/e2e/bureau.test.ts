import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, PASSWORD, picture, signIn } from '../helpers/browser.ts';

/** The main job through the real parts: two ledgers in, one button, a plan with its reasons out. */

const product = inject('product');

describe.runIf(product)('the bureau', () => {
  const { web, people, vacancies } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('uploads both ledgers, sees their errors, commits, matches, reads why, and exports', async () => {
    const { page, complaints } = await openPage(browser, web);
    await signIn(page, 'liupanshui');
    await expect.poll(() => page.getByRole('heading', { name: '零就业家庭' }).count()).toBe(1);

    await page.getByRole('link', { name: '台账导入' }).click();
    await page.waitForURL('**/bureau/imports');
    await page.getByLabel('劳动力就业台账').setInputFiles(people);
    await page.getByLabel('用工需求台账').setInputFiles(vacancies);
    await page.getByRole('button', { name: '上传并试读' }).click();
    await page.waitForURL('**/imports?sent');
    const uploads = page.getByRole('row').filter({ hasText: '.xlsx' }).getByRole('link');
    const links = await uploads.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const addresses = links.slice(0, 2); // newest first

    for (const address of addresses) {
      await page.goto(address);
      const commit = page.getByRole('button', { name: /写入没有问题的 [\d,]+ 行/ });
      await commit.waitFor();
      // Every problem stands with its row, column and reason, and can be seen by its kind.
      const problems = page.getByRole('group', { name: /逐条问题/ }).getByRole('row');
      await expect.poll(() => problems.count()).toBeGreaterThan(3);
      await page.getByRole('link', { name: /同一(个人|岗位)出现两次/ }).click();
      await page.getByText(/^只看/).waitFor();
      await picture(page, `journey-problems-${addresses.indexOf(address)}`);

      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '下载带错误说明的原表' }).click();
      const returned = await readExcel(await readFile(await (await download).path()));
      expect(JSON.stringify(returned)).toMatch(/与第 \d+ 行/);

      await page.getByRole('button', { name: /写入没有问题的/ }).click();
      await page.getByRole('button', { name: '撤销', exact: true }).waitFor();
    }

    await page.getByRole('link', { name: '匹配方案' }).click();
    await page.getByRole('button', { name: '开始匹配' }).click();
    await page.waitForURL(/\/bureau\/runs\/[\w-]+$/);
    await page.getByRole('heading', { name: '已证明没有更好的方案' }).waitFor();
    await picture(page, 'journey-plan');

    await page.getByRole('link', { name: /^找到岗位/ }).click();
    await page.waitForURL(/outcome=covered/);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.waitForURL('**/households/**');
    await page.getByRole('heading', { name: '为什么是这个岗位' }).first().waitFor();
    const score = page.getByRole('table').first();
    const points = (await score.locator('tbody td').allTextContents()).map((text) =>
      Number(text.replace('−', '-')),
    );
    const total = Number(await score.locator('tfoot td').textContent());
    expect(points.length).toBeGreaterThan(3);
    expect(points.reduce((sum, point) => sum + point, 0)).toBe(total);
    await picture(page, 'journey-household');

    await page.getByRole('link', { name: '这次方案' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /导出方案/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    const sheets = await readExcel(await readFile(await file.path()));
    expect(JSON.stringify(sheets)).toMatch(/户编号|户主/);
    expect(complaints).toEqual([]);
  });

  test('without scripts: signs in, starts a run, and the page refreshes itself', async () => {
    const { page } = await openPage(browser, web, { javaScriptEnabled: false });
    await signIn(page, 'panzhou');
    await page.goto('/bureau/runs');
    await page.getByRole('button', { name: '开始匹配' }).click();
    await page.waitForURL(/\/bureau\/runs\/[\w-]+$/);
    await page.getByRole('heading', { name: '已证明没有更好的方案' }).waitFor();
  });

  test('an hour later the session goes on by itself, and signing out ends it', async () => {
    const { page, context } = await openPage(browser, web);
    await signIn(page, 'liuzhi');
    await context.clearCookies({ name: 'leye-access' });
    // Two requests meet with the same refresh token: it is exchanged once, nobody is thrown out.
    await Promise.all([page.goto('/bureau/runs'), page.request.get('/bureau/imports')]);
    expect(new URL(page.url()).pathname).toBe('/bureau/runs');
    const readable = await page.evaluate('document.cookie');
    expect(readable).not.toContain('leye-access');
    expect(readable).not.toContain('leye-refresh');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/bureau/runs');
    expect(page.url()).toContain('/login?to=%2Fbureau%2Fruns');
  });

  test('what was typed when the session had ended stands there again after signing in, for the same person', async () => {
    const { page, context, complaints } = await openPage(browser, web);
    const typed = async () => {
      await signIn(page, 'zhongshan');
      await page.goto('/bureau/fairs/new');
      await page.waitForLoadState('networkidle');
      await page.locator('form [name=title]').fill('腊月里的招聘会');
      await page.locator('form [name=place]').fill('广场东头');
      await page.locator('form [name=day]').fill('2030-01-20');
      await context.clearCookies();
      await page.locator('main form button').last().click();
      await page.waitForURL('**/login?to=**');
    };
    const enter = async (login: string) => {
      await page.getByLabel('账号').fill(login);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.waitForURL('**/bureau/fairs/new**');
    };

    await typed();
    await enter('zhongshan');
    await expect.poll(() => page.locator('form [name=title]').inputValue()).toBe('腊月里的招聘会');
    expect(await page.locator('form [name=place]').inputValue()).toBe('广场东头');
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('form [name=title]').inputValue()).toBe('');

    await typed();
    await enter('liuzhi');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('form [name=title]').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });
});
