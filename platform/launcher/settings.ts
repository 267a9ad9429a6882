import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envFilePath, type LauncherEnv } from '../env.ts';
import type { Options } from './options.ts';
import { type HeldPort, holdPort } from './ports.ts';
import type { Report } from './report.ts';
import type { Secrets } from './secrets.ts';

/** Far from the standard 5432 and 7700, so that a server of the machine is never mistaken for ours. */
const WANTED = { postgres: 54_329, meilisearch: 7_729, api: 4_300, workers: 4_400 };

export type PartName = keyof typeof WANTED | 'web';
export type Ports = Readonly<Record<PartName, HeldPort>>;

/**
 * Holds the wanted port of each part, or the next free one, and says so. Where the web's is the system's choice, so
 * are all: stacks that start side by side then never reach for the same one between release and listening.
 */
export async function choosePorts(options: Options, env: LauncherEnv, report: Report): Promise<Ports> {
  const wantedOf = (part: keyof typeof WANTED) => (options.port === 0 ? 0 : WANTED[part]);
  async function hold(part: PartName, wanted: number, host = '127.0.0.1') {
    const held = await holdPort(wanted, host);
    if (wanted !== 0 && held.port !== wanted) report.portTaken(part, wanted, held.port);
    return held;
  }
  return {
    postgres: env.DATABASE_URL ? unused : await hold('postgres', wantedOf('postgres')),
    meilisearch: env.MEILI_URL ? unused : await hold('meilisearch', wantedOf('meilisearch')),
    api: await hold('api', wantedOf('api')),
    workers: await hold('workers', wantedOf('workers')),
    web: await hold('web', options.port, env.HOST),
  };
}

const unused: HeldPort = { port: 0, release: () => Promise.resolve() };

/** The environment of every process of the stack, in the words of env.ts. */
export function stackEnv(given: {
  options: Options;
  env: LauncherEnv;
  ports: Ports;
  secrets: Secrets;
  databaseUrl: string;
  meiliUrl: string;
  demo: boolean;
}): Record<string, string> {
  const { options, env, ports, secrets } = given;
  return {
    NODE_ENV: options.dev ? 'development' : 'production',
    LOG_LEVEL: env.LOG_LEVEL,
    DATA_DIR: options.data,
    DATABASE_URL: given.databaseUrl,
    REDIS_URL: env.REDIS_URL ?? '',
    MEILI_URL: given.meiliUrl,
    MEILI_MASTER_KEY: env.MEILI_MASTER_KEY ?? secrets.meiliMasterKey,
    HOST: env.HOST,
    API_PORT: String(ports.api.port),
    WEB_PORT: String(ports.web.port),
    WORKERS_PORT: String(ports.workers.port),
    API_URL: `http://127.0.0.1:${ports.api.port}`,
    PUBLIC_URL: env.PUBLIC_URL ?? `http://127.0.0.1:${ports.web.port}`,
    DEMO: given.demo ? '1' : '0',
    // In a demo nobody is written to; elsewhere a channel without gateway must not look as if it sent.
    NOTICE_FILE: given.demo ? join(options.data, 'notices.jsonl') : '',
    JWT_KEYS: env.JWT_KEYS ?? secrets.jwtKeys,
    FIELD_KEYS: env.FIELD_KEYS ?? secrets.fieldKeys,
    BLIND_INDEX_KEY: env.BLIND_INDEX_KEY ?? secrets.blindIndexKey,
  };
}

/** Lets commands in another terminal (`npm run seed`, `npm run doctor`) find the running stack. */
export function writeEnvFile(dataDir: string, values: Record<string, string>) {
  const lines = Object.entries(values).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(envFilePath(dataDir), lines.join(''), { mode: 0o600 });
}

export const removeEnvFile = (dataDir: string) => rmSync(envFilePath(dataDir), { force: true });
