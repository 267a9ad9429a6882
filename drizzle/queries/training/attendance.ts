import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { attendance, courseClass, enrolment, personIdentity } from '../../schema/index.ts';

/** Enrolments that take part in the lessons. */
const ATTENDING = ['enrolled', 'passed', 'failed'] as const;

/** Who of a class was there on a day. */
export const attendanceOf = (db: Db, classId: string, day: string) =>
  db
    .select({ enrolment: enrolment.id, name: personIdentity.name, method: attendance.method })
    .from(enrolment)
    .leftJoin(personIdentity, eq(personIdentity.person, enrolment.person))
    .leftJoin(attendance, and(eq(attendance.enrolment, enrolment.id), eq(attendance.day, day)))
    .where(and(eq(enrolment.class, classId), inArray(enrolment.status, [...ATTENDING])))
    .orderBy(asc(enrolment.createdAt), asc(enrolment.id));

/** Days somebody of the class was there, newest first. */
export async function daysTaught(db: Db, classId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ day: attendance.day })
    .from(attendance)
    .innerJoin(enrolment, eq(enrolment.id, attendance.enrolment))
    .where(eq(enrolment.class, classId))
    .orderBy(desc(attendance.day));
  return rows.map(({ day }) => day);
}

/** The running class a person has a seat in, with the secret of its code; null when she has none. */
export async function attendedClass(db: Db, classId: string, person: string) {
  const [row] = await db
    .select({ enrolment: enrolment.id, key: courseClass.attendanceKey })
    .from(enrolment)
    .innerJoin(courseClass, eq(courseClass.id, enrolment.class))
    .where(
      and(
        eq(enrolment.class, classId),
        eq(enrolment.person, person),
        eq(enrolment.status, 'enrolled'),
        eq(courseClass.status, 'running'),
      ),
    );
  return row ?? null;
}

/** @returns false when the day had been recorded */
export async function checkIn(db: Db, enrolmentId: string, day: string): Promise<boolean> {
  const added = await db
    .insert(attendance)
    .values({ enrolment: enrolmentId, day, method: 'qr' })
    .onConflictDoNothing()
    .returning({ day: attendance.day });
  return added.length === 1;
}

/** The teacher's list of a day replaces her last one; who scanned the code stays. Strangers are left out. */
export async function recordAttendance(
  db: Db,
  classId: string,
  day: string,
  present: readonly string[],
): Promise<void> {
  const members = await db
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(eq(enrolment.class, classId), inArray(enrolment.status, [...ATTENDING])));
  const there = members.map(({ id }) => id).filter((id) => present.includes(id));
  const absent = members.map(({ id }) => id).filter((id) => !present.includes(id));
  await db
    .delete(attendance)
    .where(
      and(eq(attendance.day, day), eq(attendance.method, 'teacher'), inArray(attendance.enrolment, absent)),
    );
  if (there.length === 0) return;
  await db
    .insert(attendance)
    .values(there.map((id) => ({ enrolment: id, day, method: 'teacher' as const })))
    .onConflictDoNothing();
}
