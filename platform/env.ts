import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** Set by the launcher for its children and written to `<data>/env`, so that commands find the stack. */
const ENV_FILE = 'env';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const redisUrl = z.url({ protocol: /^rediss?$/ });
const httpUrl = z.url({ protocol: /^https?$/ });

/** 32 random bytes in base64url. */
const key256 = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64url');

/** `name:value,name:value`; the last entry is the current one, the others still verify or decrypt. */
function keyring<T>(value: z.ZodType<T, string>) {
  return z
    .string()
    .min(1)
    .transform((text) => text.split(',').map((entry) => splitOnce(entry.trim(), ':')))
    .pipe(z.array(z.tuple([z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), value])).min(1))
    .transform((entries) => ({ current: entries.at(-1)![0], keys: new Map(entries) }));
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Holds uploaded ledgers and, under the launcher, the embedded databases. */
  DATA_DIR: z.string().min(1).default('.data'),

  DATABASE_URL: postgresUrl,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** Absent: the queue lives in PostgreSQL. */
  REDIS_URL: redisUrl.optional(),
  MEILI_URL: httpUrl,
  MEILI_MASTER_KEY: z.string().min(16),

  HOST: z.string().default('127.0.0.1'),
  API_PORT: port.default(4300),
  WEB_PORT: port.default(4000),
  WORKERS_PORT: port.default(4400),
  /** Where the web server finds the API. */
  API_URL: httpUrl.default('http://127.0.0.1:4300'),
  /** The address people type; decides cookie names and links. */
  PUBLIC_URL: httpUrl.default('http://127.0.0.1:4000'),
  /** A proxy in front sets x-forwarded-* and may be believed. */
  TRUST_PROXY: flag.default(false),
  /** Demo accounts are shown on the sign-in page. */
  DEMO: flag.default(false),
  /** Which parts of the workers this process runs. */
  WORKER_ROLES: z
    .string()
    .default('relay,handlers,schedules')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['relay', 'handlers', 'schedules'])).min(1)),
  /** Gateways that send to phones, see platform/notices/gateway.ts. Absent: the channel is not available. */
  SMS_GATEWAY_URL: httpUrl.optional(),
  SMS_GATEWAY_TOKEN: z.string().min(8).optional(),
  WECHAT_GATEWAY_URL: httpUrl.optional(),
  WECHAT_GATEWAY_TOKEN: z.string().min(8).optional(),
  /** Stands in for gateways that are not configured: what would have been sent is written there. */
  NOTICE_FILE: z.string().min(1).optional(),
  /** HMAC key with which gateways sign receipts; absent: receipts are not taken. */
  NOTICE_RECEIPT_KEY: key256.optional(),
  /**
   * Pairs of person and vacancy a machine looks at in one piece: some seconds of one core. A matching run of four
   * such pieces or more is spread over all workers.
   */
  WORKER_SLICE_PAIRS: z.coerce.number().int().min(1).default(500_000_000),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),

  /** kid:secret of ≥32 characters; the last signs, all verify. */
  JWT_KEYS: keyring(z.string().min(32)),
  /** version:key for AES-256-GCM; the last encrypts, all decrypt. */
  FIELD_KEYS: keyring(key256),
  /** HMAC key of the blind indexes; never one of FIELD_KEYS. */
  BLIND_INDEX_KEY: key256,
});

export type Env = Readonly<z.output<typeof schema>>;

/** A list of what is wrong, one line a variable, values left out because many are secrets. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/**
 * Reads and checks the environment; call it once in a `main.ts` and hand the values on.
 * Variables of the process win over `<DATA_DIR>/env`, which a running `npm start` keeps there.
 * @throws EnvError naming every variable that is missing or malformed
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return Object.freeze(check(schema, { ...readEnvFile(source.DATA_DIR ?? '.data'), ...source }));
}

const launcherSchema = schema
  .pick({ LOG_LEVEL: true, DATA_DIR: true, HOST: true, WEB_PORT: true, REDIS_URL: true })
  .extend({
    DATABASE_URL: postgresUrl.optional(),
    MEILI_URL: httpUrl.optional(),
    MEILI_MASTER_KEY: z.string().optional(),
    PUBLIC_URL: httpUrl.optional(),
    /** Keys of your own win over those the launcher makes; the children check them. */
    JWT_KEYS: z.string().optional(),
    FIELD_KEYS: z.string().optional(),
    BLIND_INDEX_KEY: z.string().optional(),
    /** Unset: a demo world is made in the embedded database, and never in one of yours. */
    DEMO: flag.optional(),
  })
  .refine((env) => !env.MEILI_URL || env.MEILI_MASTER_KEY, {
    path: ['MEILI_MASTER_KEY'],
    message: 'is needed with MEILI_URL',
  });

export type LauncherEnv = Readonly<z.output<typeof launcherSchema>>;

/** What the launcher reads: each URL that is set replaces an embedded part. Throws EnvError. */
export function readLauncherEnv(source: NodeJS.ProcessEnv = process.env): LauncherEnv {
  return Object.freeze(check(launcherSchema, source));
}

/** The environment to hand to a child process: ours plus `extra`. */
export function childEnv(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/** Path of the environment file of a data folder. */
export const envFilePath = (dataDir: string) => join(dataDir, ENV_FILE);

function readEnvFile(dataDir: string) {
  const path = envFilePath(dataDir);
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}

function check<S extends z.ZodType>(shape: S, source: NodeJS.ProcessEnv): z.output<S> {
  // An empty variable counts as absent: compose files pass unset ones as "".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '');
    return `  ${name}: ${given[name] === undefined ? 'is missing' : message}`;
  });
  throw new EnvError(
    `Environment is not usable. Start the stack with \`npm start\`, or set:\n${[...new Set(lines)].join('\n')}`,
  );
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
