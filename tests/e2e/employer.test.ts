import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { uscc } from '../../seed/identifiers.ts';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';
import { makeSeeker } from '../helpers/screens/person.ts';

/** Somebody new walks from the door to the first person hired, through every desk on the way. */

const product = inject('product');
/** For what another process has to do first. */
const soon = { timeout: 10_000 };
const phone = { viewport: { width: 360, height: 740 } };

describe.runIf(product)('the employer', () => {
  const { web, database } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const firm = '水城区文馨校服加工坊';
  const post = '校服平车工';

  test('registers, is verified, publishes, is found, and hires who applied', async () => {
    const { page: boss, complaints } = await openPage(browser, web);
    await register(boss, { name: firm, login: 'wenxin', serial: 70_001 });
    const vacancy = await writePost(boss, post);

    const { page: staff } = await openPage(browser, web);
    await signIn(staff, 'liupanshui');
    await verifyAndPublish(staff, firm, post);

    const { page: seeker, complaints: seekers } = await openPage(browser, web, phone);
    const { login, password } = await makeSeeker(database);
    await signIn(seeker, login, password);
    await expect.poll(() => found(seeker, post, firm), soon).toBeGreaterThan(0);
    await seeker.getByRole('article').filter({ hasText: firm }).getByRole('link').click();
    await seeker.waitForURL(`**/jobs/${vacancy}*`);
    expect(await seeker.getByRole('main').textContent()).toContain('还要 2 人');
    await seeker.getByRole('link', { name: '投这个岗位' }).click();
    const mine = await answerQuestions(seeker, '先不给看');
    await picture(seeker, 'employer-applied-n');
    // She applies elsewhere as well; that will have to end by itself.
    await seeker.goto('/jobs');
    const elsewhere = await seeker
      .getByRole('article')
      .filter({ hasNotText: firm })
      .first()
      .getByRole('link')
      .getAttribute('href');
    await seeker.goto(`/apply/${elsewhere?.split('/').at(-1)?.split('?')[0]}`);
    const other = await answerQuestions(seeker, '先不给看');

    await boss.goto('/employer');
    await boss.getByRole('link', { name: new RegExp(`应聘“${post}”`) }).click();
    await boss.waitForURL('**/employer/candidates?vacancy=*');
    const card = boss
      .getByRole('article')
      .filter({ has: boss.getByRole('button', { name: '录用', exact: true }) });
    expect(await card.getByRole('heading').textContent()).toMatch(/^.\*/);
    expect(await card.getByRole('list', { name: '为什么合适' }).textContent()).toMatch(/[一-龥]{4}/);
    expect(await card.getByRole('button', { name: '看姓名电话' }).count()).toBe(0);
    await picture(boss, 'employer-masked-w');

    // Only when she agrees do her name and number reach the employer.
    await seeker.goto(mine);
    await seeker.getByRole('button', { name: '让单位看我的电话' }).click();
    await seeker.getByRole('button', { name: '不让单位看我的电话' }).waitFor();
    await boss.reload();
    await card.getByRole('button', { name: '看姓名电话' }).click();
    expect(await card.getByRole('status').textContent()).not.toContain('*');

    await card.getByRole('button', { name: '约面试' }).click();
    await tell(boss, '周一 9:00 到车间');
    await card.getByText('约了面试').waitFor();
    await card.getByRole('button', { name: '约试工' }).click();
    await tell(boss, '周二 8:30 试工一天');
    await card.getByText('试工中').waitFor();
    await seeker.goto(mine);
    await seeker.getByText('周二 8:30 试工一天').waitFor();

    await card.getByRole('button', { name: '录用', exact: true }).click();
    await boss.getByRole('dialog').getByRole('button', { name: '录用', exact: true }).click();
    await boss.getByText('已招 1 人，要招 2 人').waitFor();
    await boss.getByRole('article').getByText('已录用').first().waitFor();
    await picture(boss, 'employer-hired-w');

    await seeker.goto(mine);
    await seeker.getByText('已录用').waitFor();
    await picture(seeker, 'employer-hired-n');
    await seeker.goto(other);
    await seeker.getByText('已失效').waitFor();
    await expect
      .poll(() => seeker.goto(`/jobs/${vacancy}`).then(() => seeker.getByRole('main').textContent()), soon)
      .toContain('还要 1 人');

    // The spell exists: who was hired stands on the order board from today on.
    await orderPieces(boss, post);
    expect([...complaints, ...seekers]).toEqual([]);
  });

  test('two tabs at one draft: the later to write is told, and nothing is overwritten', async () => {
    const { page: one, context } = await openPage(browser, web);
    await signIn(one, 'qiye');
    await one.goto('/employer/vacancies/new');
    await one.getByRole('button', { name: /^包装/ }).click();
    await one.waitForURL('**/edit*');
    await one.goto(`${one.url()}?step=2`);
    const other = await context.newPage();
    await other.goto(one.url());
    await other.waitForLoadState('networkidle'); // scripts have come
    await other.getByLabel('做什么活').fill('后来打开的一页写的。');
    await other.getByText('已自动保存').waitFor();
    await one.getByLabel('做什么活').fill('先打开的一页写的。');
    await one.getByText('还没存上').waitFor();
    await one.getByText('工作内容现在是“后来打开的一页写的。”').first().waitFor();
    expect(await one.getByLabel('做什么活').inputValue()).toBe('先打开的一页写的。');
    await one.reload();
    expect(await one.getByLabel('做什么活').inputValue()).toBe('后来打开的一页写的。');
  });

  test('a refusal is forgotten once put right, and nobody else is blamed for what one saved oneself', async () => {
    const { page, context } = await openPage(browser, web);
    await signIn(page, 'qiye');
    await page.goto('/employer/vacancies/new');
    await page.getByRole('button', { name: /^包装/ }).click();
    await page.waitForURL('**/edit*');
    await page.getByLabel('招几个人').fill('-3');
    await page.getByText('还没存上').waitFor();
    expect(await page.getByText('检查通过').count()).toBe(0);
    await page.getByLabel('招几个人').fill('3');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.waitForURL('**/edit?step=2');
    expect(await page.getByRole('main').textContent()).not.toMatch(/至少招 1 人|还没存上/);

    // Sent before the pause is over: the form itself saves, and is refused all the same.
    await page.goto(`${page.url().split('?')[0]}?step=7`);
    await page.waitForLoadState('networkidle'); // scripts have come
    await page.getByLabel('招到哪天').fill('2020-01-01');
    await page.getByRole('button', { name: '送审' }).click();
    await page.getByText('有效期已经过了').first().waitFor();
    await page.getByLabel('招到哪天').fill('');
    await page.getByText('已自动保存').waitFor();
    expect(await page.getByText('有效期已经过了').count()).toBe(0);
    await page.getByRole('button', { name: '送审' }).click();
    await page.waitForURL('**/employer/vacancies/*?sent');
    await context.close();
  });

  test('without scripts: a post is written, sent and recalled, a candidate answered, an order recorded', async () => {
    const { page } = await openPage(browser, web, { javaScriptEnabled: false });
    await signIn(page, 'qiye');
    await page.getByRole('link', { name: '发布岗位' }).click();
    await page.getByRole('button', { name: /^包装/ }).click();
    await page.waitForURL('**/edit*');
    await page.getByLabel('招几个人').evaluate((input) => input.removeAttribute('min'));
    await page.getByLabel('招几个人').fill('0');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText('至少招 1 人').waitFor();
    await page.getByLabel('招几个人').fill('1');
    for (let step = 2; step <= 7; step += 1) {
      await page.getByRole('button', { name: '下一步' }).click();
      await page.waitForURL(`**step=${step}`);
      if (step === 2) {
        await page.getByLabel('做什么活').fill('打包发货，限女性。');
        await page.getByRole('button', { name: '下一步' }).click();
        await page.getByRole('button', { name: '上一步' }).click();
        await page.getByText('限女性', { exact: true }).waitFor();
        await page.getByRole('button', { name: '按建议改写' }).click();
        await expect.poll(() => page.getByLabel('做什么活').inputValue(), soon).toBe('打包发货，男女不限。');
      }
    }
    await page.getByRole('button', { name: '送审' }).click();
    await page.waitForURL('**?sent');
    await page.getByRole('button', { name: '撤回送审' }).click();
    await page.waitForURL('**/edit');

    await page.goto('/employer/candidates');
    const waiting = page.getByRole('listitem').filter({ hasText: '已投递' }).first();
    const id = await waiting.getAttribute('id');
    await waiting.getByText('不录用', { exact: true }).click();
    await waiting.getByRole('button', { name: '技能不够' }).click();
    await page.goto('/employer/candidates?all=1&page=1');
    await expect.poll(() => page.locator(`#${id}`).textContent(), soon).toContain('技能不够');

    await page.goto('/employer/orders');
    await page.getByRole('article').getByRole('link').first().click();
    await page
      .getByRole('spinbutton', { name: /的件数$/ })
      .first()
      .fill('37');
    await page.getByRole('button', { name: '保存件数' }).click();
    await page.getByText(/的件数已记下/).waitFor();
  });
});

