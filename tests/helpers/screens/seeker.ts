import type { Page } from 'playwright-core';
import { NOBODY, type Screen } from './screen.ts';

export interface Things {
  /** a settlement to leave from */
  readonly home: string;
  readonly vacancy: string;
  /** one that seats are left in */
  readonly class: string;
}

/** Pages everybody may open. */
export const publicScreens = ({ home, vacancy }: Things): readonly Screen[] => [
  { route: '/(public)' },
  { route: '/(public)', state: 'nowhere', path: '/nowhere' },
  { route: '/(public)/jobs' },
  { route: '/(public)/jobs', state: 'filters', path: `/jobs?q=fengren&care=true&from=${home}` },
  { route: '/(public)/jobs', state: 'widened', path: '/jobs?q=宇航员' },
  { route: '/(public)/jobs/[vacancy]', path: `/jobs/${vacancy}?from=${home}` },
  { route: '/(public)/jobs/[vacancy]', state: 'gone', path: `/jobs/${NOBODY}` },
  { route: '/(public)/jobs/[vacancy]/receipt', path: `/jobs/${vacancy}/receipt` },
  { route: '/(public)/jobs/[vacancy]/report', path: `/jobs/${vacancy}/report` },
  { route: '/(public)/courses', path: `/courses?from=${home}` },
  { route: '/(public)/courses', state: 'empty', path: '/courses?q=宇航员' },
  { route: '/(public)/courses/[course]', via: '/courses' },
  { route: '/(public)/courses/[course]', state: 'gone', path: `/courses/${NOBODY}` },
  { route: '/(public)/ask' },
  { route: '/(public)/ask', state: 'called', act: callHelp },
  { route: '/(public)/take', path: `/take?path=/jobs/${vacancy}` },
];

/** Where one signs in or registers: never needed on a kiosk before one's own pages. */
export const doorScreens: readonly Screen[] = [
  { route: '/(public)/login' },
  { route: '/(public)/login', state: 'own', path: '/login?to=/me' },
  { route: '/(public)/login', state: 'refused', act: signInInVain },
  { route: '/(public)/join' },
];

/** Pages of a person to whom something has happened already. */
export const personScreens = ({ vacancy, class: id }: Things): readonly Screen[] => [
  { route: '/(seeker)/me' },
  { route: '/(seeker)/me/jobs' },
  { route: '/(seeker)/me/applications' },
  { route: '/(seeker)/me/applications/[application]', via: '/me/applications' },
  { route: '/(seeker)/me/applications/[application]', state: 'gone', path: `/me/applications/${NOBODY}` },
  { route: '/(seeker)/me/skills' },
  { route: '/(seeker)/me/family' },
  { route: '/(seeker)/me/classes' },
  { route: '/(seeker)/me/notices' },
  { route: '/(seeker)/me/searches', path: '/me/searches?q=保洁' },
  { route: '/(seeker)/me/searches/[search]', path: `/me/searches/${NOBODY}`, state: 'gone' },
  { route: '/(seeker)/apply/[vacancy]', path: `/apply/${vacancy}` },
  { route: '/(seeker)/apply/[vacancy]', state: 'second', path: `/apply/${vacancy}?step=2` },
  { route: '/(seeker)/apply/[vacancy]', state: 'gone', path: `/apply/${NOBODY}` },
  { route: '/attend/[class]', path: `/attend/${id}?code=0` },
  { route: '/attend/[class]', state: 'refused', path: `/attend/${id}?code=0`, act: checkInInVain },
];

/** The same pages for somebody to whom nothing has happened. */
export const newcomerScreens: readonly Screen[] = [
  { route: '/(seeker)/me/jobs', state: 'newcomer' },
  { route: '/(seeker)/me/applications', state: 'empty' },
  { route: '/(seeker)/me/family', state: 'empty' },
  { route: '/(seeker)/me/classes', state: 'empty' },
  { route: '/(seeker)/me/notices', state: 'empty' },
];

async function signInInVain(page: Page): Promise<void> {
  await page.getByLabel('账号').fill('nobody');
  await page.getByLabel('密码').fill('wrong-password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

async function callHelp(page: Page): Promise<void> {
  const where = page.getByRole('main').getByRole('combobox');
  if (await where.isVisible()) await where.selectOption({ index: 1 });
  await page.getByRole('main').getByRole('button', { name: '叫人来', exact: true }).click();
  await page.getByText(/叫到了|刚才已经叫过/).waitFor();
}

async function checkInInVain(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签到' }).click();
  await page.getByRole('alert').waitFor();
}
