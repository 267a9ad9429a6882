import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { childEnv } from '../env.ts';
import { type Child, startChild } from './child.ts';
import { postgresPackage } from './packages.ts';
import { choosePlace, type Place } from './place.ts';
import { untilReady } from './readiness.ts';

const run = promisify(execFile);
const USER = 'leye';

export interface Postgres {
  readonly child: Child;
  /** URL of a database in this cluster. */
  url(database: string): string;
}

/**
 * Starts the embedded PostgreSQL on loopback, making the cluster first when there is none.
 * `lasting: false` trades crash safety for speed; only for clusters that tests throw away.
 */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  installation: string;
  password: string;
  log: string;
  lasting?: boolean;
}): Promise<Postgres> {
  const { port, password, lasting = true } = options;
  const place = choosePlace(await postgresPackage(), options.dataDir, options.installation);
  if (!existsSync(join(place.data, 'PG_VERSION'))) await initialise(place, password);

  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    log_min_duration_statement: '2s',
    ...(lasting ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const child = startChild({
    name: 'postgres',
    command: join(place.program, 'bin', 'postgres'),
    args: [
      '-D',
      place.data,
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    env: environment(place),
    cwd: '/',
    signal: 'INT',
    user: place.user,
    log: options.log,
  });
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(child, () => accepts(url('postgres')));
  return { child, url };
}

/** Creates a database unless it exists. */
export async function ensureDatabase(cluster: Postgres, name: string): Promise<string> {
  const sql = postgres(cluster.url('postgres'), { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
  return cluster.url(name);
}

/** The provider is PostgreSQL's own C.UTF-8, so indexes do not depend on the libc of the machine. */
async function initialise({ program, data, user }: Place, password: string) {
  await rm(data, { recursive: true, force: true }); // an initdb that was killed leaves a folder without PG_VERSION
  const passwordFile = `${data}.password`;
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  try {
    if (user !== undefined) await run('chown', [`${user}:${user}`, data, passwordFile]);
    await run(
      join(program, 'bin', 'initdb'),
      ['-D', data, '-U', USER, ...locale, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'],
      { cwd: '/', env: environment({ program }), ...(user === undefined ? {} : { uid: user, gid: user }) },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The package's ICU and OpenSSL lie beside it; LANG of the machine must not leak into the cluster. */
function environment({ program }: Pick<Place, 'program'>) {
  return childEnv({ LD_LIBRARY_PATH: join(program, 'lib'), LC_ALL: 'C.UTF-8', TZ: 'UTC' });
}

async function accepts(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
