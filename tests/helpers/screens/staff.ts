import type { Page } from 'playwright-core';
import { NOBODY, type Screen } from './screen.ts';

/** A run of the bureau and two of its households: one that got work, one that did not. */
export interface Plan {
  readonly run: string;
  readonly covered: string;
  readonly uncovered: string;
}

export const bureauScreens = ({ run, covered, uncovered }: Plan): readonly Screen[] => {
  const household = (id: string) => `/bureau/runs/${run}/households/${id}`;
  return [
    { route: '/bureau' },
    { route: '/bureau', state: 'outside', path: '/bureau?region=520201' },
    { route: '/bureau/imports' },
    { route: '/bureau/imports', state: 'refused', act: uploadInVain },
    { route: '/bureau/imports/[batch]', via: '/bureau/imports' },
    { route: '/bureau/imports/[batch]', state: 'gone', path: `/bureau/imports/${NOBODY}` },
    { route: '/bureau/runs' },
    { route: '/bureau/runs/[run]', path: `/bureau/runs/${run}` },
    { route: '/bureau/runs/[run]', state: 'covered', path: `/bureau/runs/${run}?outcome=covered` },
    { route: '/bureau/runs/[run]', state: 'empty', path: `/bureau/runs/${run}?q=nobody` },
    { route: '/bureau/runs/[run]/households/[household]', path: household(covered) },
    { route: '/bureau/runs/[run]/households/[household]', state: 'uncovered', path: household(uncovered) },
    { route: '/bureau/employers' },
    { route: '/bureau/employers/[employer]', via: '/bureau/employers' },
    { route: '/bureau/reviews' },
    { route: '/bureau/reviews/[vacancy]', via: '/bureau/reviews' },
    { route: '/bureau/reviews/[vacancy]', state: 'gone', path: `/bureau/reviews/${NOBODY}` },
    { route: '/bureau/providers' },
    { route: '/bureau/training' },
    { route: '/bureau/taxonomy' },
    { route: '/bureau/notices' },
    { route: '/bureau/vouchers' },
    { route: '/bureau/training/households/[household]', path: `/bureau/training/households/${covered}` },
  ];
};

/** Somebody who looks for work, and a post to put to them. */
export interface Door {
  readonly household: string;
  readonly person: string;
  readonly vacancy: string;
}

/** What a grid worker carries from door to door. */
export const gridScreens = ({ household, person, vacancy }: Door): readonly Screen[] => {
  const home = `/bureau/families/${household}`;
  const ask = `${home}/${person}/${vacancy}`;
  const route = '/bureau/families/[household]/[person]/[vacancy]';
  return [
    { route: '/bureau/tasks' },
    { route: '/bureau/families' },
    { route: '/bureau/families', state: 'nobody', path: '/bureau/families?q=nobody' },
    { route: '/bureau/families/[household]', path: home },
    { route: '/bureau/families/[household]', state: 'said', path: `${home}?said=counted` },
    { route: '/bureau/families/[household]', state: 'gone', path: `/bureau/families/${NOBODY}` },
    { route, path: ask },
    { route, state: 'yes', path: `${ask}#yes` },
    { route, state: 'no', path: `${ask}#no` },
  ];
};

/** A county where nobody has uploaded or matched anything. */
export const idleBureauScreens: readonly Screen[] = [
  { route: '/bureau', state: 'empty' },
  { route: '/bureau/imports', state: 'empty' },
  { route: '/bureau/runs', state: 'empty' },
];

export const employerScreens: readonly Screen[] = [
  { route: '/employer' },
  { route: '/employer/candidates' },
  { route: '/employer/orders' },
  { route: '/employer/orders/new' },
  { route: '/employer/orders/[order]', via: '/employer/orders' },
  { route: '/employer/profile' },
  { route: '/employer/notices' },
  { route: '/employer/training' },
  { route: '/employer/vacancies' },
  { route: '/employer/vacancies/new' },
  { route: '/employer/vacancies/[vacancy]', via: '/employer/vacancies' },
  { route: '/employer/vacancies/[vacancy]', state: 'gone', path: `/employer/vacancies/${NOBODY}` },
  { route: '/employer/vacancies/[vacancy]/edit', path: '/employer/vacancies/new', act: startDraft },
];

/** An employer that has just registered. */
export const newEmployerScreens: readonly Screen[] = [
  { route: '/employer', state: 'empty' },
  { route: '/employer/candidates', state: 'empty' },
  { route: '/employer/orders', state: 'empty' },
  { route: '/employer/vacancies', state: 'empty' },
];

/** A provider's desk with a class that runs. */
export const providerScreens = (one: string): readonly Screen[] => [
  { route: '/provider' },
  { route: '/provider/classes' },
  { route: '/provider/classes/new' },
  { route: '/provider/classes/[class]', path: `/provider/classes/${one}` },
  { route: '/provider/classes/[class]', state: 'gone', path: `/provider/classes/${NOBODY}` },
  { route: '/provider/classes/[class]/edit', path: `/provider/classes/${one}/edit` },
  { route: '/provider/classes/[class]/posts', path: `/provider/classes/${one}/posts` },
  { route: '/provider/classes/[class]/roll', path: `/provider/classes/${one}/roll` },
  { route: '/provider/classes/[class]/code', path: `/provider/classes/${one}/code` },
  { route: '/provider/courses' },
  { route: '/provider/courses/new' },
  { route: '/provider/courses/[course]', via: '/provider/courses' },
  { route: '/provider/demand' },
  { route: '/provider/notices' },
  { route: '/provider/profile' },
];

/** A school that has not registered yet. */
export const newProviderScreens: readonly Screen[] = [
  { route: '/provider', state: 'empty' },
  { route: '/provider/classes', state: 'empty' },
  { route: '/provider/courses', state: 'empty' },
  { route: '/provider/profile', state: 'empty' },
];

async function uploadInVain(page: Page): Promise<void> {
  const file = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('not a ledger') };
  await page.getByLabel('劳动力就业台账').setInputFiles(file);
  await page.getByRole('button', { name: '上传并试读' }).click();
  await page.getByRole('alert').waitFor();
}

async function startDraft(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button').first().click();
  await page.waitForURL(/\/edit/);
}