async function register(page: Page, firm: { name: string; login: string; serial: number }) {
  await page.goto('/');
  await page.getByRole('link', { name: '我要招人' }).click();
  await page.getByLabel('单位名称').fill(firm.name);
  await page.getByLabel('统一社会信用代码').fill('91520204MA6J00001X');
  await page.getByLabel('法定代表人').fill('李文馨');
  await page.getByLabel('在哪个安置点').selectOption({ index: 1 });
  await page.getByLabel('详细地址').fill('3 栋 1 楼');
  await page.getByLabel('联系人', { exact: true }).fill('李文馨');
  await page.getByLabel('手机号').fill('13885800001');
  await page.getByLabel('登录账号').fill(firm.login);
  await page.getByLabel('密码').fill('wenxin-jiagong-1');
  await page.getByRole('button', { name: '注册' }).click();
  await page
    .getByText(/信用代码.*(不对|有误|不正确)/)
    .first()
    .waitFor();
  await picture(page, 'employer-join-w');
  await page.getByLabel('统一社会信用代码').fill(uscc('91', firm.serial));
  await page.getByRole('button', { name: '注册' }).click();
  await page.waitForURL('**/employer');
  await page.getByText('单位等待核验').waitFor();
}

/** Seven short steps; answers the vacancy's id. */
async function writePost(page: Page, title: string): Promise<string> {
  await page.getByRole('main').getByRole('link', { name: '发布岗位' }).last().click();
  await page.getByRole('button', { name: /^缝纫/ }).click();
  await page.waitForURL('**/edit*');
  const next = () => page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('岗位名称').fill(title);
  await page.getByLabel('招几个人').fill('2');
  await next();
  await page.waitForURL('**step=2');
  await page.getByLabel('做什么活').fill('平车缝校服，限女性，入职交押金 200 元。');
  // While she writes, the check answers, and what she wrote is saved.
  await page.getByText('入职交押金 200 元', { exact: true }).waitFor();
  await page.getByText('已自动保存').waitFor();
  await picture(page, 'employer-check-w');
  await page.getByRole('button', { name: '按建议改写' }).click();
  await page.getByText('检查通过').waitFor();
  expect(await page.getByLabel('做什么活').inputValue()).toBe('平车缝校服，男女不限，不收任何费用。');
  for (let step = 3; step <= 7; step += 1) {
    await next();
    await page.waitForURL(`**step=${step}`);
    if (step === 3) await page.getByLabel('最少多少元').fill('2800');
    if (step === 5) await page.getByLabel('详细地址').fill('3 栋 1 楼');
  }
  await page.getByText('求职的人看到的样子').waitFor();
  await picture(page, 'employer-preview-w');
  await page.getByRole('button', { name: '送审' }).click();
  await page.waitForURL('**?sent');
  return new URL(page.url()).pathname.split('/').at(-1) as string;
}

