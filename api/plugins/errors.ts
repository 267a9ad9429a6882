import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isResponseSerializationError } from 'fastify-type-provider-zod';
import type { ProblemCode } from '#contract/problems.ts';
import { FileTooLarge } from '#platform/storage.ts';
import { Problem } from '../problem.ts';

/** Every answer that is no success is application/problem+json from here. */
export function errorsPlugin(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(app, request.url);
    if (allowed.length === 0) return sendProblem(new Problem('not_found'), request, reply);
    reply.header('allow', allowed.join(', '));
    return sendProblem(new Problem('method_not_allowed'), request, reply);
  });
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.code === 'internal') request.log.error({ error: anonymous(error) }, 'request failed');
  const { retryAfter } = problem.details;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem.toDocument(request.id));
}

/** Answers what Node could not read as HTTP; there is no request then, only a socket. */
export function refuseSocket(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const document = new Problem('invalid_input', { detail: '请求格式不对' }).toDocument(randomUUID());
  const body = JSON.stringify(document);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** The catalogue entry for whatever was thrown; what nobody foresaw is `internal`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof FileTooLarge) return new Problem('too_large');
  if (isResponseSerializationError(error)) return new Problem('internal');
  const { code, statusCode } = traitsOf(error);
  if (code && BY_CODE[code]) return new Problem(BY_CODE[code]);
  if (databaseIsAway(error)) return new Problem('unavailable', { retryAfter: 5 });
  if (statusCode === 413) return new Problem('too_large');
  if (statusCode === 415) return new Problem('unsupported_media_type');
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Problem('invalid_input');
  return new Problem('internal');
}

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'too_large',
  FST_FIELDS_LIMIT: 'too_large',
  FST_PARTS_LIMIT: 'too_large',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

/** Errors of the connection, as postgres.js and Node name them, and PostgreSQL starting or stopping. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|CONNECT_TIMEOUT|CONNECTION_(ENDED|CLOSED|DESTROYED)|57P0[123]|53300)$/;

function databaseIsAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (AWAY.test(traitsOf(at).code ?? '')) return true;
  }
  return false;
}

/**
 * What may be logged of an error: its kind and where it happened. Messages stay out, because drivers and
 * parsers quote the values they choke on.
 */
export function anonymous(error: unknown) {
  const chain = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, constraint } = traitsOf(at);
    const frames = at.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
    chain.push({ type: at.name, code, constraint, frames: frames.slice(0, 8).map((line) => line.trim()) });
  }
  return chain;
}

function traitsOf(error: unknown): { code?: string; statusCode?: number; constraint?: string } {
  if (typeof error !== 'object' || error === null) return {};
  const { code, statusCode, constraint_name } = error as Record<string, unknown>;
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(typeof constraint_name === 'string' && { constraint: constraint_name }),
  };
}

/** Methods the path answers to; empty for a path nobody knows. */
function methodsOf(app: FastifyInstance, url: string): string[] {
  const path = url.split('?', 1)[0] ?? '';
  const methods = app.registered
    .filter((route) => patternOf(route.url).test(path))
    .flatMap(({ method }) => method);
  return [...new Set(methods)];
}

const patternOf = (url: string) => new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
