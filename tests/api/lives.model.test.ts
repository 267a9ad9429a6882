import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApplicationStatus } from '#contract/codes/market.ts';
import type { VacancyStatus } from '#contract/codes/work.ts';
import { type ApplicationAction, applicationLife, openApplication } from '#contract/life/application.ts';
import { vacancyLife } from '#contract/life/vacancy.ts';
import type { Db } from '#drizzle/db.ts';
import { type Caller, findCaller } from '#drizzle/queries/accounts.ts';
import { expireVacancies } from '#drizzle/queries/marketUpkeep.ts';
import * as schema from '#drizzle/schema/index.ts';
import { answerApplication, withdraw } from '../../api/operations/applications.ts';
import { apply } from '../../api/operations/apply.ts';
import { hire } from '../../api/operations/hire.ts';
import { closeVacancy, resumeVacancy } from '../../api/operations/ownVacancies.ts';
import { approveVacancy, returnVacancy } from '../../api/operations/reviews.ts';
import { takeStep } from '../../api/operations/vacancyStep.ts';
import { Problem } from '../../api/problem.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places } from '../helpers/plant.ts';
import { went } from '../helpers/went.ts';

const SEEKERS = 4;
const HEADCOUNT = 2;

let api: TestApi;
let db: Db;
let employer: Caller;
let reviewer: Caller;
let seekers: { person: string; caller: Caller }[];
let firm: string;

beforeAll(async () => {
  api = await testApi();
  db = api.db;
  await plantMarket(db);
  const made = await plantFirm(api);
  firm = made.employer.id;
  employer = await callerOf(made.account.id);
  reviewer = await callerOf((await api.as('bureau', places.own.county)).account.id);
  seekers = await Promise.all(
    Array.from({ length: SEEKERS }, async () => {
      const { person, account } = await plantSeeker(api);
      return { person: person.id, caller: await callerOf(account.id) };
    }),
  );
});
afterAll(() => api?.close());

async function callerOf(account: string): Promise<Caller> {
  const [session] = await db.select().from(schema.session).where(eq(schema.session.account, account));
  return (await findCaller(db, account, session!.family))!;
}

type VacancyMove = 'recall' | 'approve' | 'return' | 'pause' | 'resume' | 'revise' | 'close' | 'expire';
type Answer = 'contact' | 'interview' | 'trial' | 'pool' | 'refuse' | 'hire' | 'withdraw';
type Command =
  | { readonly on: 'vacancy'; readonly action: VacancyMove }
  | { readonly on: 'apply'; readonly seeker: number }
  | { readonly on: 'application'; readonly seeker: number; readonly action: Answer };

const seeker = fc.nat(SEEKERS - 1);
/** Weighted towards what real days are made of. */
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      on: fc.constant('vacancy' as const),
      action: fc.constantFrom<VacancyMove>(
        ...([
          'recall',
          'approve',
          'approve',
          'return',
          'pause',
          'resume',
          'resume',
          'revise',
          'close',
          'expire',
        ] as const),
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ on: fc.constant('apply' as const), seeker }) },
  {
    weight: 4,
    arbitrary: fc.record({
      on: fc.constant('application' as const),
      seeker,
      action: fc.constantFrom<Answer>(
        'contact',
        'interview',
        'trial',
        'pool',
        'refuse',
        'hire',
        'hire',
        'withdraw',
      ),
    }),
  },
);

/** What ought to be, computed from the tables alone. */
interface Model {
  vacancy: VacancyStatus;
  filled: number;
  /** last application of each seeker */
  applications: (ApplicationStatus | null)[];
}

function lapse(model: Model, which: readonly ApplicationStatus[], except = -1) {
  model.applications = model.applications.map((status, i) =>
    status && i !== except && which.includes(status) ? 'obsolete' : status,
  );
}

/** @returns whether the command ought to succeed, having moved the model */
function step(model: Model, given: Command): boolean {
  if (given.on === 'vacancy') {
    const { from, to, by } = vacancyLife.steps[given.action];
    if (!from.includes(model.vacancy) || by.length === 0) return false;
    if (to) model.vacancy = to;
    if (given.action === 'close' || given.action === 'expire') lapse(model, openApplication);
    return true;
  }
  const now = model.applications[given.seeker] ?? null;
  if (given.on === 'apply') {
    const living = now !== null && (openApplication.includes(now) || now === 'hired');
    if (model.vacancy !== 'published' || living) return false;
    model.applications[given.seeker] = 'recommended';
    return true;
  }
  const { action } = given;
  const who = action === 'withdraw' ? 'seeker' : 'employer';
  if (!now || !applicationLife.may(action as ApplicationAction, now, who)) return false;
  if (action !== 'hire') {
    model.applications[given.seeker] = applicationLife.steps[action].to as ApplicationStatus;
    return true;
  }
  if (model.vacancy !== 'published' && model.vacancy !== 'paused') return false;
  model.applications[given.seeker] = 'hired';
  model.filled += 1;
  if (model.filled === HEADCOUNT) {
    model.vacancy = 'filled';
    lapse(model, ['recommended', 'contacted', 'interview', 'trial'], given.seeker);
  }
  return true;
}

