import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClassStatus, EnrolmentStatus } from '#contract/codes/training.ts';
import { classLife, type EnrolmentAction, enrolmentLife } from '#contract/life/courseClass.ts';
import { type Caller, findCaller } from '#drizzle/queries/accounts.ts';
import * as schema from '#drizzle/schema/index.ts';
import { stepClass } from '../../../api/operations/training/classes.ts';
import { assess, enrol, withdraw } from '../../../api/operations/training/enrolments.ts';
import { Problem } from '../../../api/problem.ts';
import { plantClass } from '../../helpers/training.ts';
import { type TrainingApi, trainingApi } from '../../helpers/trainingApi.ts';
import { went } from '../../helpers/went.ts';

const PEOPLE = 4;
const SEATS = 2;

let api: TrainingApi;
let teacher: Caller;
let counsellor: Caller;
let people: string[];
let course: string;

beforeAll(async () => {
  api = await trainingApi();
  ({ id: course } = await api.newCourse());
  people = await api.people(PEOPLE);
  [teacher, counsellor] = await Promise.all([callerOf('provider'), callerOf('counsellor')]);
});
afterAll(() => api?.close());

async function callerOf(role: 'provider' | 'counsellor'): Promise<Caller> {
  const [account] = await api.db.select().from(schema.account).where(eq(schema.account.role, role));
  const [session] = await api.db.select().from(schema.session).where(eq(schema.session.account, account!.id));
  return (await findCaller(api.db, account!.id, session!.family))!;
}

type Command =
  | { readonly on: 'class'; readonly action: 'open' | 'start' | 'finish' | 'cancel' }
  | { readonly on: 'enrol'; readonly who: number }
  | { readonly on: 'enrolment'; readonly who: number; readonly action: 'withdraw' | 'pass' | 'fail' };

const who = fc.nat(PEOPLE - 1);
/** Weighted towards what real weeks are made of. */
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      on: fc.constant('class' as const),
      action: fc.constantFrom(...(['open', 'start', 'start', 'finish', 'cancel'] as const)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ on: fc.constant('enrol' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      on: fc.constant('enrolment' as const),
      who,
      action: fc.constantFrom(...(['withdraw', 'pass', 'fail'] as const)),
    }),
  },
);

/** What ought to be, computed from the tables alone. */
interface Model {
  class: ClassStatus;
  /** last enrolment of each person */
  enrolments: (EnrolmentStatus | null)[];
  /** who waits, first come first */
  queue: number[];
}

const seatsTaken = ({ enrolments }: Model) =>
  enrolments.filter((status) => status === 'enrolled' || status === 'passed' || status === 'failed').length;

/** Seats go to the head of the queue, while names are taken. */
function seat(model: Model) {
  while (model.class === 'open' && model.queue.length > 0 && seatsTaken(model) < SEATS)
    model.enrolments[model.queue.shift() as number] = 'enrolled';
}

/** @returns whether the command ought to succeed, having moved the model */
function step(model: Model, given: Command): boolean {
  if (given.on === 'class') {
    if (!classLife.may(given.action, model.class, 'provider')) return false;
    if (given.action === 'finish' && model.enrolments.includes('enrolled')) return false;
    model.class = classLife.steps[given.action].to as ClassStatus;
    if (given.action === 'start') {
      for (const one of model.queue) model.enrolments[one] = 'unplaced';
      model.queue = [];
    }
    if (given.action === 'cancel') {
      model.enrolments = model.enrolments.map((status) => status && 'withdrawn');
      model.queue = [];
    }
    return true;
  }
  const now = model.enrolments[given.who] ?? null;
  if (given.on === 'enrol') {
    if (model.class !== 'open' || (now !== null && now !== 'withdrawn')) return false;
    model.enrolments[given.who] = 'waiting';
    model.queue.push(given.who);
  } else {
    if (!now || !enrolmentLife.may(given.action as EnrolmentAction, now, 'provider')) return false;
    if (given.action !== 'withdraw' && model.class !== 'running') return false;
    model.enrolments[given.who] = enrolmentLife.steps[given.action].to as EnrolmentStatus;
    model.queue = model.queue.filter((one) => one !== given.who);
  }
  seat(model);
  return true;
}

async function act(classId: string, ids: (string | null)[], given: Command): Promise<void> {
  const by = { caller: teacher, requestId: 'model' };
  if (given.on === 'class') {
    await stepClass(api.db, { ...by, classId, action: given.action, reason: '场地停用' });
    return;
  }
  const personId = people[given.who] as string;
  if (given.on === 'enrol') {
    await enrol(api.db, { ...by, caller: counsellor, classId, personId, authority: 'spoken' });
    const [row] = await rowsOf(classId, personId);
    ids[given.who] = row!.id;
    return;
  }
  const enrolmentId = ids[given.who];
  if (!enrolmentId) throw new Problem('not_found');
  if (given.action === 'withdraw') return withdraw(api.db, { ...by, enrolmentId, authority: undefined });
  await assess(api.db, { ...by, enrolmentId, passed: given.action === 'pass', score: null });
}

const rowsOf = async (classId: string, person: string) => {
  const rows = await api.db
    .select()
    .from(schema.enrolment)
    .where(eq(schema.enrolment.class, classId))
    .orderBy(asc(schema.enrolment.createdAt));
  return rows.filter((row) => row.person === person).reverse();
};

it('the database walks exactly as the tables of the two lives say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 24 }), async (commands) => {
      const { id } = await plantClass(api.db, course, { status: 'planned', seats: SEATS });
      const model: Model = { class: 'planned', enrolments: Array(PEOPLE).fill(null), queue: [] };
      const ids: (string | null)[] = Array(PEOPLE).fill(null);
      for (const given of [{ on: 'class', action: 'open' } as const, ...commands]) {
        const expected = step(model, given);
        expect({ given, went: await went(act(id, ids, given)) }).toEqual({ given, went: expected });
        expect(await stateOf(id)).toEqual({
          class: model.class,
          enrolments: model.enrolments,
          taken: seatsTaken(model),
        });
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

async function stateOf(id: string) {
  const [row] = await api.db.select().from(schema.courseClass).where(eq(schema.courseClass.id, id));
  const enrolments = await Promise.all(
    people.map(async (person) => (await rowsOf(id, person))[0]?.status ?? null),
  );
  return { class: row!.status, enrolments, taken: row!.taken };
}
