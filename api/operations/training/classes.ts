import { randomBytes } from 'node:crypto';
import type { ClassStatus } from '#contract/codes/training.ts';
import { type ClassAction, type ClassActor, classLife } from '#contract/life/courseClass.ts';
import type { ClassForm } from '#contract/routes/classes.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import {
  addClass,
  type ClassRecord,
  changeClass,
  findClass,
  lockClass,
  moveClass,
} from '#drizzle/queries/training/classes.ts';
import { commitPlaces, uncommittedPlaces } from '#drizzle/queries/training/commitments.ts';
import { findOwnCourse } from '#drizzle/queries/training/courses.ts';
import { closeQueue, countSeats, unassessed, withdrawAll } from '#drizzle/queries/training/enrolments.ts';
import { returnVouchers } from '#drizzle/queries/training/vouchers.ts';
import { findOwnVacancy } from '#drizzle/queries/vacancyLife.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';
import { seatTheNext } from './enrolments.ts';

export const classActor = ({ role }: Pick<Caller, 'role'>): ClassActor =>
  role === 'provider' || role === 'employer' ? role : 'staff';

/** Plans a class of an own course. @throws Problem not_found, wrong_state for a closed course */
export async function planClass(
  db: Db,
  { caller, requestId, form }: Act & { readonly form: ClassForm & { readonly course: string } },
): Promise<ClassRecord> {
  return db.transaction(async (db) => {
    const { course } = found(await findOwnCourse(db, caller.id, form.course));
    if (course.status === 'closed') throw new Problem('wrong_state', { detail: '课程已停办' });
    const id = await addClass(db, form, randomBytes(32).toString('base64url'));
    await audit(db, { caller, requestId }, 'class.planned', id);
    return found(await findClass(db, caller, id));
  });
}

/** Seats that are added go to the queue at once. @throws Problem not_found, wrong_state, version_conflict, invalid_input */
export async function reviseClass(
  db: Db,
  {
    caller,
    requestId,
    classId,
    form,
  }: Act & OnClass & { readonly form: ClassForm & { readonly version: number } },
): Promise<ClassRecord> {
  const { version, ...values } = form;
  return db.transaction(async (db) => {
    const locked = await take(db, caller, classId, 'edit');
    if (locked.version !== version) throw new Problem('version_conflict');
    if (values.seats < locked.taken)
      throw invalidField('body.seats', `已有 ${locked.taken} 人报名，名额不能再少`);
    await changeClass(db, classId, values);
    await seatTheNext(db, classId);
    await audit(db, { caller, requestId }, 'class.changed', classId);
    return found(await findClass(db, caller, classId));
  });
}

interface OnClass {
  readonly classId: string;
}
interface ClassStep extends OnClass {
  readonly action: Extract<ClassAction, 'open' | 'start' | 'finish' | 'cancel'>;
  readonly reason: string | undefined;
}

/** @throws Problem not_found, wrong_state, provider_not_verified, no_posts_committed, reason_needed */
export async function stepClass(
  db: Db,
  { caller, requestId, classId, action, reason }: Act & ClassStep,
): Promise<ClassRecord> {
  return db.transaction(async (db) => {
    await take(db, caller, classId, action);
    const record = found(await findClass(db, caller, classId));
    if (action === 'open') demandReady(record);
    if (action === 'cancel' && !reason) throw new Problem('reason_needed');
    if (action === 'finish' && (await unassessed(db, classId)) > 0)
      throw new Problem('wrong_state', { detail: '还有学员没有考核结果' });
    if (action === 'cancel') await sendHome(db, record);
    if (action === 'start') await tell(db, classId, 'class.full', await closeQueue(db, classId));
    await moveClass(db, classId, classLife.steps[action].to as ClassStatus, reason);
    await audit(db, { caller, requestId }, `class.${action}`, classId, reason);
    return found(await findClass(db, caller, classId));
  });
}

/** A promise of an employer for graduates, written down. @throws Problem not_found, wrong_state, no_places */
export async function commitPosts(
  db: Db,
  {
    caller,
    requestId,
    classId,
    vacancyId,
    places,
  }: Act & OnClass & { readonly vacancyId: string; readonly places: number },
): Promise<ClassRecord> {
  return db.transaction(async (db) => {
    await take(db, caller, classId, 'commit');
    await writePromise(db, { caller, requestId, classId, vacancyId, places });
    return found(await findClass(db, caller, classId));
  });
}

/** An employer's own promise, for an own post. @throws Problem not_found, wrong_state, no_places */
export async function promisePosts(
  db: Db,
  act: Act & OnClass & { readonly vacancyId: string; readonly places: number },
): Promise<void> {
  await db.transaction(async (db) => {
    found(await findOwnVacancy(db, { employer: found(act.caller.employer) }, act.vacancyId));
    const { status } = found(await lockClass(db, act.classId));
    if (!classLife.may('commit', status, classActor(act.caller))) throw new Problem('wrong_state');
    await writePromise(db, act);
  });
}

async function writePromise(
  db: Db,
  {
    classId,
    vacancyId,
    places,
    ...act
  }: Act & OnClass & { readonly vacancyId: string; readonly places: number },
): Promise<void> {
  if (places > 0) {
    const left = found(await uncommittedPlaces(db, vacancyId, classId));
    if (places > left) throw new Problem('no_places', { detail: `这个岗位还能承诺 ${left} 个名额` });
  }
  await commitPlaces(db, classId, vacancyId, places);
  await audit(db, act, 'class.committed', classId, undefined, { vacancyId, places });
}

/** The class in reach of the caller, locked, in a state that allows the action. */
async function take(db: Db, caller: Caller, classId: string, action: ClassAction) {
  found(await findClass(db, caller, classId));
  const locked = found(await lockClass(db, classId));
  if (!classLife.may(action, locked.status, classActor(caller))) throw new Problem('wrong_state');
  return locked;
}

/** A class opens only for a lawful provider, and an order class (订单班) only against posts. */
function demandReady({ provider, course, committedPlaces }: ClassRecord): void {
  if (provider.status !== 'verified') throw new Problem('provider_not_verified');
  if (course.kind === 'order' && committedPlaces === 0) throw new Problem('no_posts_committed');
}

async function sendHome(db: Db, { class: { id, taken } }: ClassRecord): Promise<void> {
  const persons = await withdrawAll(db, id);
  await countSeats(db, id, -taken);
  await returnVouchers(db, id, persons);
  await tell(db, id, 'class.cancelled', persons);
}

const tell = (
  db: Db,
  classId: string,
  template: 'class.cancelled' | 'class.full',
  persons: readonly string[],
) =>
  leaveNotices(
    db,
    persons.map((person) => ({
      to: { person },
      template,
      params: { class: classId },
      dedupe: `${template}:${classId}:${person}`,
    })),
  );

const audit = (
  db: Db,
  { caller, requestId }: Act,
  action: string,
  subjectId: string,
  reason?: string,
  details: Record<string, unknown> = {},
) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'class',
    subjectId,
    region: caller.region.code,
    ...(reason && { reason }),
    details,
    requestId,
  });
