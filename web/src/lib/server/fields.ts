/** Reads what a form sends as the contract wants it. */

/** A sent form, or an address that holds what was answered so far. */
export type Answers = Pick<FormData, 'get'> | URLSearchParams;

export const text = (form: Answers, name: string): string => String(form.get(name) ?? '').trim();

/** An empty number field means none. */
export const optional = (form: Answers, name: string): string | null => text(form, name) || null;

export const checked = (form: Answers, name: string): boolean => form.get(name) !== null;

export const several = (form: FormData, name: string): string[] => form.getAll(name).map(String);

/** 09:30 → 570; anything else is left to the API to refuse. */
export function minuteOfDay(time: string): number {
  const [hours = Number.NaN, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** 570 → 09:30, as a time input wants it. */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Everything a form held, to fill it again after a refusal. */
export const kept = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
