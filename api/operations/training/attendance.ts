import { createHmac, timingSafeEqual } from 'node:crypto';
import { classLife } from '#contract/life/courseClass.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { attendedClass, checkIn, recordAttendance } from '#drizzle/queries/training/attendance.ts';
import { findClass } from '#drizzle/queries/training/classes.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

/**
 * The code on the wall for one day: HMAC-SHA-256 of class and day under the secret of the class, 80 bits.
 * Yesterday's photograph is worth nothing.
 */
export const attendanceCode = (key: string, classId: string, day: string): string =>
  createHmac('sha256', key).update(`${classId} ${day}`).digest('hex').slice(0, 20);

/** Whoever has a seat scans the code of the day, by the database's clock. @throws Problem not_found, attendance_code_refused */
export async function scan(
  db: Db,
  { caller, classId, code }: Act & { readonly classId: string; readonly code: string },
): Promise<{ day: string; first: boolean }> {
  const seat = found(await attendedClass(db, classId, found(caller.person)));
  const day = await databaseDay(db);
  if (!same(code, attendanceCode(seat.key, classId, day))) throw new Problem('attendance_code_refused');
  return { day, first: await checkIn(db, seat.enrolment, day) };
}

/** Whether a class has met on a day, or meets today. */
export const isHeld = (
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  day: string,
  today: string,
): boolean => startsOn <= day && day <= endsOn && day <= today;

/** The teacher's list of a day the class was held on. @throws Problem not_found, wrong_state, invalid_input */
export async function callRoll(
  db: Db,
  {
    caller,
    requestId,
    classId,
    day,
    present,
  }: Act & { readonly classId: string; readonly day: string; readonly present: readonly string[] },
): Promise<void> {
  await db.transaction(async (db) => {
    const { class: row } = found(await findClass(db, caller, classId));
    if (!classLife.may('attend', row.status, 'provider')) throw new Problem('wrong_state');
    if (!isHeld(row, day, await databaseDay(db)))
      throw invalidField('params.day', '只能记上课期间、今天或以前的日子');
    await recordAttendance(db, classId, day, present);
    await recordAudit(db, {
      actor: caller,
      action: 'attendance.recorded',
      subject: 'class',
      subjectId: classId,
      region: caller.region.code,
      details: { day, present: present.length },
      requestId,
    });
  });
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
