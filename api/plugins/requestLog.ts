import { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { anonymous } from './errors.ts';

/** W3C Trace Context: version-traceid-parent-flags. */
const TRACE = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

/**
 * One line a request, with the route's pattern and never its address: a query string may hold a name.
 * The request id goes back to the caller, who shows it with an error.
 */
export function requestLogPlugin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const trace = TRACE.exec(String(request.headers.traceparent))?.[1];
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        account: request.caller?.id,
        trace,
      },
      'request',
    );
  });
}

/** Fastify's own lines quote addresses and messages, which may name people; of these only broken answers are told. */
export class QuietLog extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override streamError(error: Error, request: FastifyRequest): void {
    request.log.warn({ error: anonymous(error) }, 'answer broke off');
  }
}
