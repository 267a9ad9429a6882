import { m } from '#lib/paraglide/messages.js';
import type { CourseCard } from '$contract/routes/courses.ts';
import type { VacancyPage, VacancyQuery } from '$contract/routes/vacancies.ts';
import type { Vacancy } from './VacancyCard.svelte';

/** Courses shown among vacancies: enough to be seen, too few to be in the way. */
export const COURSES = 3;
/** Vacancies that come first: who asks for work is answered with work. */
const FIRST = 3;

/** Whether courses can answer: words are asked for, and nothing only a vacancy has. */
export const asksForCourses = ({ q, page, kind, form, pay, lodging, county }: VacancyQuery): boolean =>
  q !== undefined && page === 1 && ![...kind, ...form, pay, lodging, county].some(Boolean);

/** One list of both; courses lead it when they are what was asked for and no vacancy is. */
export function oneList({ items, widened }: VacancyPage, courses: readonly CourseCard[]): Vacancy[] {
  const first = widened === null ? FIRST : 0;
  return [...items.slice(0, first), ...courses.map(asCard), ...items.slice(first)];
}

/** A course on the card of a vacancy: when and where is its next class. */
function asCard({ id, title, provider, kindLabel, opens, classes: [next] }: CourseCard): Vacancy {
  return {
    id,
    title,
    employer: provider,
    employerVerified: true,
    answerRate: null,
    kindLabel,
    formLabel: '',
    pay: '',
    place: next?.place ?? '',
    minutes: next?.minutes ?? null,
    hours: next?.hours ?? '',
    placesLeft: next?.seatsLeft ?? 0,
    lodging: false,
    meals: false,
    careFriendly: next?.careFriendly ?? false,
    insurance: false,
    course: opens.places === 0 ? '' : opens.near ? m.courses_opens_near(opens) : m.courses_opens(opens),
  };
}
