/**
 * What notices are about. `params` are what a notice keeps: ids, numbers and days. The names, phones and words a
 * text may use are looked up when it is shown, so that what was erased or corrected is never sent.
 */
export const subjectFacts = {
  application: ['post', 'employer', 'appointment', 'reason', 'answerBy'],
  vacancy: ['post', 'employer', 'day'],
  employer: ['employer', 'day', 'reason', 'accreditedUntil'],
  class: ['course', 'day', 'time', 'place'],
  provider: ['provider', 'day', 'reason'],
  voucher: ['occupation', 'yuan'],
  search: ['search', 'count'],
  fair: ['fair', 'day', 'time', 'place'],
} as const;

export type NoticeSubject = keyof typeof subjectFacts;
export type FactOf<S extends NoticeSubject> = (typeof subjectFacts)[S][number];

export interface SubjectParams {
  readonly application: {
    readonly application: string;
    readonly vacancy?: string;
    readonly reason?: string;
    readonly authority?: string;
  };
  readonly vacancy: { readonly vacancy: string; readonly days?: number };
  readonly employer: { readonly employer: string; readonly day?: string };
  readonly class: { readonly class: string; readonly enrolment?: string };
  readonly provider: { readonly provider: string; readonly day?: string };
  readonly voucher: { readonly voucher: string };
  readonly search: { readonly search: string; readonly count: number };
  readonly fair: { readonly fair: string; readonly vacancy?: string };
}
