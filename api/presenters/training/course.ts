import { certificate } from '#contract/codes/person.ts';
import { skillName } from '#contract/codes/skill.ts';
import { courseKind, skillLevel } from '#contract/codes/training.ts';
import { hoursText, isSchoolDay, placeText } from '#contract/present/class.ts';
import type { CourseCard, CourseDetail, OwnCourse } from '#contract/routes/courses.ts';
import type { ClassRecord } from '#drizzle/queries/training/classes.ts';
import type { CourseRecord } from '#drizzle/queries/training/courses.ts';

const facts = ({ course }: CourseRecord) => ({
  id: course.id,
  title: course.title,
  kind: course.kind,
  kindLabel: courseKind.label(course.kind),
  occupation: course.occupation,
  occupationLabel: skillName(course.occupation),
  level: course.level,
  levelLabel: skillLevel.label(course.level),
  hours: course.hours,
  literacyNeeded: course.literacyNeeded,
});

/** @param minutes one way to each settlement from the chosen one, when one is chosen */
export function presentCourse(
  record: CourseRecord,
  classes: readonly ClassRecord[],
  minutes: ReadonlyMap<string, number> | null,
): CourseCard {
  return {
    ...facts(record),
    provider: record.provider.name,
    opens: { vacancies: record.vacancies, places: record.places, near: minutes !== null },
    classes: classes.map(({ class: row, settlementName, waiting, committedPlaces }) => ({
      id: row.id,
      number: row.number,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      hours: hoursText(row),
      place: placeText(row.place, settlementName),
      minutes: minutes?.get(row.settlement ?? '') ?? null,
      seatsLeft: row.seats - row.taken,
      waiting,
      childcare: row.childcare,
      careFriendly: isSchoolDay(row),
      allowance: row.allowance,
      committedPlaces,
    })),
  };
}

export const presentCourseDetail = (
  record: CourseRecord,
  classes: readonly ClassRecord[],
  minutes: ReadonlyMap<string, number> | null,
  subsidy: number | null,
): CourseDetail => ({
  ...presentCourse(record, classes, minutes),
  content: record.course.content,
  teaches: record.course.skills.map(skillName),
  certificates: record.course.certificates.map(certificate.label),
  subsidy,
});

export const presentOwnCourse = (record: CourseRecord): OwnCourse => ({
  ...facts(record),
  skills: record.course.skills,
  certificates: record.course.certificates,
  content: record.course.content,
  status: record.course.status,
  classes: record.classes,
  opens: { vacancies: record.vacancies, places: record.places, near: false },
  allowed: ownActions[record.course.status],
});

const ownActions: Readonly<Record<OwnCourse['status'], OwnCourse['allowed']>> = {
  draft: ['edit', 'publish'],
  published: ['edit', 'close'],
  closed: [],
};
