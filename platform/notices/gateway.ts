import { z } from 'zod';
import { noticeFailure, type PhoneChannel } from '#contract/codes/market.ts';
import type { Channel, NoticeMessage, Outcome } from './channel.ts';

export interface GatewaySettings {
  readonly url: string;
  readonly token: string;
  /** milliseconds one try may take */
  readonly timeout?: number;
}

/** Statuses after which the same request may succeed: RFC 9110 and 6585. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

const accepted = z.object({ id: z.string().min(1).max(128) });
const refused = z.object({ code: z.enum(noticeFailure.values) });

/**
 * A gateway behind HTTP: `POST <url>/messages` with the key as `Idempotency-Key`, answered with `{"id"}`, or with
 * 4xx and `{"code"}`, one of the failures. What the channel sends besides `to` is `body`.
 */
export function gatewayChannel(
  name: PhoneChannel,
  { url, token, timeout = 10_000 }: GatewaySettings,
  body: (message: NoticeMessage) => object,
): Channel {
  const address = `${url.replace(/\/+$/, '')}/messages`;
  return {
    name,
    async send(message) {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': message.key,
      };
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers,
          body: JSON.stringify({ to: message.to, ...body(message) }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
        });
        return await outcomeOf(response);
      } catch (error) {
        // Its message may hold the request; its name is enough.
        return { kind: 'retry', why: error instanceof Error ? error.name : 'unknown' };
      }
    },
  };
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response;
  if (status >= 500 || PASSING.has(status)) {
    await response.body?.cancel();
    return { kind: 'retry', why: `status ${status}` };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const told = refused.safeParse(answer);
    return { kind: 'failed', failure: told.success ? told.data.code : 'refused' };
  }
  const taken = accepted.safeParse(answer);
  // Without its id no receipt could be told: asked again, the gateway answers with the first one.
  if (!taken.success) return { kind: 'retry', why: 'no id in the answer' };
  return { kind: 'sent', ref: taken.data.id, delivered: false };
}
