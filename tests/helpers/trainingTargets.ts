import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantHousehold, plantRun, plantVacancy, regionOf, spotOf, type Where } from './plant.ts';
import { isPerson, plantClass, plantCourse, plantEnrolment, plantProvider } from './training.ts';

type CourseValues = Partial<typeof schema.course.$inferInsert>;
type ClassValues = Partial<typeof schema.courseClass.$inferInsert>;

/**
 * How the access matrix names things of training: `own` belongs to the provider's account, lies in the own county
 * and concerns the seeker herself; `other` is somebody else's, elsewhere.
 */
export function trainingTargets(db: () => Db, accountOf: (role: Role) => string) {
  async function school(where: Where) {
    const account = where === 'own' ? accountOf('provider') : null;
    if (account)
      await db().update(schema.provider).set({ account: null }).where(eq(schema.provider.account, account));
    return plantProvider(db(), { account, region: spotOf(where).county, recheckOn: '2020-01-01' });
  }
  async function course(where: Where, values: CourseValues = {}) {
    return plantCourse(db(), (await school(where)).id, values);
  }
  async function aClass(where: Where, values: ClassValues = {}) {
    return plantClass(db(), (await course(where)).id, { settlement: spotOf(where).settlement, ...values });
  }
  async function somebody(where: Where) {
    const { household, people } = await plantHousehold(db(), spotOf(where));
    if (where === 'own') await isPerson(db(), accountOf('seeker'), people[0]!.id);
    return { household: household.id, person: people[0]!.id };
  }
  const classParams =
    (values: ClassValues = {}) =>
    async (where: Where) => ({
      params: { class: where === 'absent' ? randomUUID() : (await aClass(where, values)).id },
    });
  const courseParams = async (where: Where, values: CourseValues = {}) => ({
    course: where === 'absent' ? randomUUID() : (await course(where, values)).id,
  });
  async function enrolled(where: Where, status: 'enrolled' | 'passed' = 'enrolled') {
    if (where === 'absent') return { params: { enrolment: randomUUID() } };
    const { id } = await aClass(where, { status: 'running' });
    const { person } = await somebody(where);
    return { params: { enrolment: (await plantEnrolment(db(), id, person, status)).id }, person };
  }
  async function voucher(where: Where, ready = false) {
    if (where === 'absent') return { params: { voucher: randomUUID() }, code: 'NONE' };
    const { params, person } = await enrolled(where, ready ? 'passed' : 'enrolled');
    const enrolment = params.enrolment!;
    const code = randomUUID().slice(0, 10).toUpperCase();
    const [row] = await db()
      .insert(schema.voucher)
      .values({
        code,
        person: person!,
        occupation: '6-05-01-03',
        level: 'l5',
        amount: 1000,
        status: ready ? 'claimed' : 'issued',
        enrolment: ready ? enrolment : null,
      })
      .returning();
    if (ready)
      await db().insert(schema.attendance).values({ enrolment, day: '2026-11-01', method: 'teacher' });
    return { params: { voucher: row!.id }, code, enrolment };
  }

  const classForm = {
    seats: 20,
    startsOn: '2026-12-01',
    endsOn: '2026-12-10',
    dayStart: 540,
    dayEnd: 960,
    place: '社区二楼教室',
  };
  const courseForm = {
    title: '缝纫工初级班',
    kind: 'on_job',
    occupation: '6-05-01-03',
    level: 'l5',
    content: '平车、包缝、熨烫,十天学会。',
    hours: 80,
  };

  return {
    'trainingDemand.board': async (where: Where, role: Role) => ({
      query: { region: regionOf(where, role) },
    }),
    'trainingDemand.study': async (where: Where) => {
      await db().delete(schema.matchingRun);
      if (where !== 'absent') await plantRun(db(), spotOf(where).county);
      return { body: { region: regionOf(where) } };
    },
    'providers.judge': async (where: Where) => ({
      params: { provider: where === 'absent' ? randomUUID() : (await school(where)).id },
      body: { verdict: 'verify' },
    }),
    'courses.change': async (where: Where) => ({ params: await courseParams(where), body: courseForm }),
    'courses.move': async (where: Where) => ({
      params: await courseParams(where, { status: 'draft' }),
      body: { action: 'publish' },
    }),
    'classes.detail': classParams(),
    'classes.posts': classParams(),
    'classes.add': async (where: Where) => ({ body: { ...classForm, ...(await courseParams(where)) } }),
    'classes.change': async (where: Where) => ({
      ...(await classParams()(where)),
      body: { ...classForm, version: 1 },
    }),
    'classes.move': async (where: Where) => ({
      ...(await classParams({ status: 'planned' })(where)),
      body: { action: 'cancel', reason: '场地停用' },
    }),
    'classes.commit': async (where: Where) => {
      const { params } = await classParams()(where);
      const { vacancy } = await plantVacancy(db(), places.own.settlement);
      return { params: { ...params, vacancy: vacancy.id }, body: { places: 1 } };
    },
    'classes.promise': async (where: Where) => {
      const { vacancy, employer } = await plantVacancy(db(), places.own.settlement);
      if (where === 'own')
        await db()
          .update(schema.account)
          .set({ employer: employer.id })
          .where(eq(schema.account.id, accountOf('employer')));
      const { params } = await classParams()(where);
      return { params: { ...params, vacancy: vacancy.id }, body: { places: 1 } };
    },
    'enrolments.enrol': async (where: Where) => ({
      ...(await classParams()(where === 'absent' ? 'absent' : 'own')),
      body: { person: (await somebody(where)).person, authority: 'spoken' },
    }),
    'enrolments.list': classParams(),
    'enrolments.withdraw': async (where: Where) => ({
      params: (await enrolled(where)).params,
      body: { authority: 'spoken' },
    }),
    'enrolments.assess': async (where: Where) => ({
      params: (await enrolled(where)).params,
      body: { passed: true, score: 80 },
    }),
    'enrolments.award': async (where: Where) => ({
      params: (await enrolled(where, 'passed')).params,
      body: { number: randomUUID(), awardedOn: '2026-11-01' },
    }),
    'enrolments.file': async (where: Where) => ({
      params: { household: where === 'absent' ? randomUUID() : (await somebody(where)).household },
    }),
    'attendance.code': classParams({ status: 'running' }),
    'attendance.sheet': classParams(),
    'attendance.record': async (where: Where) => {
      const { params } = await classParams({ status: 'running' })(where);
      return { params: { ...params, day: '2026-11-01' }, body: { present: [] } };
    },
    'vouchers.issue': async (where: Where) => ({
      body: {
        person: where === 'absent' ? randomUUID() : (await somebody(where)).person,
        occupation: '6-05-01-03',
        level: 'l5',
      },
    }),
    'vouchers.claim': async (where: Where) => {
      const { code, enrolment = randomUUID() } = await voucher(where);
      return { params: { enrolment }, body: { code } };
    },
    'vouchers.verify': async (where: Where) => ({ params: (await voucher(where, true)).params }),
    'vouchers.void': async (where: Where) => ({
      params: (await voucher(where)).params,
      body: { reason: '发错了人' },
    }),
  } as const;
}

/** Guarded routes of training that name nothing, or whose secret is no name: the seat and the code of the day. */
export const unaddressedTraining = [
  'providers.register',
  'providers.mine',
  'providers.change',
  'providers.list',
  'courses.own',
  'courses.add',
  'classes.list',
  'classes.wanted',
  'enrolments.mine',
  'attendance.checkIn',
  'vouchers.list',
  'vouchers.mine',
];
