import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** One message of a text/event-stream. `id` is what a client sends back as Last-Event-ID. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Opens a stream of events; the signal ends it when the client leaves or the server stops. */
export type ServerEvents = (signal: AbortSignal) => AsyncIterable<ServerEvent>;

const HEARTBEAT = 15_000;

/** How long a client waits before it comes back, ms. */
const RETRY = 2_000;

declare module 'fastify' {
  interface FastifyInstance {
    /** aborted when the server begins to stop */
    stopping: AbortSignal;
  }
}

/** Writes the stream until it ends; comments keep proxies from closing an idle one. */
export async function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  events: ServerEvents,
): Promise<FastifyReply> {
  const left = new AbortController();
  reply.raw.on('close', () => left.abort());
  const signal = AbortSignal.any([left.signal, request.server.stopping]);

  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  reply.raw.write(`retry: ${RETRY}\n\n`);
  const heartbeat = setInterval(() => reply.raw.write(':\n\n'), HEARTBEAT);
  try {
    for await (const { id, event, data } of events(signal)) {
      const taken = reply.raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (!taken) await drained(reply, signal);
    }
  } catch (error) {
    // The status line is out: closing makes the client come back, and then it gets the problem.
    if (!signal.aborted)
      request.log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'stream broke');
  } finally {
    clearInterval(heartbeat);
    reply.raw.end();
  }
  return reply;
}

/**
 * Follows something that changes: looks at it every `every` ms and yields each new state once, the first at
 * once unless the client has it already. Ends after a state for which `isLast` holds.
 * @param look returns the state and its revision; null when it is gone
 */
export async function* follow<T>(options: {
  readonly look: () => Promise<{ readonly revision: string; readonly state: T } | null>;
  readonly isLast: (state: T) => boolean;
  readonly event: string;
  readonly seen: string | undefined;
  readonly signal: AbortSignal;
  readonly every?: number;
}): AsyncGenerator<ServerEvent> {
  const { look, isLast, event, signal, every = 400 } = options;
  let { seen } = options;
  while (!signal.aborted) {
    const found = await look();
    if (!found) return;
    // Ids travel in headers, and those are ASCII.
    const id = encodeURIComponent(found.revision);
    const last = isLast(found.state);
    if (id !== seen || last) yield { id, event, data: found.state };
    if (last) return;
    seen = id;
    await sleep(every, undefined, { signal }).catch(() => undefined);
  }
}

const drained = (reply: FastifyReply, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    reply.raw.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
