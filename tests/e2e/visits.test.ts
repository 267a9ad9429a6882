import { inArray } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Family } from '#contract/routes/families.ts';
import { inviteKey } from '#drizzle/queries/employerOverview.ts';
import { audit } from '#drizzle/schema/index.ts';
import { launchBrowser, openPage, picture, signIn } from '../helpers/browser.ts';
import { makeSeeker } from '../helpers/screens/person.ts';
import { NOBODY } from '../helpers/screens/screen.ts';
import { withDb } from '../helpers/screens/withDb.ts';
import { signedIn } from '../helpers/signedIn.ts';
import { demoGrid, plantTask } from '../helpers/visits.ts';

/** A grid worker at a door, with a phone in one hand: what the person says to a post is kept with a tap. */

const product = inject('product');
const phone = { viewport: { width: 360, height: 740 } };

describe.runIf(product)('the visit', () => {
  const { web, api, database } = product!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('from the list of families to a refusal with its reason, and to a yes', async () => {
    const { household, login, password } = await makeSeeker(database);
    const { page, complaints } = await openPage(browser, web, phone);
    await signIn(page, 'wanggeyuan');
    await page.getByText('菜单').click();
    await page.getByRole('link', { name: '入户', exact: true }).filter({ visible: true }).click();
    await page.waitForURL('**/bureau/families');
    const worker = await signedIn(api, 'wanggeyuan');
    const { number } = await worker.ask<{ number: string }>(`/api/families/${household}`);
    await page.getByLabel('户编号或户主姓名').fill(number);
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('link', { name: new RegExp(number) }).click();
    await page.waitForURL(`**/families/${household}`);
    await picture(page, 'visit-family-n');

    const posts = page.getByRole('region', { name: /推荐给陆\*芳的岗位/ });
    const refused = (await posts.getByRole('listitem').first().getByRole('link').first().textContent()) ?? '';
    await posts.getByRole('link', { name: '问本人愿不愿意' }).first().click();
    await page.getByRole('heading', { name: '陆*芳愿意去吗？' }).waitFor();
    await picture(page, 'visit-ask-n');
    const declined = page.url();
    await page.getByRole('link', { name: '不去' }).click();
    await page.getByRole('heading', { name: '为什么不去？' }).waitFor();
    await picture(page, 'visit-why-n');
    await page.getByRole('button', { name: '要照看家人' }).click();
    await page.getByText('理由正当，不算谢绝').waitFor();
    const said = page.getByRole('region', { name: '陆*芳答过的推荐' });
    expect(await said.textContent()).toContain('不去：要照看家人');
    expect(await said.textContent()).toContain(refused);
    await page.getByText('无正当理由谢绝合适岗位：0 次').waitFor();
    await page.goto(declined);
    await page.getByText('不去：要照看家人').waitFor();
    expect(await page.getByRole('link', { name: '不去', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: '改主意了，愿意去' }).waitFor();
    await picture(page, 'visit-asked-again-n');
    await page.getByRole('link', { name: '看这一户' }).click();

    await posts.getByRole('link', { name: '问本人愿不愿意' }).first().click();
    await page.getByRole('link', { name: '愿意去' }).click();
    await page.getByLabel('本人同意让单位看姓名和电话').check();
    await picture(page, 'visit-yes-n');
    await page.getByRole('button', { name: '替本人投递' }).click();
    await page.getByText('已替本人投递').waitFor();
    await picture(page, 'visit-said-n');

    // She sees what was done for her, and may object.
    const { page: seeker } = await openPage(browser, web, phone);
    await signIn(seeker, login, password);
    await seeker.goto('/me/applications');
    await seeker.getByText('工作人员推荐').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('without a network an answer and a finished matter wait on the phone, and go out exactly once', async () => {
    const { person, household } = await makeSeeker(database);
    const worker = await signedIn(api, 'wanggeyuan');
    const { items } = await worker.ask<{ items: { id: string }[] }>(`/api/persons/${person}/posts`);
    const ask = `/bureau/families/${household}/${person}/${items[0]?.id}`;
    const matter = await withDb(database, async (db) =>
      plantTask(db, await demoGrid(db), { person, text: '上岗一个月，请回访' }),
    );
    const { page, context, complaints } = await openPage(browser, web, phone);
    await signIn(page, 'wanggeyuan');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    for (const path of [`/bureau/families/${household}`, ask]) {
      await page.goto(path);
      const isKept = `caches.match(${JSON.stringify(path)}).then(Boolean)`;
      await expect.poll(() => page.evaluate(isKept), { timeout: 10_000 }).toBe(true);
    }

    await page.getByRole('button', { name: /^听/ }).waitFor(); // scripts have come: the voice is ready
    await context.setOffline(true);
    await page.getByRole('link', { name: '不去' }).click();
    await page.getByRole('button', { name: '离家太远' }).click();
    await page.getByText('还没送到').waitFor();
    await picture(page, 'visit-offline-answer-n');
    await page.getByRole('link', { name: '看这一户' }).click();
    await page.getByRole('heading', { name: /家$/, level: 1 }).waitFor();
    await page.getByRole('button', { name: '办好了' }).click();
    await page.getByLabel('写一句结果').fill('上门看过，做得好');
    await page.getByRole('button', { name: '记下' }).click();
    // Each is said above and in its own place, where nothing is asked again.
    await expect.poll(() => page.getByText('还没送到').count()).toBe(4);
    expect(await page.getByRole('button', { name: '办好了' }).count()).toBe(0);
    await picture(page, 'visit-offline-family-n');

    // A second page of the same phone sends too when the network comes back.
    const second = await context.newPage();
    await second.goto(ask);
    await second.getByText('还没送到').first().waitFor();
    await context.setOffline(false);
    await Promise.all(
      [page, second].map((one) =>
        expect.poll(() => one.getByRole('status').filter({ hasText: '已送到' }).count()).toBe(2),
      ),
    );
    await picture(page, 'visit-sent-n');
    const family = await worker.ask<Family>(`/api/families/${household}`);
    expect(family.members.flatMap(({ referrals }) => referrals)).toMatchObject([
      { answer: 'no', words: '离家太远' },
    ]);
    expect(family.tasks).toEqual([]);
    const acts = await withDb(database, (db) =>
      db
        .select()
        .from(audit)
        .where(inArray(audit.subjectId, [person, matter.id])),
    );
    expect(acts.map(({ action }) => action).sort()).toEqual(['referral.declined', 'task.done']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('without scripts, from what waits: an employer asked, the answer closes the matter', async () => {
    const { person, household } = await makeSeeker(database);
    const worker = await signedIn(api, 'wanggeyuan');
    const { items } = await worker.ask<{ items: { id: string }[] }>(`/api/persons/${person}/posts`);
    const post = items[0]?.id ?? NOBODY;
    await withDb(database, async (db) =>
      plantTask(db, await demoGrid(db), {
        kind: 'invitation',
        person,
        subjectId: post,
        text: '单位想请本人来，请问问愿不愿意',
        dedupe: inviteKey(post, person),
      }),
    );

    const { page } = await openPage(browser, web, { javaScriptEnabled: false });
    await signIn(page, 'wanggeyuan');
    await page.goto('/bureau/tasks');
    const ask = page.locator(`a[href="/bureau/families/${household}/${person}/${post}"]`);
    await ask.waitFor();
    await picture(page, 'visit-tasks-w');
    await ask.click();
    await page.getByRole('link', { name: '不去' }).click();
    await page.getByRole('button', { name: '怕做不来' }).click();
    await page.getByText('以后不再推荐这个岗位').waitFor();
    await page.goto('/bureau/tasks');
    expect(await ask.count()).toBe(0);
  });
});
