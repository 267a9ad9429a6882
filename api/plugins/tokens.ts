import { createHmac, timingSafeEqual } from 'node:crypto';
import fastifyJwt from '@fastify/jwt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Caller, findCaller } from '#drizzle/queries/accounts.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Seconds an access token lives. */
export const ACCESS_SECONDS = 600;

const ISSUER = 'leye-api';
const AUDIENCE = 'leye';

/** `sub`: the account; `sid`: the family of its refresh tokens, so that ending a session ends its access. */
const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

declare module 'fastify' {
  interface FastifyInstance {
    /** The caller behind `Authorization: Bearer`. @throws Problem not_signed_in, session_ended */
    authenticate(request: FastifyRequest): Promise<Caller>;
    tokens: {
      access(caller: Caller): string;
      /** proves that the holder has signed in to the account before; good for rate limits only */
      device(accountId: string): string;
      isDevice(accountId: string, token: string | undefined): boolean;
    };
  }
}

export async function tokensPlugin(app: FastifyInstance, { db, env }: Pick<Services, 'db' | 'env'>) {
  const { current, keys } = env.JWT_KEYS;
  const signingKey = keys.get(current) as string;

  await app.register(fastifyJwt, {
    // Asked for the key of a decoded token; a kid that is not ours gets none.
    secret: async (_request: FastifyRequest, token: object) => {
      const kid = 'header' in token ? (token.header as { kid?: string }).kid : undefined;
      const key = keys.get(kid ?? '');
      if (key === undefined) throw new Problem('session_ended');
      return key;
    },
    decode: { complete: true },
    sign: { algorithm: 'HS256', expiresIn: `${ACCESS_SECONDS}s`, iss: ISSUER, aud: AUDIENCE },
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      requiredClaims: ['sub', 'sid', 'exp', 'iss', 'aud'],
      errorCacheTTL: 0,
    },
  });

  app.decorate('authenticate', async (request: FastifyRequest) => {
    if (!request.headers.authorization) throw new Problem('not_signed_in');
    const verified = await request.jwtVerify().catch(() => null);
    const token = claims.safeParse(verified);
    if (!token.success) throw new Problem('session_ended');
    const caller = await findCaller(db, token.data.sub, token.data.sid);
    if (!caller) throw new Problem('session_ended');
    return caller;
  });

  const device = (accountId: string) =>
    createHmac('sha256', signingKey).update(`device\0${accountId}`).digest('base64url');
  app.decorate('tokens', {
    access: ({ id, family }: Caller) =>
      app.jwt.sign({ sub: id, sid: family }, { key: signingKey, kid: current }),
    device,
    isDevice(accountId: string, token: string | undefined) {
      const [expected, given] = [device(accountId), token ?? ''];
      return expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
    },
  });
}
