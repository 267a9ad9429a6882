import type { Authority } from '#contract/codes/market.ts';
import { type EnrolmentAction, enrolmentLife } from '#contract/life/courseClass.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { recordAssistance } from '#drizzle/queries/training/assistance.ts';
import { findOpenClass, lockClass } from '#drizzle/queries/training/classes.ts';
import {
  addCertificate,
  countSeats,
  fillSeats,
  findPersonClass,
  hasCertificate,
  joinQueue,
  type LockedEnrolment,
  lockEnrolment,
  type PersonClass,
  personServed,
  setEnrolment,
  teach,
} from '#drizzle/queries/training/enrolments.ts';
import { returnVouchers } from '#drizzle/queries/training/vouchers.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

/** On whose word somebody acts for a person; the person herself needs none. */
interface OnBehalf {
  readonly authority: Authority | undefined;
}

/**
 * Signs somebody up: everybody joins the queue, and free seats go to its head. So a seat is never given twice,
 * whatever the concurrency, and nobody is turned away.
 * @param personId the caller's own person when absent
 * @throws Problem not_found, wrong_state, already_enrolled, invalid_input
 */
export async function enrol(
  db: Db,
  {
    caller,
    requestId,
    classId,
    personId = caller.person ?? undefined,
    authority,
  }: Act & OnBehalf & { readonly classId: string; readonly personId: string | undefined },
): Promise<PersonClass> {
  return db.transaction(async (db) => {
    found(await findOpenClass(db, classId));
    if (personId === undefined) throw invalidField('body.person', '请说明为谁报名');
    if (!(await personServed(db, caller, personId))) throw new Problem('not_found');
    const { status } = found(await lockClass(db, classId));
    if (status !== 'open') throw new Problem('wrong_state', { detail: '这个班现在不能报名' });
    const assisted = caller.role !== 'seeker';
    const source = assisted ? 'assisted' : 'self';
    const id = await joinQueue(db, { class: classId, person: personId, source });
    if (!id) throw new Problem('already_enrolled');
    if (assisted) await assist(db, caller, personId, 'enrol', { classId, subjectId: id, authority });
    await seatTheNext(db, classId);
    await audit(db, { caller, requestId }, 'enrolment.added', id, { class: classId, source });
    return found(await findPersonClass(db, id));
  });
}

/** Gives free seats to the head of the queue and tells them. Call it with the class locked. */
export async function seatTheNext(db: Db, classId: string): Promise<void> {
  const seated = await fillSeats(db, classId);
  await leaveNotices(
    db,
    seated.map(({ id, person }) => ({
      to: { person },
      template: 'class.seat',
      params: { class: classId, enrolment: id },
      dedupe: `class.seat:${id}`,
    })),
  );
}

interface OnEnrolment {
  readonly enrolmentId: string;
}

/** Leaves a class; the seat goes to the next in the queue, the voucher back to its holder. */
export async function withdraw(
  db: Db,
  { caller, requestId, enrolmentId, authority }: Act & OnBehalf & OnEnrolment,
): Promise<void> {
  await db.transaction(async (db) => {
    const row = await take(db, caller, enrolmentId, 'withdraw');
    await setEnrolment(db, row.id, { status: 'withdrawn' });
    if (row.status === 'enrolled') await countSeats(db, row.class, -1);
    await returnVouchers(db, row.class, [row.person]);
    if (caller.role === 'grid_worker' || caller.role === 'counsellor')
      await assist(db, caller, row.person, 'withdraw', {
        classId: row.class,
        subjectId: row.id,
        authority,
      });
    await seatTheNext(db, row.class);
    await audit(db, { caller, requestId }, 'enrolment.withdrawn', row.id, { class: row.class });
  });
}

/** The result of the assessment, while the class runs. @throws Problem not_found, wrong_state */
export async function assess(
  db: Db,
  {
    caller,
    requestId,
    enrolmentId,
    passed,
    score,
  }: Act & OnEnrolment & { readonly passed: boolean; readonly score: number | null },
): Promise<void> {
  await db.transaction(async (db) => {
    const row = await take(db, caller, enrolmentId, passed ? 'pass' : 'fail');
    if (row.classStatus !== 'running') throw new Problem('wrong_state', { detail: '开课后才能考核' });
    const assessedOn = await databaseDay(db);
    await setEnrolment(db, row.id, { status: passed ? 'passed' : 'failed', score, assessedOn });
    await audit(db, { caller, requestId }, 'enrolment.assessed', row.id, { passed });
  });
}

/** A certificate; what was learned counts at once, in matching and in search. */
export async function award(
  db: Db,
  {
    caller,
    requestId,
    enrolmentId,
    number,
    awardedOn,
  }: Act & OnEnrolment & { readonly number: string; readonly awardedOn: string },
): Promise<void> {
  await db.transaction(async (db) => {
    const row = await take(db, caller, enrolmentId, 'award');
    if (awardedOn > (await databaseDay(db))) throw invalidField('body.awardedOn', '发证日期不能晚于今天');
    if (await hasCertificate(db, row.id)) throw new Problem('wrong_state', { detail: '已经发过证' });
    const { person, occupation, level } = row;
    const added = await addCertificate(db, {
      person,
      occupation,
      level,
      number,
      awardedOn,
      enrolment: row.id,
    });
    if (!added) throw new Problem('already_registered', { detail: '这个证书编号已经用过' });
    await teach(db, person, row);
    await emit(db, 'search.sync', { index: 'workers', ids: [person] });
    await audit(db, { caller, requestId }, 'certificate.awarded', row.id, { occupation, level });
  });
}

/** The class first, then the enrolment: everybody takes them in this order, so nobody waits in a circle. */
async function take(
  db: Db,
  caller: Caller,
  enrolmentId: string,
  action: EnrolmentAction,
): Promise<LockedEnrolment> {
  const seen = found(await findPersonClass(db, enrolmentId));
  await lockClass(db, seen.class.id);
  const row = found(await lockEnrolment(db, caller, enrolmentId));
  const who = caller.role === 'provider' ? 'provider' : 'person';
  if (!enrolmentLife.may(action, row.status, who)) throw new Problem('wrong_state');
  return row;
}

/** 代办 is on record with its authority, and the person is told and may object. */
async function assist(
  db: Db,
  caller: Caller,
  person: string,
  action: 'enrol' | 'withdraw',
  { classId, subjectId, authority }: OnBehalf & { readonly classId: string; readonly subjectId: string },
): Promise<void> {
  if (!authority) throw invalidField('body.authority', '请说明本人怎样同意');
  await recordAssistance(db, { person, actor: caller.id, authority, action: `class.${action}`, subjectId });
  await leaveNotices(db, [
    {
      to: { person },
      template: `class.${action}_assisted`,
      params: { class: classId, enrolment: subjectId },
      dedupe: `class.${action}_assisted:${subjectId}`,
    },
  ]);
}

const audit = (
  db: Db,
  { caller, requestId }: Act,
  action: string,
  subjectId: string,
  details: Record<string, unknown>,
) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'enrolment',
    subjectId,
    region: caller.region.code,
    details,
    requestId,
  });
