import type { ClassStatus, EnrolmentStatus } from '../codes/training.ts';
import { defineLife } from './life.ts';

export type ClassActor = 'provider' | 'staff' | 'employer';

/** planned → open → running → finished; until it begins, a class may be cancelled. */
export const classLife = defineLife<ClassStatus, ClassActor>()({
  edit: { from: ['planned', 'open'], to: null, by: ['provider'] },
  commit: { from: ['planned', 'open', 'running'], to: null, by: ['provider', 'staff', 'employer'] },
  open: { from: ['planned'], to: 'open', by: ['provider'] },
  start: { from: ['open'], to: 'running', by: ['provider'] },
  attend: { from: ['running'], to: null, by: ['provider'] },
  finish: { from: ['running'], to: 'finished', by: ['provider'] },
  cancel: { from: ['planned', 'open'], to: 'cancelled', by: ['provider', 'staff'] },
});
export type ClassAction = (typeof classLife.actions)[number];

/** `product`: the class begins. */
export type EnrolmentActor = 'provider' | 'person' | 'product';

/** A waiting person is moved up by the freeing of a seat alone, so no actor may do it. */
export const enrolmentLife = defineLife<EnrolmentStatus, EnrolmentActor>()({
  withdraw: { from: ['waiting', 'enrolled'], to: 'withdrawn', by: ['provider', 'person'] },
  lapse: { from: ['waiting'], to: 'unplaced', by: ['product'] },
  pass: { from: ['enrolled'], to: 'passed', by: ['provider'] },
  fail: { from: ['enrolled'], to: 'failed', by: ['provider'] },
  award: { from: ['passed'], to: null, by: ['provider'] },
});
export type EnrolmentAction = (typeof enrolmentLife.actions)[number];
