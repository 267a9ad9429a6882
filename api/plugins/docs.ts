import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { role } from '#contract/codes/account.ts';
import { type ProblemCode, problems } from '#contract/problems.ts';
import type { Access, RouteContract } from '#contract/route.ts';

/** OpenAPI 3.1 from the registered routes; register it before them. */
export async function docsPlugin(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '乐业 Leye 接口',
        version: '1',
        description: '错误一律为 application/problem+json；写操作可带 Idempotency-Key 重试。',
      },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform(document) {
      const { schema, url } = jsonSchemaTransform(document);
      const route = document.route.config?.contract;
      return { url, schema: route ? { ...schema, ...facts(route) } : schema };
    },
  });
}

function facts(route: RouteContract) {
  const problemLines = (route.problems ?? []).map((code: ProblemCode) => `${code}:${problems[code].title}`);
  return {
    description: [words(route.access), ...problemLines].join(';'),
    ...(route.access.kind !== 'public' && { security: [{ bearer: [] }] }),
    ...(route.upload && { consumes: ['multipart/form-data'] }),
  };
}

function words(access: Access): string {
  if (access.kind === 'public') return '公开';
  if (access.kind === 'signed-in') return '登录后';
  return `限：${access.roles.map(role.label).join('、')}`;
}
