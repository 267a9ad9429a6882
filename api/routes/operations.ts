import type { FastifyInstance } from 'fastify';
import type { operationRoutes } from '#contract/routes/operations.ts';
import { ping } from '#drizzle/queries/health.ts';
import { type ApiDescription, docsPage, docsPolicy } from '../presenters/docs.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';

export function operationHandlers(
  app: FastifyInstance,
  { search, queues }: Pick<Services, 'search' | 'queues'>,
): Handlers<typeof operationRoutes> {
  return {
    live: async () => ({ status: 'ok' }),

    async ready({ db, reply }) {
      const [database, engine, broker] = await Promise.all([
        state(ping(db)),
        state(search.client.health()),
        state(queues?.check()),
      ]);
      // On PostgreSQL the queue is as well as the database.
      const parts = { database, search: engine, queue: database === 'down' ? database : broker };
      if (database === 'down' || app.stopping.aborted) {
        reply.code(503).header('retry-after', 5);
        return { status: 'down', parts };
      }
      return { status: parts.search === 'ok' && parts.queue === 'ok' ? 'ok' : 'degraded', parts };
    },

    metrics: async () => ({ type: app.metrics.contentType, content: await app.metrics.metrics() }),

    openapi: async () => ({
      type: 'application/json; charset=utf-8',
      content: JSON.stringify(app.swagger()),
    }),

    async docs({ reply }) {
      reply.header('content-security-policy', docsPolicy);
      return { type: 'text/html; charset=utf-8', content: docsPage(app.swagger() as ApiDescription) };
    },
  };
}

const state = async (answer: Promise<unknown> | undefined): Promise<'ok' | 'down'> => {
  try {
    await answer;
    return 'ok';
  } catch {
    return 'down';
  }
};
