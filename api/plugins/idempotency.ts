import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteContract } from '#contract/route.ts';
import type { Db } from '#drizzle/db.ts';
import { firstAnswer, keepAnswer, takeKey } from '#drizzle/queries/idempotency.ts';
import { invalidField, Problem } from '../problem.ts';
import { callerOf } from './access.ts';

const KEY = /^[\w-]{8,128}$/;

/**
 * Runs a write. With an `Idempotency-Key` header it runs in one transaction with the key: a repetition gets the
 * first answer, the same key with other input is refused, and a refused write leaves no key.
 * Uploads are outside: a repeated file is recognised by its content.
 */
export async function replayable(
  db: Db,
  route: RouteContract,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (db: Db) => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  const caller = callerOf(request);
  if (key === undefined || !caller || route.method === 'GET' || route.upload) return act(db);
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw invalidField('headers.idempotency-key', '编号要 8 到 128 个字母、数字或 - _');
  }

  const write = { account: caller.id, key, fingerprint: fingerprintOf(request) };
  return db.transaction(async (db) => {
    if (await takeKey(db, write, route.status ?? 200)) {
      const answer = await act(db);
      await keepAnswer(db, write, answer ?? null);
      return answer;
    }
    const first = await firstAnswer(db, write);
    if (first?.fingerprint !== write.fingerprint) throw new Problem('idempotency_mismatch');
    reply.header('idempotency-replayed', 'true');
    return first.body;
  });
}

const fingerprintOf = ({ method, url, body }: FastifyRequest) =>
  createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex');
