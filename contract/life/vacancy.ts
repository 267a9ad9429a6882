import type { VacancyStatus } from '../codes/work.ts';
import { defineLife } from './life.ts';

/** `product`: hiring and the clock. */
export type VacancyActor = 'employer' | 'staff' | 'product';

const open: readonly VacancyStatus[] = ['published', 'paused'];

/** draft → in_review → published ⇄ paused → filled → closed/expired; a changed text is reviewed again. */
export const vacancyLife = defineLife<VacancyStatus, VacancyActor>()({
  edit: { from: ['draft'], to: null, by: ['employer'] },
  submit: { from: ['draft'], to: 'in_review', by: ['employer'] },
  recall: { from: ['in_review'], to: 'draft', by: ['employer'] },
  approve: { from: ['in_review'], to: 'published', by: ['staff'] },
  return: { from: ['in_review'], to: 'draft', by: ['staff'] },
  pause: { from: ['published'], to: 'paused', by: ['employer', 'staff'] },
  resume: { from: ['paused'], to: 'published', by: ['employer'] },
  revise: { from: open, to: 'draft', by: ['employer'] },
  hire: { from: open, to: null, by: ['employer'] },
  fill: { from: open, to: 'filled', by: ['product'] },
  expire: { from: open, to: 'expired', by: ['product'] },
  close: {
    from: ['draft', 'in_review', 'published', 'paused', 'filled'],
    to: 'closed',
    by: ['employer', 'staff'],
  },
  /** A copy begins as a new draft; the old advertisement stays on record. */
  repost: { from: ['filled', 'closed', 'expired'], to: null, by: ['employer'] },
});
export type VacancyAction = (typeof vacancyLife.actions)[number];
