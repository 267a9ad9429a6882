import { checked, several, text } from '#lib/server/fields.ts';
import { type Occupation, occupation } from '$contract/codes/occupation.ts';
import { type Certificate, certificate } from '$contract/codes/person.ts';
import { type CourseKind, courseKind, type SkillLevel, skillLevel } from '$contract/codes/training.ts';

/** The lists a course form offers. */
export const courseChoices = () => ({
  kinds: choices(courseKind),
  levels: choices(skillLevel),
  occupations: choices(occupation),
  certificates: choices(certificate),
});

/** The form as the contract wants it; what is no code is refused by the API with its reason. */
export const readCourse = (form: FormData) => ({
  title: text(form, 'title'),
  kind: text(form, 'kind') as CourseKind,
  occupation: text(form, 'occupation') as Occupation,
  level: text(form, 'level') as SkillLevel,
  skills: several(form, 'skills') as Occupation[],
  certificates: several(form, 'certificates') as Certificate[],
  content: text(form, 'content'),
  hours: text(form, 'hours'),
  literacyNeeded: checked(form, 'literacyNeeded'),
});

const choices = <C extends string>({ values, label }: { values: readonly C[]; label: (code: C) => string }) =>
  values.map((value) => ({ value, label: label(value) }));