async function verifyAndPublish(page: Page, firm: string, post: string) {
  await page.getByRole('link', { name: '岗位审核' }).click();
  await page.getByRole('row').filter({ hasText: firm }).getByRole('link', { name: post }).click();
  // A firm nobody has looked at cannot publish: the page says so and leads there.
  await page.getByRole('link', { name: '去核验' }).click();
  await page.getByRole('button', { name: '核验通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '核验通过' }).click();
  await page.getByText('已核验', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: '岗位审核' }).click();
  await page.getByRole('row').filter({ hasText: firm }).getByRole('link', { name: post }).click();
  await page.getByRole('button', { name: '通过并发布' }).click();
  await page.waitForURL('**done=approve');
}

async function found(page: Page, words: string, firm: string): Promise<number> {
  await page.goto(`/jobs?q=${encodeURIComponent(words)}`);
  return page.getByRole('article').filter({ hasText: firm }).count();
}

/** Two questions, one a screen; answers the address of the application. */
async function answerQuestions(page: Page, share: string): Promise<string> {
  await page.getByRole('link', { name: '要投' }).click();
  await page.getByRole('button', { name: share }).click();
  await page.waitForURL('**/me/applications/*new=1');
  return new URL(page.url()).pathname;
}

async function tell(page: Page, appointment: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('时间和地点').fill(appointment);
  await dialog.getByRole('button', { name: '确定并告诉本人' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function orderPieces(page: Page, post: string) {
  await page.getByRole('link', { name: '订单板' }).click();
  await page.getByRole('link', { name: '新订单' }).click();
  const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
  const answers = {
    做什么: '小学校服',
    数量: '600',
    '单价（元）': '2.5',
    一般人一天做多少: '40',
    要几个人: '2',
    开工日: day(-1),
    交货日: day(20),
  };
  for (const [label, value] of Object.entries(answers))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('从哪个岗位招人').selectOption({ label: post });
  await page.getByRole('button', { name: '登记订单' }).click();
  await page.waitForURL(/orders\/[\da-f-]{36}/);
  expect(await page.getByRole('main').textContent()).toContain('100 元/天');
  await page.getByRole('spinbutton', { name: /的件数$/ }).fill('36');
  await page.getByRole('button', { name: '保存件数' }).click();
  await page.getByText(/的件数已记下/).waitFor();
  expect(await page.getByRole('row').last().textContent()).toContain('90');
  await picture(page, 'employer-order-w');
}
