import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';
import { makePerson } from '../helpers/screens/person.ts';
import { SETTLEMENT, signInSeeker, someVacancy } from '../helpers/seekerPages.ts';

/** The journeys of somebody who looks for work, on a cheap phone. */

const product = inject('product');
/** For what another process has to do first. */
const soon = { timeout: 10_000 };
const phone = { viewport: { width: 360, height: 740 } };

describe.runIf(product)('a seeker with a phone', () => {
  const { web, api, database } = product!;
  let browser: Browser;
  /** what a signed-in phone holds; every test is a phone of its own */
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    const { page, context } = await openPage(browser, web, phone);
    await signInSeeker(page);
    signedIn = await context.storageState();
    await context.close();
  });
  afterAll(() => browser.close());
  const openMine = (options = {}) => openPage(browser, web, { ...phone, storageState: signedIn, ...options });

  test('from the first door to a sent application in six taps, nothing typed', async () => {
    const { page, context, complaints } = await openMine();
    await page.goto('/me/applications');
    const before = await page.getByRole('article').count();
    await page.goto('/');
    let taps = 0;
    const tap = async (name: string | RegExp, role: 'link' | 'button' = 'link') => {
      await page.getByRole(role, { name }).first().click();
      taps += 1;
    };
    await tap(/找工作/);
    await page.getByRole('article').first().getByRole('link').click();
    taps += 1;
    await tap('投这个岗位');
    await tap('要投');
    await tap('可以看', 'button');
    await page.waitForURL('**/me/applications/*');
    expect(taps).toBeLessThanOrEqual(6);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('投好了');
    const text = await page.getByRole('main').textContent();
    expect(text).toContain('接下来');
    expect(text).toMatch(/答复/);
    expect(text).toContain('12333');
    await picture(page, 'seeker-applied-360');

    await page.goto('/me/applications');
    expect(await page.getByRole('article').count()).toBe(before + 1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the same without scripts, then withdrawn', async () => {
    const { page, context } = await openMine({ javaScriptEnabled: false });
    const { id, title } = await someVacancy(api, '保洁');
    await page.goto(`/apply/${id}`);
    await page.getByRole('link', { name: '要投' }).click();
    await page.getByRole('button', { name: '先不给看' }).click();
    expect(await page.getByRole('main').textContent()).toContain(title);
    // Who has applied is not asked again; who has withdrawn is.
    await page.goto(`/apply/${id}`);
    expect(new URL(page.url()).pathname).toMatch(/^\/me\/applications\//);
    await page.getByRole('link', { name: '看我的投递' }).click();
    await page.getByRole('link', { name: title }).first().click();
    await page.getByText('撤回').first().click();
    await page.getByRole('radio', { name: '离家太远' }).check();
    await page.getByRole('button', { name: '撤回' }).click();
    expect(await page.getByRole('main').textContent()).toContain('已撤回');
    await page.goto(`/apply/${id}`);
    await page.getByRole('link', { name: '要投' }).waitFor();
    await context.close();
  });

  test('skills are ticked from pictures and change what suits', async () => {
    const { page, context } = await openMine();
    await page.goto('/me');
    await page.getByRole('link', { name: '我会做的' }).click();
    const child = page.getByRole('checkbox', { name: /带过孩子/ });
    const before = await child.isChecked();
    await child.setChecked(!before);
    await page.getByRole('button', { name: '记下来' }).click();
    await page.getByText('记好了').waitFor();
    await page.reload();
    expect(await page.getByRole('checkbox', { name: /带过孩子/ }).isChecked()).toBe(!before);
    await page.goto('/me/jobs');
    expect(await page.getByText('为什么适合').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('the household shows masked names and takes a consent back', async () => {
    const { page, context } = await openMine();
    await page.goto('/me/family');
    const members = await page.getByRole('region', { name: '家里人' }).textContent();
    expect(members).toContain('*');
    expect(members).not.toMatch(/\d{17}[\dX]/);
    await page.getByRole('button', { name: '收回' }).first().click();
    await page.getByText('没同意').waitFor();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('button', { name: '收回' }).first().waitFor();
    await context.close();
  });

  test('what others did for her is shown, and she objects', async () => {
    const { login, password } = await makePerson(api, database);
    const { page, context } = await openPage(browser, web, phone);
    await signIn(page, login, password);
    await page.goto('/me/family');
    const done = page.getByRole('region', { name: '别人替我做过什么' });
    expect(await done.textContent()).toContain('凭：本人电话同意');
    await done.getByRole('button', { name: '我有异议' }).click();
    await done.getByText('已记下').waitFor();
    await context.close();
  });

  test('a course says how many jobs it opens, and is signed up for', async () => {
    const { page, context } = await openMine();
    await page.goto(`/courses?from=${SETTLEMENT}`);
    expect(await page.getByRole('main').textContent()).toMatch(/有 \d+ 个岗位要人/);
    await page.getByRole('article').first().getByRole('link').click();
    await page
      .getByRole('button', { name: /报这个班|排队/ })
      .first()
      .click();
    await page.waitForURL('**/me/classes*');
    await page.getByText('报好了').waitFor();
    await context.close();
  });

  test('an advertisement is reported, taken along and printed without a name', async () => {
    const { page, context } = await openPage(browser, web, phone);
    const { id, title } = await someVacancy(api);
    await page.goto(`/jobs/${id}`);
    await page.getByRole('link', { name: '有问题' }).click();
    await page.getByRole('radio', { name: '要交钱或押金' }).check();
    await page.getByRole('button', { name: '告诉工作人员' }).click();
    await page.getByText('收到了').waitFor();
    await page.goto(`/take?path=/jobs/${id}`);
    const code = await page.request.get(`/qr?path=/jobs/${id}`);
    expect(code.headers()['content-type']).toContain('image/svg+xml');
    await page.goto(`/jobs/${id}/receipt`);
    await page.emulateMedia({ media: 'print' });
    const slip = await page.getByRole('article').boundingBox();
    expect(slip?.width).toBeCloseTo((80 / 25.4) * 96, -1);
    expect(await page.getByRole('article').textContent()).toContain(title);
    await context.close();
  });

  test('what was looked at opens without a network, and an application then goes out exactly once', async () => {
    const { page, context } = await openMine();
    const { id, title } = await someVacancy(api, '餐厅服务员');
    await page.goto('/');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    for (const path of ['/me/applications', `/jobs/${id}`, `/apply/${id}?step=2`]) {
      await page.goto(path);
      const isKept = `caches.match(${JSON.stringify(path)}).then(Boolean)`;
      await expect.poll(() => page.evaluate(isKept), { timeout: 10_000 }).toBe(true);
    }
    await context.setOffline(true);
    await page.goto('/me/applications');
    await page.getByRole('heading', { name: '我的投递' }).waitFor();
    await page.goto('/courses?page=2');
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
    await picture(page, 'offline-unseen-360');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('没有网络');

    await page.goto(`/apply/${id}?step=2`);
    await page.getByRole('button', { name: '先不给看' }).click();
    await page.getByText('还没送到').first().waitFor();
    await picture(page, 'offline-queued-360');
    // Said once, and not asked again: neither here nor on coming back.
    expect(await page.getByText('还没送到').count()).toBe(1);
    await page.goto(`/apply/${id}?step=2`);
    await page.getByText('还没送到').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '先不给看' }).count(), soon).toBe(0);
    // A second page of the same phone: both send when the network comes back, and one application stands.
    const second = await context.newPage();
    await second.goto(`/jobs/${id}`);
    await second.getByText('还没送到').waitFor();
    await context.setOffline(false);
    await Promise.all([page, second].map((one) => one.getByText('已送到').first().waitFor()));
    await picture(second, 'offline-sent-360');
    expect(await timesApplied(context, title)).toBe(1);
    await context.close();
  });

  test('while the API is away an application waits, and goes out when it is back', {
    timeout: 120_000,
  }, async () => {
    const { page, context } = await openMine();
    const { id, title } = await someVacancy(api, '保安');
    await page.goto(`/apply/${id}?step=2`);
    await page.getByRole('button', { name: /^听/ }).waitFor(); // scripts have come: the voice is ready
    killApi(api);
    await page.getByRole('button', { name: '先不给看' }).click();
    await page.getByText('还没送到').first().waitFor();
    await expect.poll(() => isUp(api), { timeout: 60_000 }).toBe(true);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText('已送到').first().waitFor();
    expect(await timesApplied(context, title)).toBe(1);
    await context.close();
  });
});

async function timesApplied(context: BrowserContext, title: string): Promise<number> {
  const page = await context.newPage();
  await page.goto('/me/applications');
  return page.getByRole('link', { name: title }).count();
}

const isUp = (api: string) =>
  fetch(`${api}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** kill -9 of the process behind the address; the launcher starts another. */
function killApi(api: string): void {
  const port = `API_PORT=${new URL(api).port}`;
  const pid = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [program = '', ...args] = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      const isApi = program.endsWith('node') && args.includes('api/main.ts'); // its guard is a shell
      return isApi && readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(port);
    } catch {
      return false; // it ended meanwhile
    }
  });
  process.kill(Number(pid), 'SIGKILL');
}
