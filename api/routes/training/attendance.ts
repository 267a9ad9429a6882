import { classLife } from '#contract/life/courseClass.ts';
import { maskName } from '#contract/present/person.ts';
import type { AttendanceSheet, attendanceRoutes } from '#contract/routes/attendance.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { attendanceOf, daysTaught } from '#drizzle/queries/training/attendance.ts';
import { type ClassRecord, findClass, findOpenClass } from '#drizzle/queries/training/classes.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { attendanceCode, callRoll, isHeld, scan } from '../../operations/training/attendance.ts';
import { found, Problem } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const attendanceHandlers = (): Handlers<typeof attendanceRoutes> => ({
  async code({ params, caller, db }) {
    const { class: row, course } = found(await findClass(db, caller, params.class));
    if (!classLife.may('attend', row.status, 'provider')) throw new Problem('wrong_state');
    const day = await databaseDay(db);
    const code = attendanceCode(row.attendanceKey, row.id, day);
    return { day, code, number: row.number, title: course.title, place: row.place };
  },

  async checkIn({ params, body: { code }, caller, db, request }) {
    const scanned = await scan(db, { caller, requestId: request.id, classId: params.class, code });
    const record = found(await findOpenClass(db, params.class));
    return { ...scanned, course: record.course.title };
  },

  async sheet({ params, query: { day }, caller, db }) {
    const record = found(await findClass(db, caller, params.class));
    return sheetOf(db, caller, record, day);
  },

  async record({ params, body: { present }, caller, db, request }) {
    const act = { caller, requestId: request.id, classId: params.class, day: params.day, present };
    await callRoll(db, act);
    return sheetOf(db, caller, found(await findClass(db, caller, params.class)), params.day);
  },
});

async function sheetOf(
  db: Db,
  caller: Caller,
  { class: row }: ClassRecord,
  asked: string | undefined,
): Promise<AttendanceSheet> {
  const today = await databaseDay(db);
  const day = asked ?? today;
  const held = isHeld(row, day, today);
  const isTeacher = caller.role === 'provider';
  const rows = await attendanceOf(db, row.id, day);
  return {
    day,
    held,
    next: held || day > row.endsOn ? null : day > row.startsOn ? day : row.startsOn,
    days: await daysTaught(db, row.id),
    rows: rows.map(({ name, ...rest }) => ({
      ...rest,
      name: isTeacher ? (name ?? '') : maskName(name ?? ''),
    })),
    allowed: isTeacher && held && classLife.may('attend', row.status, 'provider') ? ['record'] : [],
  };
}
