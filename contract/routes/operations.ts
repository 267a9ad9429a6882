import { z } from 'zod';
import { anyone, defineRoutes } from '../route.ts';

/** Probes and figures for those who keep the product running. */
export const operationRoutes = defineRoutes({
  live: {
    method: 'GET',
    url: '/livez',
    summary: '进程活着',
    access: anyone,
    answer: z.object({ status: z.literal('ok') }),
  },
  ready: {
    method: 'GET',
    url: '/readyz',
    summary: '各部分是否可用；数据库不在时为 503',
    access: anyone,
    answer: z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      parts: z.object({
        database: z.enum(['ok', 'down']),
        search: z.enum(['ok', 'down']),
        queue: z.enum(['ok', 'down']),
      }),
    }),
  },
  metrics: {
    method: 'GET',
    url: '/metrics',
    summary: 'Prometheus 指标',
    access: anyone,
    answer: 'file',
  },
  openapi: {
    method: 'GET',
    url: '/openapi.json',
    summary: '接口说明，OpenAPI 3.1',
    access: anyone,
    answer: 'file',
  },
  docs: {
    method: 'GET',
    url: '/docs',
    summary: '接口说明，给人看的一页',
    access: anyone,
    answer: 'file',
  },
});
