import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { queueNames } from '#contract/jobs.ts';
import { connections, outboxBacklog } from '#drizzle/queries/health.ts';
import type { Services } from '../services.ts';

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Registry;
  }
}

/** Durations by route pattern, never by address; backlog and connections are read when somebody scrapes. */
export function metricsPlugin(app: FastifyInstance, { db, queues }: Pick<Services, 'db' | 'queues'>): void {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  app.decorate('metrics', register);
  app.addHook('onClose', async () => register.clear());

  const durations = new Histogram({
    name: 'leye_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  const oldest = new Gauge({
    name: 'leye_outbox_oldest_seconds',
    help: 'Age of the oldest event no relay has taken yet',
    registers,
  });
  new Gauge({
    name: 'leye_outbox_waiting',
    help: 'Events no relay has taken yet',
    registers,
    async collect() {
      const backlog = await outboxBacklog(db);
      this.set(backlog.waiting);
      oldest.set(backlog.oldestSeconds);
    },
  });
  new Gauge({
    name: 'leye_db_connections',
    help: 'Connections to the database',
    labelNames: ['application', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { application, state, count } of await connections(db))
        this.set({ application, state }, count);
    },
  });

  if (!queues) return;
  const opened = queueNames.map((name) => ({ name, queue: queues.queue(name) }));
  new Gauge({
    name: 'leye_queue_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      for (const { name, queue } of opened) {
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
        for (const [state, count] of Object.entries(counts)) this.set({ queue: name, state }, count);
      }
    },
  });
}
