import { randomUUID } from 'node:crypto';
import type { CourseDetail } from '#contract/routes/courses.ts';
import type { VacancyPage } from '#contract/routes/vacancies.ts';
import { PASSWORD as password, plantAccount, plantHousehold } from '../plant.ts';
import { SETTLEMENT } from '../seekerPages.ts';
import { signedIn } from '../signedIn.ts';
import { demoGrid } from '../visits.ts';
import { NOBODY } from './screen.ts';
import type { Things } from './seeker.ts';
import { withDb } from './withDb.ts';

type Items<T> = { readonly items: readonly T[] };

/** A family of its own with one who seeks: what happens to her happens to no other test. */
export async function makeSeeker(database: string) {
  return withDb(database, async (db) => {
    const spot = { settlement: SETTLEMENT, grid: await demoGrid(db) };
    const own = randomUUID().slice(0, 8);
    const members: Parameters<typeof plantHousehold>[2] = [
      { name: '陆小芳', sex: '2', skills: ['6-05-01-03'], careKind: 'child' },
      { name: '陆小宝', relation: 'child', birthDate: '2017-03-01', capacity: 'none' },
    ];
    const { household, people } = await plantHousehold(db, spot, members, { number: `P-${own}` });
    const person = people[0]!.id;
    const { login } = await plantAccount(db, 'seeker', SETTLEMENT, { person, login: `seeker-${own}` });
    return { login, password, person, household: household.id };
  });
}

/** Somebody to whom things have happened: she has applied, once through a counsellor, and learns something. */
export async function makePerson(api: string, database: string) {
  const { login, person } = await makeSeeker(database);
  const [me, counsellor] = await Promise.all([signedIn(api, login, password), signedIn(api, 'zhidaoyuan')]);
  const { items } = await me.ask<VacancyPage>(`/api/vacancies?size=4&q=包装&from=${SETTLEMENT}`);
  const [vacancy = NOBODY, own, other] = items.map(({ id }) => id);
  const courses = await me.ask<Items<{ id: string }>>(`/api/courses?from=${SETTLEMENT}`);
  const course = await me.ask<CourseDetail>(`/api/courses/${courses.items[0]?.id}`);
  const one = course.classes[0]?.id ?? NOBODY;
  await me.post('/api/applications', { vacancy: own, contactShared: true });
  await me.post(`/api/classes/${one}/enrolments`, {});
  await counsellor.post(`/api/persons/${person}/applications`, { vacancy: other, authority: 'phone' });
  const things: Things = { home: SETTLEMENT, vacancy, class: one };
  return { login, password, things };
}
