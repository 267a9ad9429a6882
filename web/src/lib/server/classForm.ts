import { checked, minuteOfDay, optional, text } from '#lib/server/fields.ts';

/** The form of a class as the contract wants it. */
export const readClass = (form: FormData) => ({
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
