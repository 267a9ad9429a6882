import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantHousehold, plantVacancy, spotOf, type Where } from './plant.ts';

type VacancyValues = Partial<typeof schema.vacancy.$inferInsert>;

/**
 * How the access matrix names things of the market. For an employer `own` is what its account acts for, for a
 * seeker what the account's person did, for staff what lies in their county.
 */
export function marketTargets(db: () => Db, accountOf: (role: Role) => string) {
  /** A vacancy, its employer being the account's when it is the own one. */
  async function planted(where: Where, values: VacancyValues = {}) {
    const made = await plantVacancy(db(), spotOf(where).settlement, {
      contact: '李经理',
      phone: '13800001111',
      content: '缝制校服,新手有师傅带教。',
      ...values,
    });
    if (where === 'own') {
      await db()
        .update(schema.account)
        .set({ employer: made.employer.id })
        .where(eq(schema.account.id, accountOf('employer')));
    }
    return made;
  }

  const vacancy =
    (values: VacancyValues, body: object = {}) =>
    async (where: Where) => {
      if (where === 'absent') return { params: { vacancy: randomUUID() }, body };
      const { vacancy } = await planted(where, values);
      return { params: { vacancy: vacancy.id }, body };
    };

  async function somebody(where: Where) {
    const { people } = await plantHousehold(db(), spotOf(where));
    if (where === 'own') {
      await db()
        .update(schema.account)
        .set({ person: people[0]!.id })
        .where(eq(schema.account.id, accountOf('seeker')));
    }
    return people[0]!.id;
  }

  const application =
    (body: object = {}, values: Partial<typeof schema.application.$inferInsert> = {}) =>
    async (where: Where) => {
      if (where === 'absent') return { params: { application: randomUUID() }, body };
      const { vacancy } = await planted(where);
      const [row] = await db()
        .insert(schema.application)
        .values({
          person: await somebody(where),
          vacancy: vacancy.id,
          status: 'recommended',
          source: 'self',
          ...values,
        })
        .returning();
      if (values.source === 'assisted') {
        await db()
          .insert(schema.assistedAction)
          .values({
            person: row!.person,
            actor: accountOf('grid_worker'),
            authority: 'spoken',
            action: 'apply',
            subjectId: row!.id,
          });
      }
      return { params: { application: row!.id }, body };
    };

  const person = (body: object) => async (where: Where) => {
    const { vacancy } = await plantVacancy(db(), places.own.settlement);
    const id = where === 'absent' ? randomUUID() : await somebody(where);
    return { params: { person: id }, body: { ...body, vacancy: vacancy.id } };
  };

  const employer =
    (body: object = {}, query: Record<string, string> = {}) =>
    async (where: Where) => {
      if (where === 'absent') return { params: { employer: randomUUID() }, body, query };
      const { employer } = await plantVacancy(db(), spotOf(where).settlement);
      return { params: { employer: employer.id }, body, query };
    };

  const order =
    (body: object = {}) =>
    async (where: Where) => {
      const params = { order: randomUUID() as string, day: '2026-06-02' };
      if (where === 'absent') return { params, body };
      const { employer } = await planted(where);
      const [row] = await db()
        .insert(schema.workOrder)
        .values({
          employer: employer.id,
          product: '校服',
          quantity: 100,
          unit: '件',
          rateFen: 200,
          piecesPerDay: 40,
          workers: 3,
          startsOn: '2026-06-01',
          dueOn: '2026-12-30',
          status: 'open',
        })
        .returning();
      return { params: { ...params, order: row!.id }, body };
    };

  async function suggested(where: Where) {
    const { params } = await vacancy({})(where);
    const { people } = await plantHousehold(db(), spotOf(where), [{ skills: ['6-05-01-03'] }]);
    return { params: { ...params, person: people[0]!.id } };
  }

  const draft = { status: 'draft' } as const;
  const waiting = { status: 'in_review' } as const;
  return {
    'ownVacancies.detail': vacancy({}),
    'ownVacancies.update': vacancy(draft, { version: 1, fields: { title: '平车工' } }),
    'ownVacancies.submit': vacancy(draft, { version: 1 }),
    'ownVacancies.recall': vacancy(waiting),
    'ownVacancies.pause': vacancy({}),
    'ownVacancies.resume': vacancy({ status: 'paused' }),
    'ownVacancies.revise': vacancy({}),
    'ownVacancies.close': vacancy({}),
    'ownVacancies.repost': vacancy({ status: 'closed' }),
    'reviews.detail': vacancy(waiting),
    'reviews.approve': vacancy(waiting, { version: 1 }),
    'reviews.return': vacancy(waiting, { version: 1, note: '请写清工资' }),
    'applications.withdraw': application(),
    'applications.contact': application({ shared: true }),
    'applications.object': application({ words: '我没有说过' }, { source: 'assisted' }),
    'applications.assist': person({ authority: 'spoken' }),
    'applications.refer': person({ answer: 'no', reason: 'care' }),
    'hiring.suggestions': vacancy({}),
    'hiring.invite': suggested,
    'hiring.contact': application(),
    'hiring.interview': application({ appointment: '周一 9:00' }),
    'hiring.trial': application({ appointment: '周一 9:00' }),
    'hiring.pool': application(),
    'hiring.refuse': application({ reason: 'skill' }),
    'hiring.hire': application(),
    'hiring.opinion': application({ opinion: 'suitable' }),
    'hiring.reveal': application({}, { contactShared: true }),
    'employers.detail': employer(),
    'employers.verify': employer(),
    'employers.suspend': employer({ reason: '拖欠工资' }),
    'employers.assess': employer({}, { staff: '10' }),
    'employers.accredit': employer({ staff: 10, verdict: 'failed' }),
    'orders.detail': order(),
    'orders.record': order({ entries: [] }),
    'orders.finish': order(),
    'orders.cancel': order(),
  };
}

/** They answer from the account's own employer or person, or name nothing that lies anywhere. */
export const unaddressedMarket = [
  'ownVacancies.templates',
  'ownVacancies.list',
  'ownVacancies.create',
  'reviews.queue',
  'applications.apply',
  'applications.mine',
  'hiring.overview',
  'hiring.applications',
  'employers.profile',
  'employers.edit',
  'employers.list',
  'orders.mine',
  'orders.create',
];
