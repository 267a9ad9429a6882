import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { z } from 'zod';
import type { Access, RouteContract, RouteTable } from '#contract/route.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { type ServerEvents, sendEvents } from './answers/events.ts';
import { type FileAnswer, sendFile } from './answers/file.ts';
import { accessHook, callerOf } from './plugins/access.ts';
import { replayable } from './plugins/idempotency.ts';
import { keep } from './remember.ts';

/** What a handler is called with: validated input, and `db`, a transaction when the write may be replayed. */
export interface Call<C extends RouteContract> {
  readonly params: Parsed<C['params']>;
  readonly query: Parsed<C['query']>;
  readonly body: Parsed<C['body']>;
  readonly caller: C['access'] extends { readonly kind: 'public' } ? null : Caller;
  readonly db: Db;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Answered<A> = A extends z.ZodType
  ? z.output<A>
  : A extends 'file'
    ? FileAnswer
    : A extends 'events'
      ? ServerEvents
      : undefined;

export type Handler<C extends RouteContract> = (call: Call<C>) => Promise<Answered<C['answer']>>;

/** A handler for every route of a resource: a missing one does not compile. */
export type Handlers<T extends RouteTable> = { readonly [K in keyof T]: Handler<T[K]> };

declare module 'fastify' {
  interface FastifyInstance {
    /** every route there is, in order of registration */
    registered: readonly RouteOptions[];
  }
  interface FastifyContextConfig {
    access?: Access;
    contract?: RouteContract;
  }
}

/** Keeps the list of routes, and stops the boot when anything registers one that does not say who may call it. */
export function demandAccess(app: FastifyInstance): void {
  const registered: RouteOptions[] = [];
  app.decorate('registered', registered);
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`Route without access: ${route.method} ${route.url}`);
    registered.push(route);
  });
}

/**
 * Attaches every route of the contract to its handler; the only way a route comes to be.
 * @throws Error when a route has no handler or a handler no route
 */
export function attach(
  app: FastifyInstance,
  db: Db,
  contract: Readonly<Record<string, RouteTable>>,
  handlers: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  const named = (tables: Readonly<Record<string, object>>) =>
    Object.entries(tables).flatMap(([resource, table]) =>
      Object.keys(table).map((key) => `${resource}.${key}`),
    );
  const routes = new Set(named(contract));
  const handled = new Set(named(handlers));
  const stray = [...routes, ...handled].filter((name) => !(routes.has(name) && handled.has(name)));
  if (stray.length > 0) throw new Error(`Contract and handlers differ: ${stray.join(', ')}`);

  for (const [resource, table] of Object.entries(contract)) {
    for (const [key, route] of Object.entries(table)) {
      app.route(toRoute(db, `${resource}.${key}`, route, handlers[resource]?.[key] as AnyHandler));
    }
  }
}

/** `Handlers` has proved the types per route; in the loop they are one. */
type AnyHandler = (call: Call<RouteContract>) => Promise<unknown>;

const JSON_TYPE = 'application/json; charset=utf-8';

function toRoute(db: Db, operationId: string, route: RouteContract, handler: AnyHandler): RouteOptions {
  const { method, url, summary, access, params, query, body, answer, status = 200, sharedFor } = route;
  const share =
    sharedFor && access.kind === 'public' ? keep<string, string>({ seconds: sharedFor }) : undefined;
  return {
    method,
    url,
    config: { access, contract: route },
    schema: {
      operationId,
      summary,
      tags: [operationId.split('.', 1)[0] as string],
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(typeof answer === 'object' && { response: { [status]: answer } }),
    },
    onRequest: accessHook(access),
    async handler(request, reply) {
      reply.code(status);
      const act = (db: Db) =>
        handler({
          params: request.params as undefined,
          query: request.query as undefined,
          body: request.body as undefined,
          caller: callerOf(request) as Caller,
          db,
          request,
          reply,
        });
      if (share) {
        const body = await share(request.url, async () => String(reply.serialize((await act(db)) as object)));
        return reply.type(JSON_TYPE).send(body);
      }
      const result = await replayable(db, route, request, reply, act);
      if (answer === 'file') return sendFile(reply, result as FileAnswer);
      if (answer === 'events') return sendEvents(request, reply, result as ServerEvents);
      return answer === 'empty' ? reply.send() : result;
    },
  };
}
