import { createServer, type IncomingMessage } from 'node:http';

/** The web server: SvelteKit's handler behind probes, honest forwarding headers and an orderly end. */

const { HOST = '127.0.0.1', WEB_PORT = '4000', TRUST_PROXY = '', PUBLIC_URL } = process.env;
const trusted = TRUST_PROXY === '1' || TRUST_PROXY === 'true';
const publicProtocol = PUBLIC_URL ? new URL(PUBLIC_URL).protocol.replace(':', '') : 'http';
/** A ledger of 100,000 rows has about 30 MB. */
const BODY_LIMIT = '64M';
/** SIGTERM: answers under way may take so long. */
const DRAIN_MS = 8_000;

// The handler believes these headers, and takes https for granted without them; it reads them on import.
Object.assign(process.env, {
  PROTOCOL_HEADER: 'x-forwarded-proto',
  ADDRESS_HEADER: 'x-forwarded-for',
  BODY_SIZE_LIMIT: BODY_LIMIT,
  ...(trusted && { HOST_HEADER: 'x-forwarded-host' }),
});
const { handler } = (await import(new URL('./build/handler.js', import.meta.url).href)) as {
  handler: (request: IncomingMessage, response: import('node:http').ServerResponse) => void;
};

let draining = false;

const server = createServer((request, response) => {
  if (request.url === '/livez' || request.url === '/readyz') {
    const down = draining && request.url === '/readyz';
    response.writeHead(down ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: down ? 'down' : 'ok' }));
    return;
  }
  if (draining) response.setHeader('connection', 'close');
  forward(request);
  handler(request, response);
});

/** Unless a trusted proxy speaks, the headers say what this socket knows. */
function forward(request: IncomingMessage): void {
  const { headers, socket } = request;
  const address = socket.remoteAddress ?? 'unknown';
  if (!trusted) {
    headers['x-forwarded-proto'] = 'http';
    headers['x-forwarded-for'] = address;
    return;
  }
  headers['x-forwarded-proto'] ??= publicProtocol;
  headers['x-forwarded-for'] ??= address;
  if (headers.host !== undefined) headers['x-forwarded-host'] ??= headers.host;
}

function drain(): void {
  if (draining) return;
  draining = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
}

process.on('SIGTERM', drain);
process.on('SIGINT', drain);

server.listen(Number(WEB_PORT), HOST, () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : WEB_PORT;
  console.log(JSON.stringify({ level: 'info', msg: 'web is listening', url: `http://${HOST}:${port}` }));
});
