/** Calendar days of Asia/Shanghai as ISO dates; a world knows no other time than its `today`. */
export const defaultToday = '2026-11-22';

const dayMs = 86_400_000;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The moment a Shanghai day has reached `minutes` after midnight. */
export function instantOf(date: string, minutes: number): Date {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000);
}
