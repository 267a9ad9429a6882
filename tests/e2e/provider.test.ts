import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';
import { makeSeeker } from '../helpers/screens/person.ts';
import { SETTLEMENT } from '../helpers/seekerPages.ts';
import { signedIn } from '../helpers/signedIn.ts';

/** A school's work through the real parts: from the demand that is proved to the voucher that is paid. */

const product = inject('product');
/** For what another process has to do first. */
const soon = { timeout: 10_000 };
/** What the courses of this file teach. */
const OCCUPATION = '抽纱刺绣工';
const phone = { viewport: { width: 360, height: 740 } };

describe.runIf(product)('the provider', () => {
  const { web, api, database } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('the demand board says at first start which class covers how many households, and opens it', async () => {
    const { page, complaints } = await openPage(browser, web);
    await signIn(page, 'peixun');
    await expect
      .poll(() => page.goto('/provider/demand').then(() => page.getByRole('article').count()), {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    const first = page
      .getByRole('article')
      .filter({ hasText: '缝纫工' })
      .filter({ hasText: '门已发布的课' })
      .first();
    expect(Number(/多帮 (\d+) 户/.exec((await first.textContent()) ?? '')?.[1])).toBeGreaterThanOrEqual(1);
    expect(await first.getByRole('link', { name: /顾家班/ }).count()).toBeGreaterThan(0);
    await picture(page, 'provider-demand-w');
    await first.getByRole('link', { name: /开.*班/ }).click();
    await page.waitForURL(/\/classes\/new\?.*settlement=/);
    expect(complaints).toEqual([]);
  });

  test('from a new course to a paid voucher: a queue, a code to sign in with, a result, a certificate', {
    timeout: 120_000,
  }, async () => {
    const [other, learner] = [await makeSeeker(database), await makeSeeker(database)];
    const course = `绣花入门${other.login.slice(-4)}`;
    const { page: school, complaints } = await openPage(browser, web);
    await signIn(school, 'peixun');
    await publishCourse(school, course);
    const id = await openClass(school, { course, seats: 1 });

    // Somebody takes the only seat, so that she has to wait, and leaves it to her.
    const first = await signedIn(api, other.login, other.password);
    await first.post(`/api/classes/${id}/enrolments`, {});
    const { page: me } = await openPage(browser, web, phone);
    await signIn(me, learner.login, learner.password);
    await me.goto('/courses');
    await me.getByRole('link', { name: course }).click();
    await me.locator(`button[value="${id}"]`).click();
    await me.waitForURL('**/me/classes*');
    await me.getByText('第 1 位').waitFor();
    await picture(me, 'provider-waiting-n');
    await school.goto(`/provider/classes/${id}`);
    await act(school, true, '退出', '退出');
    await expect.poll(() => me.goto('/me/classes').then(() => me.getByText('第 1 位').count()), soon).toBe(0);

    // Staff pay: the voucher's number is on her file, and the school takes it.
    const { page: staff } = await openPage(browser, web);
    await signIn(staff, 'liupanshui');
    await staff.goto(`/bureau/training/households/${learner.household}`);
    await staff.getByRole('button', { name: '发培训券' }).first().click();
    const box = staff.locator('dialog[open]');
    await box.getByLabel('工种').selectOption({ label: OCCUPATION });
    await box.getByLabel('等级').selectOption({ label: '初级（五级）' });
    await box.getByRole('button', { name: '发培训券' }).click();
    const issued = staff.getByText(/^[0-9A-Z]{10} · 1,200 元$/);
    const [code = ''] = ((await issued.textContent()) ?? '').split(' ');
    await school.goto(`/provider/classes/${id}`);
    await act(school, true, '用券', '抵学费', code);
    await school.getByText(code).waitFor();

    await school.getByRole('button', { name: '开课' }).click();
    await school.getByText('开课中', { exact: true }).first().waitFor();
    await school.goto(`/provider/classes/${id}/code`);
    const shown = school.getByRole('img', { name: '签到二维码' });
    expect(await shown.locator('path').getAttribute('d')).toMatch(/^M\d/);
    await picture(school, 'provider-code-w');
    const held = await school.request.get(`/provider/classes/${id}/code/__data.json`);
    await me.goto(/\/attend\/[\da-f-]+\?code=[^"\\]+/.exec(await held.text())?.[0] ?? '');
    await me.getByRole('button', { name: '签到' }).click();
    await me.getByText(course).first().waitFor();
    await school.goto(`/provider/classes/${id}/roll`);
    await school.getByText('扫码').first().waitFor();

    await school.goto(`/provider/classes/${id}`);
    await act(school, true, '考核', '记下结果');
    await school.getByText('已合格', { exact: true }).first().waitFor();
    const number = `E2E-${id.slice(0, 8)}`;
    await act(school, true, '发证', '发证并记入技能', number);
    await school.getByText(number).waitFor();
    await picture(school, 'provider-certificate-w');
    await me.goto('/me/classes');
    await me.getByText('已合格').waitFor();
    await picture(me, 'provider-passed-n');

    await staff.goto('/bureau/vouchers?status=claimed');
    const row = staff.getByRole('row').filter({ hasText: code });
    await row.getByRole('button', { name: '核销' }).click();
    await expect.poll(() => row.count(), soon).toBe(0);
    await staff.goto('/bureau/vouchers?status=verified');
    await row.getByRole('link').click();
    await staff.waitForURL(`**/households/${learner.household}`);
    expect(await staff.getByRole('main').textContent()).toContain(number);
    await picture(staff, 'provider-file-w');
    expect(complaints).toEqual([]);
  });

  test('without scripts: a course, a class, a learner on the roll and assessed', async () => {
    const learner = await makeSeeker(database);
    const course = `绣花进阶${learner.login.slice(-4)}`;
    const { page } = await openPage(browser, web, { javaScriptEnabled: false });
    await signIn(page, 'peixun');
    await publishCourse(page, course);
    const id = await openClass(page, { course, seats: 18 });
    const me = await signedIn(api, learner.login, learner.password);
    await me.post(`/api/classes/${id}/enrolments`, {});
    await page.goto(`/provider/classes/${id}`);
    await page.getByRole('button', { name: '开课' }).click();
    await page.getByText('开课中', { exact: true }).first().waitFor();
    await page.goto(`/provider/classes/${id}/roll`);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '保存点名' }).click();
    await page.getByText('已保存').waitFor();
    await page.goto(`/provider/classes/${id}`);
    await act(page, false, '考核', '记下结果');
    await page.getByText('已合格', { exact: true }).first().waitFor();
  });
});

/** Writes a course nobody else has, and publishes it. */
async function publishCourse(page: Page, title: string): Promise<void> {
  await page.goto('/provider/courses/new');
  await page.getByLabel('课程名称').fill(title);
  await page.getByLabel('教哪个职业').selectOption({ label: OCCUPATION });
  await page.getByLabel('教什么').fill('从穿针到绣一朵完整的花，包教会。');
  await page.getByLabel('课时').fill('40');
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL('**/provider/courses');
  const row = page.getByRole('row').filter({ hasText: title });
  await row.getByRole('button', { name: '发布' }).click();
  await row.getByText('已发布').waitFor();
}

/** Four steps, a promise for the first post there is, and the class takes names; answers its id. */
async function openClass(page: Page, { course, seats }: { course: string; seats: number }): Promise<string> {
  const day = (after: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + after * 86_400_000);
  const next = () => page.getByRole('button', { name: '下一步' }).click();
  await page.goto('/provider');
  await page.getByRole('link', { name: '开一个班' }).click();
  await page.getByLabel(course).check();
  await next();
  // What is typed wrong is said at once, beside the field.
  await page.getByLabel('开课日期').fill(day(0));
  await page.getByLabel('结业日期').fill(day(-1));
  await next();
  await page.getByText('结业不能早于开课').waitFor();
  expect(await page.getByLabel('结业日期').inputValue()).toBe(day(-1));
  await picture(page, `provider-times-${seats}-w`);
  await page.getByLabel('结业日期').fill(day(11));
  await next();
  await page.getByLabel('在哪个安置点').selectOption({ value: SETTLEMENT });
  await page.getByLabel('上课地点').fill('社区二楼');
  await page.getByRole('spinbutton', { name: '名额' }).fill(String(seats));
  await next();
  await page.getByRole('button', { name: '建好这个班' }).click();
  await page.waitForURL('**/posts');
  await page
    .getByLabel(/给学员留几个/)
    .first()
    .fill('1');
  await page.getByRole('button', { name: '记下' }).first().click();
  await expect.poll(() => page.getByRole('link', { name: /定好的岗位.*1/ }).count(), soon).toBe(1);
  await picture(page, `provider-posts-${seats}-w`);
  const id = page.url().split('/').at(-2) as string;
  await page.goto(`/provider/classes/${id}`);
  await page.getByRole('button', { name: '开始报名' }).click();
  await page.getByText('报名中', { exact: true }).first().waitFor();
  return id;
}

/** Opens the first box of this name, a dialog or without scripts a disclosure, fills in what it asks and sends it. */
async function act(page: Page, scripts: boolean, open: string, send: string, answer?: string) {
  const opener = scripts
    ? page.getByRole('button', { name: open, exact: true })
    : page.locator(`summary:text-is("${open}")`);
  await opener.first().click();
  const box = page.locator(scripts ? 'dialog[open]' : 'details[open]').first();
  if (answer !== undefined) await box.getByRole('textbox').first().fill(answer);
  await box.getByRole('button', { name: send }).click();
}
