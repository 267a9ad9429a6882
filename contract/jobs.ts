import { z } from 'zod';

/** Job name → queue, payload and options. Payloads hold ids and ISO strings, never objects or dates. */
export const jobs = {
  'import.check': { queue: 'ledgers', payload: z.object({ batchId: z.uuid() }), attempts: 5 },
  'import.commit': { queue: 'ledgers', payload: z.object({ batchId: z.uuid() }), attempts: 5 },
  'import.undo': { queue: 'ledgers', payload: z.object({ batchId: z.uuid() }), attempts: 5 },
  'matching.run': { queue: 'matching', payload: z.object({ runId: z.uuid() }), attempts: 5 },
  /** one question of a run too large for one job, about one slice of its people */
  'matching.slice': {
    queue: 'slices',
    payload: z.object({ runId: z.uuid(), questionId: z.uuid() }),
    attempts: 5,
  },
  'training.study': { queue: 'matching', payload: z.object({ runId: z.uuid() }), attempts: 3 },
  'fair.propose': { queue: 'matching', payload: z.object({ fairId: z.uuid() }), attempts: 3 },
  'search.sync': {
    queue: 'search',
    payload: z.object({ index: z.enum(['vacancies', 'workers']), ids: z.array(z.uuid()).min(1).max(1000) }),
    attempts: 10,
  },
  'search.rebuild': {
    queue: 'search',
    payload: z.object({ index: z.enum(['vacancies', 'workers', 'all']) }),
    attempts: 5,
  },
  /** no ids: whatever is due is sent, so one job does the work of many events */
  'notices.send': { queue: 'notices', payload: z.object({}), attempts: 5 },
  /** once a day: new vacancies for those who saved a search */
  'searches.match': { queue: 'search', payload: z.object({}), attempts: 5 },
  'search.reconcile': { queue: 'search', payload: z.object({}), attempts: 3 },
} as const satisfies Record<string, { queue: QueueName; payload: z.ZodType; attempts: number }>;

export const queueNames = ['ledgers', 'matching', 'slices', 'search', 'notices'] as const;
export type QueueName = (typeof queueNames)[number];

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>;
export const jobNames = Object.keys(jobs) as JobName[];
