import type { taskRoutes } from '#contract/routes/tasks.ts';
import { listTasks } from '#drizzle/queries/tasks.ts';
import { finishTask } from '../operations/tasks.ts';
import { presentTask } from '../presenters/task.ts';
import type { Handlers } from '../register.ts';

export const taskHandlers = (): Handlers<typeof taskRoutes> => ({
  async list({ query, caller, db }) {
    const { items, total } = await listTasks(db, caller.region, query);
    return { ...query, total, items: items.map(presentTask) };
  },

  async done({ params, body, caller, db, request }) {
    await finishTask(db, { caller, requestId: request.id, taskId: params.task, result: body.result });
  },
});
