import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Access } from '#contract/route.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { Problem } from '../problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Lets in whom the route names, before anything of the request is read. */
export function accessHook(access: Access): onRequestAsyncHookHandler {
  return async (request) => {
    const { limits, authenticate } = request.server;
    await limits.address(request);
    if (access.kind === 'public') return;
    request.caller = await authenticate(request);
    await limits.account(request);
    if (access.kind === 'roles' && !access.roles.includes(request.caller.role))
      throw new Problem('forbidden');
  };
}

/** Null on public routes. */
export const callerOf = (request: FastifyRequest): Caller | null => request.caller;
