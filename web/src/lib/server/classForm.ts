import { type Answers, checked, minuteOfDay, optional, text } from '#lib/server/fields.ts';
import { classPlace, classTimes, inOrder } from '$contract/routes/classes.ts';

/** The form of a class as the contract wants it. */
export const readClass = (form: Answers) => ({
  seats: text(form, 'seats'),
  startsOn: text(form, 'startsOn'),
  endsOn: text(form, 'endsOn'),
  dayStart: minuteOfDay(text(form, 'dayStart')),
  dayEnd: minuteOfDay(text(form, 'dayEnd')),
  place: text(form, 'place'),
  settlement: optional(form, 'settlement'),
  childcare: checked(form, 'childcare'),
  allowance: text(form, 'allowance') || 0,
});

/** What is asked one after the other, and what the contract demands of it. */
export const classSteps = [
  { fields: ['course'] },
  { fields: Object.keys(classTimes.shape), demands: classTimes.superRefine(inOrder) },
  { fields: Object.keys(classPlace.shape), demands: classPlace },
] as const;

/** The first step before `asked` with something to mend, and the reason for each field; `asked` where there is none. */
export function nextStep(form: Answers, asked: number) {
  const answers = readClass(form);
  for (const [i, step] of classSteps.slice(0, asked - 1).entries()) {
    const read = 'demands' in step ? step.demands.safeParse(answers) : null;
    if (!read || read.success) continue;
    const errors = Object.fromEntries(
      read.error.issues.map(({ path, message }) => [String(path[0]), message]),
    );
    return { step: i + 1, errors };
  }
  return { step: asked, errors: {} };
}
