import type { Browser, Page } from 'playwright-core';
import { openPage, signIn } from './browser.ts';

/** 以朵, where the demo's seeker lives. */
export const SETTLEMENT = '52020400700101';

/** Signs in as the demo's seeker; nothing but the sign-in itself is ever typed. */
export const signInSeeker = (page: Page): Promise<void> => signIn(page, 'qiuzhizhe');

/** A browser that has been made a kiosk of the settlement, on its attract screen. */
export async function openKiosk(browser: Browser, web: string, options: { clock?: boolean } = {}) {
  const opened = await openPage(browser, web, {
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
  });
  const { page } = opened;
  if (options.clock) await page.clock.install();
  await page.goto('/kiosk');
  await page.getByRole('combobox').selectOption(SETTLEMENT);
  await page.getByRole('button', { name: '设为自助机' }).click();
  await page.getByRole('link', { name: /点一下开始/ }).waitFor();
  return opened;
}

/** A vacancy the search finds, as the API gives it. */
export async function someVacancy(api: string, q = '缝纫'): Promise<{ id: string; title: string }> {
  const answer = await fetch(`${api}/api/vacancies?size=1&q=${encodeURIComponent(q)}`);
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  return items[0]!;
}
