import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

type Limit = (request: FastifyRequest) => Promise<void>;

declare module 'fastify' {
  interface FastifyInstance {
    limits: {
      /** per address, on every route */
      address: Limit;
      /** per account, on every route that needs one */
      account: Limit;
      /** tries to sign in from a browser that has been signed in to this account before */
      signInKnown: Limit;
      /** tries to sign in from elsewhere: per login and address, per login, per address */
      signInUnknown: Limit;
    };
  }
}

/**
 * Limits in memory, one count a process. Guessing a password from elsewhere fills only the buckets of unknown
 * browsers, so it never locks out somebody who has signed in from theirs before.
 * The machine itself (the web server, operators) has no limit by address; the web server passes on the visitor's
 * address in X-Forwarded-For.
 */
export async function limitsPlugin(app: FastifyInstance) {
  await app.register(rateLimit, { global: false });
  const limit = (max: number, minutes: number, keyGenerator: (request: FastifyRequest) => string): Limit => {
    const check = app.createRateLimit({ max, timeWindow: minutes * 60_000, keyGenerator });
    return async (request) => {
      const result = await check(request);
      if (!result.isAllowed && result.isExceeded) {
        throw new Problem('too_many_requests', { retryAfter: result.ttlInSeconds });
      }
    };
  };
  const remoteOnly =
    (limited: Limit): Limit =>
    async (request) => {
      if (!LOOPBACK.test(request.ip)) await limited(request);
    };

  const address = (request: FastifyRequest) => request.ip;
  const perLoginAndAddress = limit(10, 10, (request) => `${request.ip} ${loginOf(request)}`);
  const perLogin = limit(50, 10, loginOf);
  const perAddress = remoteOnly(limit(100, 10, address));

  app.decorate('limits', {
    address: remoteOnly(limit(1200, 1, address)),
    account: limit(600, 1, (request) => request.caller?.id ?? ''),
    signInKnown: limit(20, 10, loginOf),
    async signInUnknown(request: FastifyRequest) {
      await perAddress(request);
      await perLoginAndAddress(request);
      await perLogin(request);
    },
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const loginOf = (request: FastifyRequest) => String((request.body as { login?: unknown } | null)?.login);
