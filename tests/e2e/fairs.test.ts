import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { overflowOf, violationsOf } from '../helpers/axe.ts';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';

/** A job fair from its plan to its funnel, by everybody who has a part in it; each screen is examined on the way. */

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1440, height: 900 };

const product = inject('product');

describe.runIf(product)('a job fair', () => {
  const { web } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function look(page: Page, name: string, seeker = false) {
    await picture(page, `fair-${name}`);
    expect([...(await violationsOf(page, seeker)), ...(await overflowOf(page))], name).toEqual([]);
  }

  test('the bureau plans it, asks employers, lets the engine propose and sends', async () => {
    const { page, complaints } = await openPage(browser, web, { viewport: DESK });
    await signIn(page, 'shuicheng');
    await page.getByRole('link', { name: '招聘会' }).click();
    await page.waitForURL('**/bureau/fairs');
    await look(page, 'list');
    await page.getByRole('link', { name: '筹备招聘会' }).click();
    await page.getByLabel('名称').fill('石龙春风行动招聘会');
    await page.getByLabel('地点').fill('石龙街道广场');
    await page.getByLabel('日期').fill('2027-03-01');
    await look(page, 'new');
    await page.getByRole('button', { name: '下一步：请单位' }).click();
    await page.waitForURL('**/employers');
    for (const stalls of [1, 2]) {
      await page.getByRole('button', { name: '设展位' }).first().click();
      await page.getByRole('link', { name: new RegExp(`完成[:：]${stalls} 个展位`) }).waitFor();
    }
    await look(page, 'employers');
    await page.getByRole('link', { name: /^完成/ }).click();
    await page.getByRole('button', { name: '提出邀请方案' }).click();
    await page.getByText('最多可安置').waitFor();
    await page.getByText('已证明：按户优先').waitFor();
    await look(page, 'proposed');
    await page.getByRole('link', { name: /份待发邀请/ }).click();
    await page.getByRole('button', { name: /发出 [\d,]+ 份邀请/ }).click();
    await page.getByText('等答复').nth(1).waitFor();
    await page.getByText('看为什么合适').first().click();
    await look(page, 'invitations');
    await page.getByRole('link', { name: '打印邀请单' }).click();
    await page.getByText('招工不收钱').first().waitFor();
    await look(page, 'slips');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the seeker answers, scans at the door, talks at a stall; the funnel counts it', async () => {
    const [seeker, bureau] = await Promise.all([
      openPage(browser, web, { viewport: PHONE }),
      openPage(browser, web, { viewport: DESK }),
    ]);
    await Promise.all([signIn(seeker.page, 'qiuzhizhe'), signIn(bureau.page, 'shuicheng')]);
    const { page } = seeker;
    await page.goto('/me');
    await page.getByRole('link', { name: '招聘会' }).click();
    await page.getByRole('heading', { name: '以朵冬季专场招聘会' }).waitFor();
    await look(page, 'mine', true);
    await page.getByRole('link', { name: '我不来' }).click();
    await page.getByText('为什么不来？').waitFor();
    await look(page, 'mine-no', true);
    await page.getByRole('link', { name: '返回' }).click();
    await page.getByRole('button', { name: '我会来' }).click();
    await page.getByText('您说会来').waitFor();
    const number = await page.locator('.number strong').first().innerText();

    const desk = bureau.page;
    await desk.goto('/bureau/fairs');
    await desk.getByRole('link', { name: '以朵冬季专场招聘会' }).click();
    await look(desk, 'stalls');
    await desk.getByRole('button', { name: '开场' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '开场' }).click();
    await desk.getByRole('button', { name: '散场' }).waitFor();
    await desk.getByRole('link', { name: '门口名单' }).click();
    await desk.getByRole('button', { name: /^点到/ }).first().click();
    // The answer to the tick shows the list anew: until then it would call the desk back.
    await desk.getByRole('button', { name: /^到场/ }).first().waitFor();
    await desk.getByRole('link', { name: '签到码' }).click();
    const code = await desk.getByRole('img', { name: /码/ }).getAttribute('data-address');
    await look(desk, 'code');

    await page.goto(new URL(code!).pathname + new URL(code!).search);
    await page.getByRole('heading', { name: '以朵冬季专场招聘会' }).waitFor();
    await page.getByRole('button', { name: '我到了' }).click();
    await page.getByText('到了：以朵冬季专场招聘会').waitFor();
    expect(await page.locator('.number strong').innerText()).toBe(number);
    await look(page, 'arrived', true);

    await desk.goBack();
    await desk.reload();
    const row = desk.getByRole('row').filter({ hasText: '扫码' });
    await row.getByText('记一笔').click();
    await look(desk, 'door');
    await row.getByRole('button', { name: '达成意向' }).click();
    await row.getByText('达成意向').first().waitFor();
    await desk.emulateMedia({ media: 'print' });
    await picture(desk, 'fair-door-print');
    await desk.emulateMedia({ media: 'screen' });
    await desk.getByRole('link', { name: '招聘成效' }).click();
    const intents = desk.getByRole('listitem').filter({ hasText: /^达成意向/ });
    await expect.poll(() => intents.innerText()).toContain('1');
    await look(desk, 'funnel');
    await desk.goto('/bureau/fairs');
    await desk.getByRole('link', { name: '水城区夏季招聘会' }).click();
    await desk.getByRole('link', { name: '招聘成效' }).click();
    await desk.getByText('满 90 天仍在岗').first().waitFor();
    await look(desk, 'funnel-past');
    expect([...seeker.complaints, ...bureau.complaints]).toEqual([]);
    await Promise.all([seeker.page.context().close(), desk.context().close()]);
  });

  test('the employer sees its own stall, people by number and masked name', async () => {
    const { page, complaints } = await openPage(browser, web, { viewport: DESK });
    await signIn(page, 'qiye');
    await page.getByRole('link', { name: '招聘会展位' }).click();
    await look(page, 'own-list');
    await page.getByRole('link', { name: '以朵冬季专场招聘会' }).click();
    await page.getByRole('heading', { name: '到场、适合本展位的人' }).waitFor();
    await look(page, 'own-stall');
    await page.setViewportSize(PHONE);
    await look(page, 'own-stall-360');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
