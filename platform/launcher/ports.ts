import { createServer } from 'node:net';

/**
 * The first free port from `wanted` upwards on `host`; 0 asks the system for any.
 * @throws when the next hundred ports are busy too
 */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + 100, 65_535);
  for (let port = wanted; port <= last; port++) {
    const found = await tryPort(port, host);
    if (found !== null) return found;
  }
  throw new Error(`No free port between ${wanted} and ${last}`);
}

/** The bound port, or null when another program holds it. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
