import { openChannels, openDb, openQueues, openSearch, openStorage } from '#platform/connections.ts';
import { readEnv } from '#platform/env.ts';
import { openLog } from '#platform/log.ts';
import { startConsumers } from './consumers.ts';
import { startHealth } from './health.ts';
import { openMetrics } from './metrics.ts';
import { startRelay } from './relay.ts';
import { startSchedules } from './schedules.ts';

/** Milliseconds a stop may take before it is forced; what is cut off then is taken over like a crash. */
const DRAIN = 10_000;

const env = readEnv();
const log = openLog({ part: 'workers', level: env.LOG_LEVEL });
const database = openDb(env.DATABASE_URL, { pool: env.DATABASE_POOL, name: 'leye-workers' });
const search = openSearch(env.MEILI_URL, env.MEILI_MASTER_KEY, { timeout: 60_000 });
const storage = openStorage(env.DATA_DIR);
const queues = openQueues({
  databaseUrl: env.DATABASE_URL,
  redisUrl: env.REDIS_URL,
  onError: (err, queue) => log.warn({ queue, err }, 'queue connection'),
});
const metrics = openMetrics();
const { db } = database;
const parts = {
  db,
  databaseUrl: env.DATABASE_URL,
  slicePairs: env.WORKER_SLICE_PAIRS,
  search,
  storage,
  channels: openChannels(env, db),
  fieldKeys: env.FIELD_KEYS,
  blindIndexKey: env.BLIND_INDEX_KEY,
  log,
};

const roles = {
  handlers: async () => {
    const consumers = startConsumers({ queues, parts, concurrency: env.WORKER_CONCURRENCY, metrics });
    await consumers.ready();
    return consumers;
  },
  relay: async () => startRelay({ db, queues, log }),
  schedules: async () => startSchedules({ db, queues, log }),
};

const running = await Promise.all(env.WORKER_ROLES.map((role) => roles[role]()));
const health = await startHealth({ db, register: metrics.register, host: env.HOST, port: env.WORKERS_PORT });
log.info({ roles: env.WORKER_ROLES, queue: queues.backend, port: env.WORKERS_PORT }, 'ready');

let stopping = false;
async function stop(signal: NodeJS.Signals) {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'draining');
  setTimeout(() => process.exit(1), DRAIN).unref();
  await health.close();
  await Promise.all(running.map((part) => part.close()));
  await queues.close();
  await Promise.all([database.close(), search.close(), storage.close()]);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
