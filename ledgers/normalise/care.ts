/** Care duties told in passing: `带娃`, `照顾老人 8:30-16:30 可上班`, `接送孩子`, `家有病人需照料`. */
import type { CareKind } from '#contract/codes/person.ts';
import { clock } from '#contract/present/vacancy.ts';
import { readShift } from './shift.ts';
import { fold } from './text.ts';

export interface Care {
  readonly kind: CareKind;
  /** minutes of day between which the duty leaves the person free to work */
  readonly freeFrom: number;
  readonly freeUntil: number;
}

/** Free between taking a child to school and fetching it; with an old or sick person about the same. */
export const usualCareWindow = { freeFrom: 8 * 60 + 30, freeUntil: 16 * 60 + 30 };

/** null when the text tells of no duty. Without hours the usual window is taken. */
export function readCare(text: string): Care | null {
  const kind = careKind(fold(text));
  if (kind === null) return null;
  const hours = readShift(text);
  if ('fault' in hours || hours.value.start === null || hours.value.end === null || 'remark' in hours)
    return { kind, ...usualCareWindow };
  return { kind, freeFrom: hours.value.start, freeUntil: Math.min(hours.value.end, 24 * 60) };
}

function careKind(text: string): CareKind | null {
  if (!/带|照|看|陪|接送|护理|伺候|服侍|哺乳|抚养/.test(text)) return null;
  if (/病人|病患|患病|瘫痪|住院|残疾|重病/.test(text)) return 'sick';
  if (/娃|孩|小孩|子女|儿童|孙|婴|哺乳|陪读|学生|上学/.test(text)) return 'child';
  if (/老人|父母|爷爷|奶奶|公婆|老年|母亲|父亲/.test(text)) return 'elder';
  return /家人|家属/.test(text) ? 'sick' : null;
}

/** The reverse, for ledgers we write: `照看孩子 8:30-16:30 可上班`. */
export function careText(care: Care, labels: Readonly<Record<CareKind, string>>): string {
  return `${labels[care.kind]} ${clock(care.freeFrom)}-${clock(care.freeUntil)} 可上班`;
}
