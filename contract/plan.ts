import { z } from 'zod';
import { scorePart } from './routes/runs.ts';

/**
 * What a run writes for people to read and the API hands out as it stands: the words of the day, so that
 * an old plan keeps saying what it said.
 */

/** jsonb of `proposal.parts`, adding up to the score */
export const storedParts = z.array(scorePart);
export type StoredParts = z.infer<typeof storedParts>;

/** jsonb of `run_household.facts` */
export const storedFacts = z.object({
  /** the reason's own facts: codes, ids and numbers; null when there is no reason */
  reason: z.unknown(),
  /** what would change the answer, in Chinese, most telling first; empty for a covered household */
  advice: z.array(z.string()),
  /** person id → why this seeker has no proposal, in Chinese */
  whyNot: z.record(z.string(), z.string()),
});
export type StoredFacts = z.infer<typeof storedFacts>;
