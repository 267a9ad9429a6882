import { join } from 'node:path';
import type { LauncherEnv } from '../env.ts';
import { migrate } from '../migrate.ts';
import { demoAccounts } from './demoAccounts.ts';
import { indexesAreOld } from './indexes.ts';
import { logPath, root, runNode, startNode } from './nodePart.ts';
import type { Options } from './options.ts';
import { keepParts, type Parts } from './parts.ts';
import type { Report } from './report.ts';
import { loadSecrets } from './secrets.ts';
import { choosePorts, removeEnvFile, stackEnv, writeEnvFile } from './settings.ts';
import { claimStack } from './stack.ts';
import { openStores } from './stores.ts';
import { buildWeb, viteBin } from './webBuild.ts';

interface Launch {
  readonly options: Options;
  readonly env: LauncherEnv;
  readonly report: Report;
  /** Aborted when the person asks to stop, also half way up. */
  readonly signal: AbortSignal;
}

/**
 * Brings the whole product up, keeps it up, and resolves when it has been stopped in order.
 * @throws AlreadyRunning, PartFailed, NoPackage; everything started is then stopped
 */
export async function launch({ options, env, report, signal }: Launch): Promise<void> {
  const claim = await claimStack(options.data);
  const parts = keepParts(options.data, claim, report);
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  try {
    const up = bringUp({ options, env, report, signal }, parts).then((urls) => {
      claim.update({ urls, ready: true });
      report.ready(urls, options.data, demoAccounts(options.data));
    });
    up.catch(() => undefined); // a failure after the stop was asked for is of no interest
    await Promise.race([up.then(() => stopped), stopped]);
  } finally {
    removeEnvFile(options.data);
    await parts.stop();
    claim.release();
  }
}

async function bringUp({ options, env, report }: Launch, parts: Parts) {
  const { data, dev } = options;
  const log = (name: string) => logPath(data, name);
  const timed = async <T>(name: string, work: Promise<T>, describe: (result: T) => string) => {
    const since = performance.now();
    const result = await work;
    report.up(name, performance.now() - since, describe(result));
  };

  const secrets = loadSecrets(data);
  const ports = await choosePorts(options, env, report);
  // The build needs no store, so it runs beside them; a failure surfaces where it is awaited.
  const build = dev ? Promise.resolve() : timed('web build', buildWeb(log('web-build')), builtOrNot);
  build.catch(() => undefined);

  const stores = await openStores({ dataDir: data, env, ports, secrets, parts });
  const demo = env.DEMO ?? env.DATABASE_URL === undefined;
  const values = stackEnv({ options, env, ports, secrets, demo, ...stores });
  writeEnvFile(data, values);
  await timed('migrations', migrate(stores.databaseUrl), ({ applied }) => `${applied}`);
  if (demo) {
    const seed = runNode({
      name: 'seed',
      // A demo world of another day would open with every advertisement expired.
      args: ['seed/main.ts', '--if-empty', '--today', shanghaiDay()],
      env: values,
      log: log('seed'),
    });
    await timed('seed', seed, () => '');
  }
  if (await indexesAreOld(stores.meiliUrl, values.MEILI_MASTER_KEY ?? '')) {
    const rebuild = runNode({
      name: 'index',
      args: ['cli/searchRebuild.ts'],
      env: values,
      log: log('index'),
    });
    await timed('index', rebuild, () => '');
  }

  const urls = {
    web: `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${ports.web.port}`,
    api: `http://127.0.0.1:${ports.api.port}`,
    workers: `http://127.0.0.1:${ports.workers.port}`,
  };
  const serve = (name: keyof typeof urls, args: string[], probe: string, cwd = root) =>
    parts.start(name, urls[name], async () => {
      await ports[name].release();
      const readyUrl = urls[name] + probe;
      return startNode({ name, args, cwd, env: values, readyUrl, log: dev ? undefined : log(name) });
    });
  const watch = dev ? ['--watch', '--watch-preserve-output'] : [];
  await Promise.all([
    serve('api', [...watch, 'api/main.ts'], '/readyz'),
    serve('workers', [...watch, 'workers/main.ts'], '/readyz'),
    build,
  ]);
  const vite = [viteBin(), 'dev', '--host', env.HOST, '--port', values.WEB_PORT ?? '', '--strictPort'];
  await serve('web', dev ? vite : ['server.ts'], '/', join(root, 'web'));
  return urls;
}

const builtOrNot = (fresh: boolean) => (fresh ? '已构建 built' : '未变 unchanged');

/** Today in Asia/Shanghai, ISO. */
const shanghaiDay = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
