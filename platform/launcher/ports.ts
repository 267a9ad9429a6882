import { createServer } from 'node:net';

/** A port kept busy until the part that will listen there is about to start. */
export interface HeldPort {
  readonly port: number;
  /** Lets go of it; again is harmless. */
  release(): Promise<void>;
}

/**
 * Holds the first free port from `wanted` upwards on `host`; 0 lets the system choose. Holding it
 * keeps two launchers that start at once from choosing the same.
 * @throws when the next hundred ports are busy too
 */
export async function holdPort(wanted: number, host = '127.0.0.1'): Promise<HeldPort> {
  const last = wanted === 0 ? 0 : Math.min(wanted + 100, 65_535);
  for (let port = wanted; port <= last; port++) {
    const held = await tryPort(port, host);
    if (held) return held;
  }
  throw new Error(`No free port between ${wanted} and ${last}`);
}

/** A port that is free just now. */
export async function freePort(wanted: number, host?: string): Promise<number> {
  const { port, release } = await holdPort(wanted, host);
  await release();
  return port;
}

function tryPort(wanted: number, host: string): Promise<HeldPort | null> {
  return new Promise((resolve, reject) => {
    // Whoever knocks early, an open browser tab say, is let go: a connection kept would hold `release` for ever.
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port: wanted, host, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}
