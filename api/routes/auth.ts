import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { authRoutes } from '#contract/routes/auth.ts';
import { findCredentials } from '#drizzle/queries/accounts.ts';
import { REFRESH_DAYS, refresh, type SignedIn, signIn, signOut } from '../operations/signIn.ts';
import { ACCESS_SECONDS } from '../plugins/tokens.ts';
import { presentMe } from '../presenters/me.ts';
import { Problem } from '../problem.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';

const DEVICE_DAYS = 180;

export function authHandlers({ env }: Pick<Services, 'env'>): Handlers<typeof authRoutes> {
  const secure = env.PUBLIC_URL.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  const cookies = { refresh: `${prefix}leye-refresh`, device: `${prefix}leye-device` };
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  const days = (count: number) => ({ ...options, maxAge: count * 86_400 });

  function answer(request: FastifyRequest, reply: FastifyReply, { caller, refreshToken }: SignedIn) {
    const { tokens } = request.server;
    reply
      .header('cache-control', 'no-store')
      .setCookie(cookies.refresh, refreshToken, days(REFRESH_DAYS))
      .setCookie(cookies.device, tokens.device(caller.id), days(DEVICE_DAYS));
    return { accessToken: tokens.access(caller), expiresIn: ACCESS_SECONDS, me: presentMe(caller) };
  }

  return {
    async signIn({ body: { login, password }, db, request, reply }) {
      const { limits, tokens } = request.server;
      const account = await findCredentials(db, login);
      const known = account && tokens.isDevice(account.id, request.cookies[cookies.device]);
      await (known ? limits.signInKnown(request) : limits.signInUnknown(request));
      return answer(request, reply, await signIn(db, { account, login, password, requestId: request.id }));
    },

    async refresh({ db, request, reply }) {
      const token = request.cookies[cookies.refresh];
      if (!token) throw new Problem('session_ended');
      try {
        return answer(request, reply, await refresh(db, { token, requestId: request.id }));
      } catch (error) {
        if (error instanceof Problem) reply.clearCookie(cookies.refresh, options);
        throw error;
      }
    },

    async signOut({ db, request, reply }) {
      const token = request.cookies[cookies.refresh];
      if (token) await signOut(db, { token, requestId: request.id });
      reply.clearCookie(cookies.refresh, options);
    },

    me: async ({ caller }) => presentMe(caller),
  };
}
