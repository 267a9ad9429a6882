import type { VacancyQuery } from '$contract/routes/vacancies.ts';

/** Courses shown among vacancies: enough to be seen, too few to be in the way. */
export const COURSES = 3;
/** Vacancies that come first: who asks for work is answered with work. */
const FIRST = 3;

/** Whether courses can answer: words are asked for, and nothing only a vacancy has. */
export const asksForCourses = ({ q, page, kind, form, pay, lodging, county }: VacancyQuery): boolean =>
  q !== undefined && page === 1 && ![...kind, ...form, pay, lodging, county].some(Boolean);

interface Named {
  readonly id: string;
}

/** One list of both; courses lead it when they are what was asked for and no vacancy is. */
export function oneList<V extends Named, C extends Named>(
  vacancies: readonly V[],
  courses: readonly C[],
  widened: boolean,
) {
  type Line = { readonly id: string; readonly vacancy: V | null; readonly course: C | null };
  const line = (vacancy: V): Line => ({ id: vacancy.id, vacancy, course: null });
  const learning = courses.map((course): Line => ({ id: course.id, vacancy: null, course }));
  return vacancies.map(line).toSpliced(widened ? 0 : FIRST, 0, ...learning);
}
