import { openDb, openQueues, openSearch, openStorage } from '#platform/connections.ts';
import { readEnv } from '#platform/env.ts';
import { openLog } from '#platform/log.ts';
import { buildApp } from './app.ts';

/** Milliseconds a stop may take before it is forced. */
const DRAIN = 10_000;

const env = readEnv();
const log = openLog({ part: 'api', level: env.LOG_LEVEL });
const database = openDb(env.DATABASE_URL, { pool: env.DATABASE_POOL, name: 'leye-api' });
const search = openSearch(env.MEILI_URL, env.MEILI_MASTER_KEY);
const storage = openStorage(env.DATA_DIR);
const queues = openQueues({
  databaseUrl: env.DATABASE_URL,
  redisUrl: env.REDIS_URL,
  onError: ({ name }, queue) => log.warn({ queue, kind: name }, 'queue connection'),
});

const app = await buildApp({ db: database.db, search, storage, queues, env, log });
await app.listen({ host: env.HOST, port: env.API_PORT });
log.info({ host: env.HOST, port: env.API_PORT }, 'listening');

let stopping = false;
async function stop(signal: NodeJS.Signals) {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'draining');
  setTimeout(() => process.exit(1), DRAIN).unref();
  await app.close();
  await queues.close();
  await Promise.all([database.close(), search.close(), storage.close()]);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
