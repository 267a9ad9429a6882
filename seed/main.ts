import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDb, openSearch } from '#platform/connections.ts';
import { readEnv } from '#platform/env.ts';
import { demoAccounts, loadDemoAccounts } from './accounts.ts';
import { loadDemoFairs } from './fairs/demo.ts';
import { generateWorld } from './generateWorld.ts';
import { analyse, clearWorld, isEmptyWorld, loadWorld } from './load.ts';
import { loadDemoMarket } from './market.ts';
import { worldArgs, worldOptions } from './options.ts';
import { handOverSearch, untilSearchable } from './search.ts';
import { loadDemoVisits } from './visits.ts';

/**
 * `npm run seed [-- --scale 1 --seed 1 --today 2026-11-22 --if-empty --replace --no-accounts]`
 * Fills an empty, migrated database, or replaces a demo world by another while the product runs. Demo accounts come
 * with it only where DEMO says so.
 */
const { values: args } = parseArgs({
  options: {
    ...worldArgs,
    'if-empty': { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    accounts: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const env = readEnv();
const database = openDb(env.DATABASE_URL, { pool: 1, name: 'leye-seed' });
const { client: search } = openSearch(env.MEILI_URL, env.MEILI_MASTER_KEY);
try {
  if (args.replace && !env.DEMO) throw new Error('这里不是演示环境，数据不能用 --replace 替换');
  if (args.replace || (await isEmptyWorld(database.db))) await fill();
  else if (args['if-empty']) console.log('已有数据，不再生成演示数据');
  else throw new Error('数据库里已有住户数据。演示环境可以加 --replace，用新的演示数据替换全部数据');
} catch (error) {
  console.error(`✗ ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await database.close();
}

async function fill() {
  const started = performance.now();
  const world = generateWorld(worldOptions(args));
  const generated = performance.now();
  const withAccounts = env.DEMO && args.accounts;
  await database.db.transaction(async (db) => {
    if (args.replace) await clearWorld(db);
    await loadWorld(db, world, { fieldKeys: env.FIELD_KEYS, blindIndexKey: env.BLIND_INDEX_KEY });
    if (withAccounts) {
      await loadDemoAccounts(db, world);
      await loadDemoMarket(db, world);
      await loadDemoFairs(db, world);
      await loadDemoVisits(db, world);
    }
    if (args.replace) await handOverSearch(db, search);
  });
  await analyse(database.db);
  if (withAccounts) announce();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  const { households, persons, vacancies } = world;
  console.log(
    `演示数据：${households.length} 户 ${persons.length} 人，招聘信息 ${vacancies.length} 条；` +
      `生成 ${seconds(started, generated)} 秒，入库 ${seconds(generated, performance.now())} 秒`,
  );
  if (args.replace) await awaitSearch();
}

async function awaitSearch() {
  console.log('搜索正在更新：后台重建索引，其间网页会注明…');
  const started = performance.now();
  const ready = await untilSearchable(database.db, search);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    ready
      ? `搜索已就绪，又用 ${seconds} 秒`
      : '搜索还没有更新完：后台任务没有运行？可运行 npm run search:rebuild',
  );
}

/** The launcher prints this file; it holds no secret but the documented demo password. */
function announce() {
  mkdirSync(env.DATA_DIR, { recursive: true });
  writeFileSync(join(env.DATA_DIR, 'demo-accounts.json'), JSON.stringify(demoAccounts, null, 2));
}
