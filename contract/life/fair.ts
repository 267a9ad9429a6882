import type { FairStatus } from '../codes/fair.ts';
import { defineLife } from './life.ts';

/** `manager`: the bureau of the fair's region; `helper`: staff at the door, at the stalls and in the grids. */
export type FairActor = 'manager' | 'helper' | 'employer';

const before: readonly FairStatus[] = ['planned', 'inviting'];

/** planned → inviting → held → closed; until the door opens, a fair may be cancelled. */
export const fairLife = defineLife<FairStatus, FairActor>()({
  edit: { from: before, to: null, by: ['manager'] },
  propose: { from: before, to: null, by: ['manager'] },
  invite: { from: before, to: 'inviting', by: ['manager'] },
  answer: { from: ['inviting'], to: null, by: ['manager', 'helper'] },
  hold: { from: before, to: 'held', by: ['manager'] },
  attend: { from: ['held'], to: null, by: ['manager', 'helper'] },
  talk: { from: ['held'], to: null, by: ['manager', 'helper', 'employer'] },
  close: { from: ['held'], to: 'closed', by: ['manager'] },
  cancel: { from: before, to: 'cancelled', by: ['manager'] },
});
export type FairAction = (typeof fairLife.actions)[number];
