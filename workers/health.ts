import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import type { Db } from '#drizzle/db.ts';
import { ping } from '#drizzle/queries/health.ts';

/** /livez, /readyz (503 without the database) and /metrics on a port of their own. */
export async function startHealth(options: { db: Db; register: Registry; host: string; port: number }) {
  const { db, register, host, port } = options;

  const answers: Record<string, () => Promise<{ status: number; type: string; body: string }>> = {
    '/livez': async () => json(200, { status: 'ok' }),
    '/readyz': () =>
      ping(db).then(
        () => json(200, { status: 'ok', parts: { database: 'ok' } }),
        () => json(503, { status: 'down', parts: { database: 'down' } }),
      ),
    '/metrics': async () => ({ status: 200, type: register.contentType, body: await register.metrics() }),
  };

  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? (async () => json(404, { status: 'not_found' }));
    void answer().then(({ status, type, body }) =>
      response.writeHead(status, { 'content-type': type }).end(body),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const json = (status: number, body: unknown) => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
