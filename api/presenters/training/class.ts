import type { z } from 'zod';
import { skillName } from '#contract/codes/skill.ts';
import { classStatus, courseKind } from '#contract/codes/training.ts';
import { classLife } from '#contract/life/courseClass.ts';
import { hoursText } from '#contract/present/class.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { CourseClass, classPost } from '#contract/routes/classes.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import type { ClassRecord } from '#drizzle/queries/training/classes.ts';
import type { PostRecord } from '#drizzle/queries/training/commitments.ts';
import { classActor } from '../../operations/training/classes.ts';
import { can } from '../../policies/abilities.ts';

export function presentClass(record: ClassRecord, caller: Caller): CourseClass {
  const { class: row, course, provider, settlementName, waiting, committedPlaces } = record;
  const { id, number, status, seats, taken, startsOn, endsOn, dayStart, dayEnd, place } = row;
  return {
    id,
    number,
    course: {
      id: course.id,
      title: course.title,
      kindLabel: courseKind.label(course.kind),
      occupationLabel: skillName(course.occupation),
    },
    provider: { id: provider.id, name: provider.name },
    status,
    statusLabel: classStatus.label(status),
    seats,
    taken,
    waiting,
    startsOn,
    endsOn,
    dayStart,
    dayEnd,
    hours: hoursText(row),
    place,
    settlement:
      row.settlement === null ? null : { code: row.settlement, name: settlementName ?? row.settlement },
    childcare: row.childcare,
    allowance: row.allowance,
    committedPlaces,
    cancelReason: row.cancelReason,
    version: row.version,
    allowed:
      can(caller.role, 'teach') || can(caller.role, 'hire') || can(caller.role, 'verify_providers')
        ? classLife.allowed(status, classActor(caller))
        : [],
  };
}

export const presentPost = ({
  vacancy,
  employer,
  place,
  needsCourse,
  committed,
}: PostRecord): z.output<typeof classPost> => ({
  vacancy: vacancy.id,
  title: vacancy.title,
  employer,
  place,
  pay: payText(vacancy),
  placesLeft: vacancy.headcount - vacancy.filled,
  needsCourse,
  committed,
});