async function act(vacancyId: string, ids: (string | null)[], given: Command): Promise<void> {
  const by = (caller: Caller) => ({ caller, requestId: 'model', vacancyId });
  if (given.on === 'vacancy') {
    const [row] = await db.select().from(schema.vacancy).where(eq(schema.vacancy.id, vacancyId));
    const { version } = row!;
    switch (given.action) {
      case 'approve':
        return approveVacancy(db, { ...by(reviewer), version });
      case 'return':
        return returnVacancy(db, { ...by(reviewer), version, note: '请改' });
      case 'close':
        return void (await closeVacancy(db, by(employer)));
      case 'resume':
        return void (await resumeVacancy(db, by(employer)));
      case 'expire': {
        if (!vacancyLife.steps.expire.from.includes(row!.status)) throw new Problem('wrong_state');
        await db.execute(sql`update vacancy set valid_until = '2020-01-01' where id = ${vacancyId}`);
        return void (await db.transaction((db) => expireVacancies(db)));
      }
      default:
        return void (await takeStep(db, { ...by(employer), action: given.action }));
    }
  }
  const { person, caller } = seekers[given.seeker]!;
  if (given.on === 'apply') {
    const made = await apply(db, { ...by(caller), personId: person, contactShared: false });
    ids[given.seeker] = made.application.id;
    return;
  }
  const applicationId = ids[given.seeker];
  if (!applicationId) throw new Problem('not_found');
  const step = { requestId: 'model', applicationId };
  const { action } = given;
  if (action === 'withdraw') return void (await withdraw(db, { ...step, caller, reason: undefined }));
  if (action === 'hire') return void (await hire(db, { ...step, caller: employer, contract: false }));
  const answer =
    action === 'refuse'
      ? { action, reason: 'skill' as const }
      : action === 'interview' || action === 'trial'
        ? { action, appointment: '明天 9:00' }
        : { action };
  await answerApplication(db, { ...step, caller: employer, answer });
}

it('the database walks exactly as the tables of the two lives say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 24 }), async (commands) => {
      await db.delete(schema.spell);
      const { id } = await plantPost(db, firm, places.own.settlement, {
        status: 'in_review',
        headcount: HEADCOUNT,
      });
      const model: Model = { vacancy: 'in_review', filled: 0, applications: Array(SEEKERS).fill(null) };
      const ids: (string | null)[] = Array(SEEKERS).fill(null);
      for (const given of [{ on: 'vacancy', action: 'approve' } as const, ...commands]) {
        const expected = step(model, given);
        expect({ given, went: await went(act(id, ids, given)) }).toEqual({ given, went: expected });
        expect(await stateOf(id, ids)).toEqual(model);
      }
      await holds(id);
      await closeVacancy(db, { caller: employer, requestId: 'model', vacancyId: id }).catch(() => null);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

async function stateOf(id: string, ids: readonly (string | null)[]): Promise<Model> {
  const [row] = await db.select().from(schema.vacancy).where(eq(schema.vacancy.id, id));
  const rows = await db.select().from(schema.application).where(eq(schema.application.vacancy, id));
  const statuses = new Map(rows.map((application) => [application.id, application.status]));
  return {
    vacancy: row!.status,
    filled: row!.filled,
    applications: ids.map((each) => (each === null ? null : (statuses.get(each) ?? null))),
  };
}

/** What must hold whatever happened: places are jobs, and the last line of each history is the state. */
async function holds(id: string): Promise<void> {
  const [facts] = await db.execute<{ filled: number; spells: number; hired: number; strays: number }>(sql`
    select filled,
      (select count(*)::int from spell where vacancy = ${id}) as spells,
      (select count(*)::int from application where vacancy = ${id} and status = 'hired') as hired,
      (select count(*)::int from application a where a.vacancy = ${id} and a.status <> (
        select e."to" from application_event e where e.application = a.id order by e.created_at desc, e.id desc limit 1)) as strays
    from vacancy where id = ${id}`);
  expect(facts).toEqual({ filled: facts!.filled, spells: facts!.filled, hired: facts!.filled, strays: 0 });
}
