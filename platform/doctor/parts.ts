import { openDb, openQueues, openSearch } from '../connections.ts';
import type { Env } from '../env.ts';
import { migrationState } from '../migrate.ts';
import { type Check, fail, ok, onStack, warn } from './check.ts';

const keys = onStack('加密密钥', async ({ FIELD_KEYS, BLIND_INDEX_KEY, JWT_KEYS }) => {
  if ([...FIELD_KEYS.keys.values()].some((key) => key.equals(BLIND_INDEX_KEY))) {
    return fail('盲索引密钥与字段密钥相同，请更换盲索引密钥并重建索引');
  }
  return ok(`字段密钥 ${FIELD_KEYS.keys.size} 个版本，签名密钥 ${JWT_KEYS.keys.size} 个`);
});

const database = onStack('数据库', async ({ DATABASE_URL }) => {
  const { sql, close } = openDb(DATABASE_URL, { pool: 1 });
  try {
    const [row] = await sql<{ version: string; encoding: string }[]>`
      select current_setting('server_version') as version, current_setting('server_encoding') as encoding`;
    const text = `PostgreSQL ${row?.version},${row?.encoding}`;
    if (Number.parseInt(row?.version ?? '0', 10) < 18) return fail(`${text}，需要 18 或更新版本（uuidv7）`);
    return row?.encoding === 'UTF8' ? ok(text) : fail(`${text}，编码必须为 UTF8`);
  } finally {
    await close();
  }
});

const migrations = onStack('表结构', async ({ DATABASE_URL }) => {
  const { applied, pending } = await migrationState(DATABASE_URL);
  return pending === 0
    ? ok(`已应用 ${applied} 个迁移`)
    : fail(`有 ${pending} 个迁移未应用，请执行 npm run migrate`);
});

const search = onStack('搜索', async ({ MEILI_URL, MEILI_MASTER_KEY }) => {
  const { pkgVersion } = await openSearch(MEILI_URL, MEILI_MASTER_KEY).client.getVersion();
  return ok(`Meilisearch ${pkgVersion}`);
});

const queue = onStack('队列', async ({ DATABASE_URL, REDIS_URL }) => {
  const queues = openQueues({ databaseUrl: DATABASE_URL, redisUrl: REDIS_URL, onError: () => undefined });
  const warning = await queues.check();
  return warning ? warn(warning) : ok(queues.backend === 'redis' ? 'Redis' : 'PostgreSQL（未设 REDIS_URL）');
});

const answering = (title: string, url: (env: Env) => string) =>
  onStack(title, async (env) => {
    const response = await fetch(url(env), { signal: AbortSignal.timeout(3_000) });
    const body = (await response.text()).slice(0, 200);
    return response.ok ? ok(url(env)) : fail(`${url(env)} 答复 ${response.status}:${body}`);
  });

export const partChecks: readonly Check[] = [
  keys,
  database,
  migrations,
  search,
  queue,
  answering('接口', ({ API_URL }) => `${API_URL}/readyz`),
  answering('后台任务', ({ WORKERS_PORT }) => `http://127.0.0.1:${WORKERS_PORT}/readyz`),
  answering('网页', ({ WEB_PORT }) => `http://127.0.0.1:${WEB_PORT}/readyz`),
];
