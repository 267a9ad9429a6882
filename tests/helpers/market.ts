import { eq } from 'drizzle-orm';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { marketPolicySeeds, policySeeds } from '../../seed/reference/policies.ts';
import type { TestApi } from './api.ts';
import { places, plantAccount, plantHousehold, plantVacancy } from './plant.ts';

/** What the market reads of a place: dated numbers as the demo has them, and the way within each settlement. */
export async function plantMarket(db: Db): Promise<void> {
  await db.insert(schema.policy).values([...policySeeds, ...marketPolicySeeds]);
  const within = [places.own, places.other].map(({ settlement }) => ({
    from: settlement,
    to: settlement,
    minutes: 8,
  }));
  await db.insert(schema.travel).values(within).onConflictDoNothing();
}

type EmployerValues = Partial<typeof schema.employer.$inferInsert>;
type VacancyValues = Partial<typeof schema.vacancy.$inferInsert>;

/** A verified employer at a settlement, an account that acts for it, and its Authorization header. */
export async function plantFirm(
  api: TestApi,
  settlement: string = places.own.settlement,
  values: EmployerValues = {},
) {
  const { employer, vacancy } = await plantVacancy(api.db, settlement, {
    contact: '李经理',
    phone: '13800001111',
  });
  await api.db.delete(schema.vacancy).where(eq(schema.vacancy.id, vacancy.id));
  await api.db
    .update(schema.employer)
    .set({ contact: '李经理', phone: '13800001111', address: '安置点 1 号楼', ...values })
    .where(eq(schema.employer.id, employer.id));
  const account = await plantAccount(api.db, 'employer', settlement, { employer: employer.id });
  return { employer, account, bearer: await api.signIn(account.login) };
}

/** One more vacancy of an employer. */
export async function plantPost(db: Db, employer: string, settlement: string, values: VacancyValues = {}) {
  const { vacancy, employer: other } = await plantVacancy(db, settlement, values);
  await db.update(schema.vacancy).set({ employer }).where(eq(schema.vacancy.id, vacancy.id));
  await db.delete(schema.employer).where(eq(schema.employer.id, other.id));
  return { ...vacancy, employer };
}

/** Somebody who looks for work, with an account of their own. */
export async function plantSeeker(api: TestApi, spot: { settlement: string; grid: string } = places.own) {
  const { people } = await plantHousehold(api.db, spot, [{ name: '陆小芳', skills: ['6-05-01-03'] }]);
  const account = await plantAccount(api.db, 'seeker', spot.settlement, { person: people[0]!.id });
  return { person: people[0]!, account, bearer: await api.signIn(account.login) };
}

/** Calls the API as somebody; an object body makes it a POST. */
export const callAs = (api: TestApi, bearer: string) => ({
  get: (url: string) => api.http().get(url).set('authorization', bearer),
  post: (url: string, body: object = {}, headers: Record<string, string> = {}) =>
    api.http().post(url).set('authorization', bearer).set(headers).send(body),
  patch: (url: string, body: object) => api.http().patch(url).set('authorization', bearer).send(body),
});
