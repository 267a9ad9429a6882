import { employerRefusal, seekerRefusal } from '../codes/market.ts';

const ENDED: Readonly<Record<string, string>> = {
  filled: '岗位已经招满',
  closed: '单位结束了招聘',
  expired: '招聘到期',
  hired_elsewhere: '已在别处上岗',
  objection: '本人有异议',
};

/** Why an application ended, in the words people read; null when it has not. Pure. */
export function endedBecause(code: string | null): string | null {
  if (code === null) return null;
  if (Object.hasOwn(ENDED, code)) return ENDED[code] as string;
  if (employerRefusal.is(code)) return employerRefusal.label(code);
  return seekerRefusal.is(code) ? seekerRefusal.label(code) : code;
}
