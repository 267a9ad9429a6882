import type { z } from 'zod';
import type { courseForm } from '#contract/routes/courses.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import {
  addCourse,
  type CourseRecord,
  changeCourse,
  findOwnCourse,
  moveCourse,
} from '#drizzle/queries/training/courses.ts';
import { providerOf } from '#drizzle/queries/training/providers.ts';
import { found, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

type Form = z.output<typeof courseForm>;

/** A draft of the caller's provider. @throws Problem wrong_state before the provider has registered */
export async function createCourse(
  db: Db,
  { caller, requestId, form }: Act & { readonly form: Form },
): Promise<CourseRecord> {
  return db.transaction(async (db) => {
    const owner = await providerOf(db, caller.id);
    if (!owner) throw new Problem('wrong_state', { detail: '请先登记培训机构' });
    const id = await addCourse(db, owner.provider.id, form);
    await audit(db, { caller, requestId }, 'course.added', id);
    return found(await findOwnCourse(db, caller.id, id));
  });
}

/** @throws Problem not_found, wrong_state for a closed course */
export async function reviseCourse(
  db: Db,
  { caller, requestId, courseId, form }: Act & { readonly courseId: string; readonly form: Form },
): Promise<CourseRecord> {
  return db.transaction(async (db) => {
    found(await findOwnCourse(db, caller.id, courseId));
    if (!(await changeCourse(db, courseId, form))) throw new Problem('wrong_state');
    await audit(db, { caller, requestId }, 'course.changed', courseId);
    return found(await findOwnCourse(db, caller.id, courseId));
  });
}

/** Publishes a draft, or closes a published course. @throws Problem not_found, wrong_state, provider_not_verified */
export async function stepCourse(
  db: Db,
  {
    caller,
    requestId,
    courseId,
    action,
  }: Act & { readonly courseId: string; readonly action: 'publish' | 'close' },
): Promise<CourseRecord> {
  return db.transaction(async (db) => {
    const { provider } = found(await findOwnCourse(db, caller.id, courseId));
    if (action === 'publish' && provider.status !== 'verified') throw new Problem('provider_not_verified');
    const [from, to] =
      action === 'publish' ? (['draft', 'published'] as const) : (['published', 'closed'] as const);
    if (!(await moveCourse(db, courseId, from, to))) throw new Problem('wrong_state');
    await audit(db, { caller, requestId }, `course.${to}`, courseId);
    return found(await findOwnCourse(db, caller.id, courseId));
  });
}

const audit = (db: Db, { caller, requestId }: Act, action: string, subjectId: string) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'course',
    subjectId,
    region: caller.region.code,
    requestId,
  });
