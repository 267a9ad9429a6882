import { minuteOfDay, text } from '#lib/server/fields.ts';

/** The form of a fair as the contract wants it, but for its region, which stays. */
export const readFair = (form: FormData) => ({
  title: text(form, 'title'),
  place: text(form, 'place'),
  day: text(form, 'day'),
  dayStart: minuteOfDay(text(form, 'dayStart')),
  dayEnd: minuteOfDay(text(form, 'dayEnd')),
});
