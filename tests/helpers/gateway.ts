import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How the gateway answers the next requests. */
export type Mood =
  | { readonly kind: 'well' }
  | { readonly kind: 'status'; readonly status: number; readonly body?: object }
  /** it takes the message and never answers */
  | { readonly kind: 'silent' }
  /** the connection breaks */
  | { readonly kind: 'broken' };

export interface Taken {
  readonly key: string;
  readonly token: string;
  readonly body: Record<string, unknown>;
}

/** A gateway of SMS or WeChat over real HTTP: it remembers keys, as providers do, and delivers each once. */
export async function fakeGateway() {
  let mood: Mood = { kind: 'well' };
  /** every request, repetitions too */
  const asked: Taken[] = [];
  /** what reached a phone, by key */
  const delivered = new Map<string, Taken & { readonly id: string }>();

  let number = 0;

  const server = createServer(async (request, response) => {
    const taken = await read(request);
    asked.push(taken);
    if (mood.kind === 'broken') return void request.socket.destroy();
    if (mood.kind === 'status') {
      return void response.writeHead(mood.status).end(JSON.stringify(mood.body ?? {}));
    }
    const known = delivered.get(taken.key) ?? { ...taken, id: `m-${++number}` };
    delivered.set(taken.key, known);
    if (mood.kind === 'silent') return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: known.id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    delivered,
    feel(next: Mood) {
      mood = next;
    },
    forget() {
      asked.length = 0;
      delivered.clear();
      mood = { kind: 'well' };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type FakeGateway = Awaited<ReturnType<typeof fakeGateway>>;

const read = async (request: IncomingMessage): Promise<Taken> => ({
  key: String(request.headers['idempotency-key']),
  token: String(request.headers.authorization),
  body: JSON.parse(await text(request)) as Record<string, unknown>,
});
