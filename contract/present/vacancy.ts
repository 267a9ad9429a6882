import type { PayBasis, VacancyKind, WorkForm } from '../codes/work.ts';

/** How a vacancy is said to people. Pure; the API, the index and the exported plan all use these. */

/** A school day leaves a carer free between these minutes of the day. */
const SCHOOL_DAY = { from: 8 * 60 + 30, until: 16 * 60 + 30 };

export interface HoursFacts {
  readonly kind: VacancyKind;
  readonly form: WorkForm;
  readonly flexible: boolean;
  readonly childWelcome: boolean;
  readonly shiftStart: number | null;
  readonly shiftEnd: number | null;
  readonly hoursPerDay: number;
}

/** 能顾家: done at home, hours of one's own, the child may come, or the shift lies inside a school day. */
export function isCareFriendly(vacancy: HoursFacts): boolean {
  if (vacancy.kind === 'home_work' || vacancy.flexible || vacancy.childWelcome) return true;
  if (vacancy.shiftStart === null || vacancy.shiftEnd === null) return false;
  return vacancy.shiftStart >= SCHOOL_DAY.from && vacancy.shiftEnd <= SCHOOL_DAY.until;
}

/** 8:30–16:30, 自己安排, 每天 4 小时 … */
export function hoursText(vacancy: HoursFacts): string {
  if (vacancy.shiftStart !== null && vacancy.shiftEnd !== null) {
    const shift = `${clock(vacancy.shiftStart)}–${clock(vacancy.shiftEnd)}`;
    return vacancy.flexible ? `${shift}，可商量` : shift;
  }
  if (vacancy.kind === 'home_work') return '在家做，时间自己定';
  if (vacancy.flexible) return `每天约 ${vacancy.hoursPerDay} 小时，时间可商量`;
  return `每天 ${vacancy.hoursPerDay} 小时`;
}

/** 8:30, 24:00, 次日 6:00 */
export const clock = (minutes: number) => {
  if (minutes === 1440) return '24:00';
  const hour = Math.floor(minutes / 60) % 24;
  const text = `${hour}:${String(minutes % 60).padStart(2, '0')}`;
  return minutes > 1440 ? `次日 ${text}` : text;
};

const UNIT: Record<PayBasis, string> = {
  monthly: '元/月',
  daily: '元/天',
  hourly: '元/小时',
  piece: '元/月',
};

export interface PayFacts {
  readonly payBasis: PayBasis;
  readonly payMin: number;
  readonly payMax: number;
  readonly monthlyMin: number;
  readonly monthlyMax: number;
}

/** Always digits: 2800–3500 元/月; piece-rate says what a full month brings. */
export function payText(vacancy: PayFacts): string {
  if (vacancy.payBasis === 'piece') return `计件，约 ${range(vacancy.monthlyMin, vacancy.monthlyMax)} 元/月`;
  return `${range(vacancy.payMin, vacancy.payMax)} ${UNIT[vacancy.payBasis]}`;
}

const range = (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`);
