import { z } from 'zod';

/** jsonb of `fair_proposal.bound`: what the posts of a fair could do at best, and the proof. */
export const storedBound = z.object({
  /** people in want of a post in the fair's region, and those of them at least one post suits */
  seekers: z.int(),
  suitable: z.int(),
  /** places brought to the fair */
  places: z.int(),
  /** nobody can be placed beyond these without breaking the order of priorities */
  placed: z.int(),
  /** zero-employment households in the region, and those of them the best plan covers */
  zeroBefore: z.int(),
  households: z.int(),
  certificate: z.object({ valid: z.boolean(), value: z.string(), dualBound: z.string() }),
});
export type StoredBound = z.infer<typeof storedBound>;

/** jsonb of `fair_proposal.policy`: the row the number of invitations was decided by. */
export const storedRule = z.object({
  id: z.string(),
  value: z.number(),
  unit: z.string(),
  documentNumber: z.string(),
});
export type StoredRule = z.infer<typeof storedRule>;
