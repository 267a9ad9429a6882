import { type SeekerRefusal, seekerRefusal } from '../codes/market.ts';

export interface Declined {
  readonly reason: SeekerRefusal;
  readonly people: number;
}

/** With fewer people an employer could guess whose reason it was. */
const ENOUGH = 3;

/** Care and health serve only to protect the person: to an employer they are one. */
const PRIVATE: ReadonlySet<SeekerRefusal> = new Set(['care', 'health']);

/**
 * Why people declined a post, as its employer may know it: most people first, no reason told apart while few declined.
 * Pure; `reasons` is empty below that number.
 */
export function declinedForEmployer(rows: readonly Declined[]) {
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  if (people < ENOUGH) return { people, reasons: [] };
  const byLabel = new Map<string, number>();
  for (const { reason, people } of rows) {
    const label = PRIVATE.has(reason) ? '家里或身体的原因' : seekerRefusal.label(reason);
    byLabel.set(label, (byLabel.get(label) ?? 0) + people);
  }
  const reasons = [...byLabel].map(([label, people]) => ({ label, people }));
  return { people, reasons: reasons.sort((a, b) => b.people - a.people) };
}
