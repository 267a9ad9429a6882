import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contract } from '#contract/routes/index.ts';
import { operationRoutes } from '#contract/routes/operations.ts';
import { docsPlugin } from './plugins/docs.ts';
import { errorsPlugin, refuseSocket, sendProblem } from './plugins/errors.ts';
import { limitsPlugin } from './plugins/limits.ts';
import { metricsPlugin } from './plugins/metrics.ts';
import { QuietLog, requestLogPlugin } from './plugins/requestLog.ts';
import { tokensPlugin } from './plugins/tokens.ts';
import { validatorCompiler } from './plugins/validation.ts';
import { Problem } from './problem.ts';
import { reason } from './reasons.ts';
import { attach, demandAccess } from './register.ts';
import { handlersOf } from './routes/index.ts';
import type { Services } from './services.ts';
import { UPLOAD_LIMIT } from './uploads.ts';

export interface AppOptions {
  /** refuse with 503 while the event loop lags; off where tests compete for the processor */
  readonly shedLoad?: boolean;
}

/** The API as a function of its services; it listens nowhere. */
export async function buildApp(
  services: Services,
  { shedLoad = true }: AppOptions = {},
): Promise<FastifyInstance> {
  const { db, env, log } = services;
  z.config({ localeError: reason });

  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new QuietLog(),
    trustProxy: env.TRUST_PROXY ? true : 'loopback',
    genReqId: requestIdOf,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    // While closing, requests on open connections are still answered; /readyz sends new ones elsewhere.
    return503OnClosing: false,
    clientErrorHandler: refuseSocket,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('caller', null);
  announceStop(app);

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    strictTransportSecurity: env.PUBLIC_URL.startsWith('https:'),
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT + 1, files: 1, fields: 5, fieldSize: 1024, parts: 6 },
  });
  requestLogPlugin(app);
  errorsPlugin(app);
  if (shedLoad) await app.register(underPressure, PRESSURE);
  metricsPlugin(app, services);
  await limitsPlugin(app);
  await tokensPlugin(app, services);
  await docsPlugin(app);

  demandAccess(app);
  attach(app, db, contract, handlersOf(app, services));
  return app;
}

/** Nothing the API answers is a page, except /docs, which says so itself. */
const CSP = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] };

const PROBES: ReadonlySet<string> = new Set(
  [operationRoutes.live, operationRoutes.ready, operationRoutes.metrics].map(({ url }) => url),
);

const PRESSURE = {
  maxEventLoopDelay: 1_000,
  sampleInterval: 500,
  /** Probes are answered as long as the process can, or it would be killed for being busy. */
  pressureHandler: ({ routeOptions }: FastifyRequest) => {
    if (PROBES.has(routeOptions.url ?? '')) return;
    throw new Problem('unavailable', { retryAfter: 2 });
  },
};

function requestIdOf({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Lets streams end when the server begins to stop, or they would keep it open. */
function announceStop(app: FastifyInstance): void {
  const stop = new AbortController();
  app.decorate('stopping', stop.signal);
  app.addHook('preClose', async () => stop.abort());
}
