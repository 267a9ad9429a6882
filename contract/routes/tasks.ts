import { z } from 'zod';
import { taskKind } from '../codes/market.ts';
import { companions, defineRoutes } from '../route.ts';
import { pageOf, pageQuery, words } from './shared.ts';

/** One matter that waits for somebody of the region. */
export const task = z.object({
  id: z.uuid(),
  kind: z.enum(taskKind.values),
  kindLabel: z.string(),
  text: z.string(),
  /** ISO date; null where no day was set */
  dueOn: z.string().nullable(),
  late: z.boolean(),
  /** whom it concerns: name masked, and the household to visit */
  person: z
    .object({ id: z.uuid(), name: z.string(), household: z.uuid(), door: z.string().nullable() })
    .nullable(),
  /** the advertisement it is about, with whom to call there */
  vacancy: z
    .object({ id: z.uuid(), contact: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
});
export type Task = z.infer<typeof task>;

export const taskRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/tasks',
    summary: '辖区里等着办的事，先到期的在前',
    access: companions,
    query: pageQuery,
    answer: pageOf(task),
  },
  done: {
    method: 'POST',
    url: '/api/tasks/:task/done',
    summary: '办好了，记下结果',
    access: companions,
    params: z.object({ task: z.uuid('编号不对') }),
    body: z.object({ result: words(200).min(1, '请写一句结果') }),
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
});
