import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { HouseholdPlan } from '#contract/routes/runs.ts';
import type { VacancyPage } from '#contract/routes/vacancies.ts';
import { overflowOf, violationsOf } from '../helpers/axe.ts';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';
import { bureauApi } from '../helpers/bureauApi.ts';
import type { Product } from '../helpers/product.ts';

/** axe on every screen × state × size × text size, and a picture of each to look at. */

const SIZES = {
  '360': { width: 360, height: 740 },
  '414': { width: 414, height: 896 },
  kiosk: { width: 1080, height: 1920 },
  '1440': { width: 1440, height: 900 },
};
const NOBODY = '00000000-0000-4000-8000-000000000000';

const product = inject('product');

interface Screen {
  readonly name: string;
  readonly path: string;
  /** acts after the page has come, to bring a state about */
  readonly act?: (page: Page) => Promise<unknown>;
}

describe.runIf(product)('screens', () => {
  const { web, api, people } = product!;
  let browser: Browser;
  let lonely: LonelyWeb;
  let screens: Awaited<ReturnType<typeof makeStates>>;

  beforeAll(async () => {
    [browser, lonely, screens] = await Promise.all([
      launchBrowser(),
      startWebWithoutApi(),
      makeStates({ api, people }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await lonely.stop();
  });

  test('no violation and no sideways scrolling on any screen', { timeout: 600_000 }, async () => {
    const wrong = await Promise.all([
      examine(screens.open, { seeker: true }),
      examine(screens.staff, { login: 'shuicheng' }),
      examine(screens.empty, { login: 'zhongshan' }),
      examine([{ name: 'api-away', path: '/jobs' }], { seeker: true, at: lonely.url }),
    ]);
    expect(wrong.flat()).toEqual([]);
  });

  test('with the API away every page says so, with a number to quote', async () => {
    const { page, context } = await openPage(browser, lonely.url);
    const answer = await page.goto('/jobs');
    expect(answer?.status()).toBe(503);
    expect(await page.getByRole('main').textContent()).toContain(answer?.headers()['x-request-id']);
    await context.close();
  });

  test('without a network the page stays and says so', async () => {
    const { page, context } = await openPage(browser, web, { viewport: SIZES['360'] });
    await page.goto('/jobs');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    expect(await page.getByRole('alert').textContent()).toContain('没有网络');
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    expect(await violationsOf(page, true)).toEqual([]);
    await picture(page, 'offline-360');
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

  /** Walks the screens; resolves to what is wrong, one line each. */
  async function examine(
    list: readonly Screen[],
    { seeker = false, login, at = web }: { seeker?: boolean; login?: string; at?: string },
  ): Promise<string[]> {
    const { page, context, complaints } = await openPage(browser, at);
    if (login) await signIn(page, login);
    const wrong: string[] = [];
    for (const large of [false, true]) {
      await chooseText(context, at, large);
      for (const screen of list) {
        await page.goto(screen.path);
        await screen.act?.(page);
        for (const [size, viewport] of Object.entries(SIZES)) {
          await page.setViewportSize(viewport);
          const name = `${screen.name}-${size}${large ? '-large' : ''}`;
          const found = [...(await violationsOf(page, seeker)), ...(await overflowOf(page))];
          wrong.push(...found.map((what) => `${name}: ${what}`));
          if (isKept(size, large, seeker)) await picture(page, name);
        }
      }
    }
    await context.close();
    return [...wrong, ...complaints];
  }
});

/** Both layouts of every page; where everybody comes, the kiosk and large text too. */
const isKept = (size: string, large: boolean, seeker: boolean) =>
  large ? seeker && size === '360' : size === '360' || size === '1440' || (seeker && size === 'kiosk');

const chooseText = (context: BrowserContext, url: string, large: boolean) =>
  context.addCookies([{ name: 'leye-large-text', value: large ? '1' : '0', url }]);

/** Brings the product into the states to look at: an upload with problems, a plan, its two kinds of household. */
async function makeStates({ api, people }: Pick<Product, 'api' | 'people'>) {
  const bureau = await bureauApi(api, 'shuicheng');
  const [upload, run] = await Promise.all([bureau.upload('people', people), bureau.match()]);
  const first = async (outcome: string) => {
    const path = `/api/runs/${run.id}/households?outcome=${outcome}&size=1`;
    return (await bureau.ask<{ items: HouseholdPlan[] }>(path)).items[0]?.householdId ?? NOBODY;
  };
  const [covered, uncovered] = await Promise.all([first('covered'), first('uncovered')]);
  const jobs = await bureau.ask<VacancyPage>('/api/vacancies?size=1');
  const job = jobs.items[0]?.id ?? NOBODY;
  const home = (await bureau.ask<{ items: { code: string }[] }>('/api/settlements')).items[0]?.code ?? '';
  const plan = `/bureau/runs/${run.id}`;
  return {
    open: [
      { name: 'landing', path: '/' },
      { name: 'jobs', path: '/jobs' },
      { name: 'jobs-filters', path: `/jobs?q=fengren&care=true&from=${home}` },
      { name: 'jobs-widened', path: `/jobs?q=${encodeURIComponent('宇航员')}` },
      { name: 'jobs-empty', path: '/jobs?page=999' },
      { name: 'job', path: `/jobs/${job}?from=${home}` },
      { name: 'job-gone', path: `/jobs/${NOBODY}` },
      { name: 'login', path: '/login' },
      {
        name: 'login-refused',
        path: '/login',
        act: async (page) => {
          await page.getByLabel('账号').fill('nobody');
          await page.getByLabel('密码').fill('wrong-password');
          await page.getByRole('button', { name: '登录', exact: true }).click();
          await page.getByRole('alert').waitFor();
        },
      },
      { name: 'not-found', path: '/nowhere' },
    ] satisfies Screen[],
    staff: [
      { name: 'overview', path: '/bureau' },
      { name: 'overview-outside', path: '/bureau?region=520201' },
      { name: 'imports', path: '/bureau/imports' },
      {
        name: 'imports-refused',
        path: '/bureau/imports',
        act: async (page) => {
          const file = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('not a ledger') };
          await page.getByLabel('劳动力就业台账').setInputFiles(file);
          await page.getByRole('button', { name: '上传并试读' }).click();
          await page.getByRole('alert').waitFor();
        },
      },
      { name: 'import', path: `/bureau/imports/${upload.id}` },
      { name: 'unreached', path: '/bureau/notices' },
      { name: 'runs', path: '/bureau/runs' },
      { name: 'run', path: plan },
      { name: 'run-covered', path: `${plan}?outcome=covered` },
      { name: 'run-no-match', path: `${plan}?q=nobody` },
      { name: 'household', path: `${plan}/households/${covered}` },
      { name: 'household-uncovered', path: `${plan}/households/${uncovered}` },
      { name: 'run-gone', path: `/bureau/runs/${NOBODY}` },
    ] satisfies Screen[],
    empty: [
      { name: 'overview-no-plan', path: '/bureau' },
      { name: 'imports-empty', path: '/bureau/imports' },
      { name: 'runs-empty', path: '/bureau/runs' },
    ] satisfies Screen[],
  };
}

interface LonelyWeb {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The web server with nobody behind it. */
async function startWebWithoutApi(): Promise<LonelyWeb> {
  const server: ChildProcess = spawn(process.execPath, ['server.ts'], {
    cwd: new URL('../../web', import.meta.url),
    env: { ...process.env, HOST: '127.0.0.1', WEB_PORT: '0', API_URL: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
