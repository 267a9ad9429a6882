import { z } from 'zod';
import { defineRoutes, roles } from '../route.ts';
import { trainers } from './classes.ts';
import { isoDay } from './shared.ts';

export const attendanceSheet = z.object({
  day: z.string(),
  /** false for a day without a lesson, and for one that has not come */
  held: z.boolean(),
  /** of a day that is not held: when the class meets from then on; null when it is over */
  next: z.string().nullable(),
  /** days taught so far, newest first */
  days: z.array(z.string()),
  rows: z.array(
    z.object({
      enrolment: z.uuid(),
      name: z.string(),
      /** how it was recorded; null = absent */
      method: z.enum(['qr', 'teacher']).nullable(),
    }),
  ),
  allowed: z.array(z.enum(['record'])),
});
export type AttendanceSheet = z.infer<typeof attendanceSheet>;

const params = z.object({ class: z.uuid('编号不对') });

export const attendanceRoutes = defineRoutes({
  code: {
    method: 'GET',
    url: '/api/classes/:class/attendance-code',
    summary: '今天的签到码；过了今天就失效',
    access: roles('provider'),
    params,
    answer: z.object({
      day: z.string(),
      code: z.string(),
      number: z.string(),
      title: z.string(),
      place: z.string(),
    }),
    problems: ['not_found', 'wrong_state'],
  },
  checkIn: {
    method: 'POST',
    url: '/api/classes/:class/attendance',
    summary: '学员扫码签到；一天一次，重复扫不会多记',
    access: roles('seeker'),
    params,
    body: z.object({ code: z.string().max(40) }),
    answer: z.object({ day: z.string(), first: z.boolean(), course: z.string() }),
    problems: ['not_found', 'attendance_code_refused'],
  },
  sheet: {
    method: 'GET',
    url: '/api/classes/:class/attendance',
    summary: '某天的签到表',
    access: trainers,
    params,
    query: z.object({ day: isoDay.optional() }),
    answer: attendanceSheet,
    problems: ['not_found'],
  },
  record: {
    method: 'PUT',
    url: '/api/classes/:class/attendance/:day',
    summary: '老师点名；扫过码的保留',
    access: roles('provider'),
    params: params.extend({ day: isoDay }),
    body: z.object({ present: z.array(z.uuid('编号不对')).max(500) }),
    answer: attendanceSheet,
    problems: ['not_found', 'wrong_state'],
  },
});
