import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { addImport } from '#drizzle/queries/imports.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { writeWorkbook } from '#ledgers/write/workbook.ts';
import { openChannels, openDb, openSearch, openStorage } from '#platform/connections.ts';
import { freePort } from '#platform/launcher/ports.ts';
import { ensureDatabase, startPostgres } from '#platform/launcher/postgres.ts';
import { loadSecrets } from '#platform/launcher/secrets.ts';
import { openLog } from '#platform/log.ts';
import { migrate } from '#platform/migrate.ts';
import { defaultToday } from '../seed/clock.ts';
import { generateWorld } from '../seed/generateWorld.ts';
import { peopleRecords } from '../seed/ledgers/records.ts';
import { anAccount, home, testKeys, theRegions } from '../tests/helpers/world.ts';
import { handlers } from '../workers/handlers.ts';

/**
 * `npm run bench:import [-- --rows 100000]`: a people's ledger from file to rows in an empty database, then the
 * same file again. Bar: 100,000 rows checked and committed within 120 s and 512 MB of the worker process.
 */
const { values: args } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    work: { type: 'string' },
    data: { type: 'string' },
  },
});
const BAR = { seconds: 120, megabytes: 512 };

if (args.work && args.data) await work(args.work, args.data);
else await measure(Number(args.rows));

async function measure(rows: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'leye-bench-'));
  await chmod(dataDir, 0o711); // PostgreSQL runs as another user when we are root
  const { installation, databasePassword: password } = loadSecrets(dataDir);
  const cluster = await startPostgres({
    dataDir,
    port: await freePort(0),
    installation,
    password,
    log: join(dataDir, 'postgres.log'),
    lasting: false,
  });
  try {
    const url = await ensureDatabase(cluster, 'bench');
    await migrate(url);
    const database = openDb(url, { pool: 2 });
    await theRegions(database.db);
    const account = await anAccount(database.db, 'bureau');
    const world = generateWorld({ scale: Math.min(1, Math.max(1 / 400, (rows * 1.05) / 116_142)) });
    const sheet = ledgerSheet('people', first(peopleRecords(world), rows), { today: defaultToday });
    const file = await openStorage(dataDir).put(writeWorkbook([sheet]));
    console.log(`${rows} rows, ${(file.bytes / 1e6).toFixed(1)} MB`);
    for (const round of ['first', 'same again']) {
      const batch = await addImport(database.db, {
        kind: 'people',
        fileName: '劳动力就业台账.xlsx',
        fileHash: file.key,
        fileSize: file.bytes,
        region: home.city,
        uploadedBy: account.id,
      });
      const figures = await inChild(url, dataDir, batch);
      const total = figures.check + figures.commit;
      const verdict = total <= BAR.seconds && figures.megabytes <= BAR.megabytes ? 'within' : 'OVER';
      console.log(
        `${round}: check ${figures.check.toFixed(1)} s, commit ${figures.commit.toFixed(1)} s, ` +
          `processor ${figures.processor.toFixed(1)} s, peak ${figures.megabytes.toFixed(0)} MB; ${((100 * total) / BAR.seconds).toFixed(0)} % of the time, ` +
          `${((100 * figures.megabytes) / BAR.megabytes).toFixed(0)} % of the memory: ${verdict} the bar`,
      );
      const [counts] = await database.db.execute(sql`
        select (select counts - 'problems' - 'missingColumns' from import_batch where id = ${batch}::uuid) as counts,
          (select count(*)::int from person) as persons, (select count(*)::int from household) as households,
          (select count(*)::int from spell) as spells`);
      console.log(JSON.stringify(counts));
    }
    await database.close();
  } finally {
    await cluster.child.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Figures {
  /** seconds */
  readonly check: number;
  readonly commit: number;
  /** processor time of the worker; on a busy machine the fairer figure */
  readonly processor: number;
  readonly megabytes: number;
}

/** In a process of its own, with the flags the launcher gives a worker, so that its memory is its own. */
function inChild(url: string, dataDir: string, batch: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--work', batch, '--data', dataDir], {
      env: { ...process.env, DATABASE_URL: url },
      execArgv: ['--max-semi-space-size=8'],
    });
    child.once('message', (figures) => resolve(figures as Figures));
    child.once('exit', (code) => reject(new Error(`the worker ended with code ${code}`)));
  });
}

async function work(batchId: string, dataDir: string) {
  const databaseUrl = process.env.DATABASE_URL!;
  const database = openDb(databaseUrl);
  const parts = {
    ...testKeys,
    db: database.db,
    databaseUrl,
    slicePairs: 500_000_000,
    storage: openStorage(dataDir),
    channels: openChannels({}, database.db),
    search: openSearch('http://127.0.0.1:1', 'unused'),
    log: openLog({ part: 'bench', level: 'warn' }),
  };
  const { signal } = new AbortController();
  const seconds = async (run: () => Promise<void>) => {
    const started = performance.now();
    await run();
    return (performance.now() - started) / 1000;
  };
  const check = await seconds(() => handlers['import.check']({ batchId }, parts, signal));
  await database.db.execute(sql`update import_batch set status = 'committing' where id = ${batchId}::uuid`);
  const commit = await seconds(() => handlers['import.commit']({ batchId }, parts, signal));
  await database.close();
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1e6;
  process.send!({ check, commit, processor, megabytes: maxRSS / 1024 } satisfies Figures);
}

function* first<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}
