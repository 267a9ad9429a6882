import { z } from 'zod';
import { bureau, defineRoutes, roles } from '../route.ts';
import { regionCode } from './shared.ts';

/** One course for one settlement; every figure was found by solving the plan again. */
export const trainingDemand = z.object({
  id: z.uuid(),
  settlement: z.object({ code: z.string(), name: z.string() }),
  occupation: z.string(),
  occupationLabel: z.string(),
  /** zero-employment households covered beyond the plan */
  households: z.int(),
  byTier: z.object({ A: z.int(), B: z.int(), C: z.int() }),
  /** persons in work beyond the plan */
  placed: z.int(),
  /** who has to attend; without any one of them fewer households were covered */
  seats: z.int(),
  people: z.array(
    z.object({ name: z.string(), household: z.string(), vacancy: z.uuid(), title: z.string() }),
  ),
  posts: z.array(
    z.object({
      vacancy: z.uuid(),
      title: z.string(),
      employer: z.string(),
      pay: z.string(),
      /** people of this demand who would take it */
      takers: z.int(),
      /** places promised to graduates so far, by any class */
      committed: z.int(),
    }),
  ),
  /** published courses that teach it, and classes planned or open at the settlement */
  courses: z.int(),
  classes: z.int(),
});
export type TrainingDemand = z.infer<typeof trainingDemand>;

export const trainingDemandRoutes = defineRoutes({
  board: {
    method: 'GET',
    url: '/api/training/demand',
    summary: '培训需求：哪个安置点开什么班，能多帮几户、哪些人、去哪些岗位',
    access: roles('provider', 'grid_worker', 'counsellor', 'bureau', 'auditor', 'admin'),
    query: z.object({ region: regionCode.optional() }),
    answer: z.object({
      region: z.object({ code: z.string(), name: z.string() }),
      /** null: no plan is in force, so nothing can be asked of it */
      study: z
        .object({
          status: z.enum(['queued', 'running', 'done', 'failed']),
          today: z.string(),
          finishedAt: z.iso.datetime().nullable(),
          failure: z.string().nullable(),
        })
        .nullable(),
      /** zero-employment households the plan leaves out */
      uncovered: z.int(),
      items: z.array(trainingDemand),
      /** work people declined within a year because they fear they cannot do it, most people first */
      afraid: z.array(
        z.object({
          settlement: z.object({ code: z.string(), name: z.string() }),
          occupation: z.string(),
          occupationLabel: z.string(),
          people: z.int(),
          /** published courses that teach it */
          courses: z.int(),
        }),
      ),
      allowed: z.array(z.enum(['study'])),
    }),
    problems: ['not_found'],
  },
  study: {
    method: 'POST',
    url: '/api/training/demand',
    summary: '按当前方案重新计算培训需求',
    access: bureau,
    body: z.object({ region: regionCode.optional() }),
    answer: 'empty',
    status: 202,
    problems: ['not_found', 'wrong_state'],
  },
});
