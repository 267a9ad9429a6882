import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { Db } from '#drizzle/db.ts';
import { emit } from '#drizzle/queries/events.ts';
import { addImport } from '#drizzle/queries/imports.ts';
import { importBatch } from '#drizzle/schema/index.ts';
import type { LedgerKind, RecordOf } from '#ledgers/records.ts';
import { ledgerSheet } from '#ledgers/write/ledger.ts';
import { writeWorkbook } from '#ledgers/write/workbook.ts';
import { openChannels, openSearch, openStorage, type Storage } from '#platform/connections.ts';
import { freePort } from '#platform/launcher/ports.ts';
import { openLog } from '#platform/log.ts';
import type { Parts } from '../../workers/handler.ts';
import { bareEnv } from './bareEnv.ts';
import { type TestDatabase, testDb } from './database.ts';
import { today } from './ledgers.ts';
import { anAccount, home, testKeys } from './world.ts';

/** Where nobody listens: these tests are about the database and the queue. */
const noSearch = { url: 'http://127.0.0.1:9', key: 'not-used-in-these-tests' };

export interface WorkerBench {
  readonly database: TestDatabase;
  readonly db: Db;
  readonly dataDir: string;
  readonly storage: Storage;
  /** what handlers are called with */
  readonly parts: Parts;
  close(): Promise<void>;
}

/** An empty database of its own, a data folder, and the parts of a worker. */
export async function workerBench(): Promise<WorkerBench> {
  const database = await testDb();
  const dataDir = await mkdtemp(join(tmpdir(), 'leye-workers-'));
  const storage = openStorage(dataDir);
  return {
    database,
    db: database.db,
    dataDir,
    storage,
    parts: {
      ...testKeys,
      db: database.db,
      databaseUrl: database.url,
      slicePairs: 500_000_000,
      storage,
      channels: openChannels({}, database.db),
      search: openSearch(noSearch.url, noSearch.key, { timeout: 200 }),
      log: openLog({ part: 'tests', level: 'silent' }),
    },
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A clean ledger of these records, uploaded by a bureau of `region`; nothing has been checked yet. */
export async function anUpload<K extends LedgerKind>(
  { db, storage }: Pick<WorkerBench, 'db' | 'storage'>,
  kind: K,
  records: readonly RecordOf<K>[],
  { region = home.city as string, announced = false } = {},
): Promise<string> {
  const uploader = await anAccount(db, 'bureau', { region });
  const file = await storage.put(writeWorkbook([ledgerSheet(kind, records, { today })]));
  const batchId = await addImport(db, {
    kind,
    fileName: `${kind}.xlsx`,
    fileHash: file.key,
    fileSize: file.bytes,
    region,
    uploadedBy: uploader.id,
  });
  if (announced) await emit(db, 'import.check', { batchId });
  return batchId;
}

export async function theBatch(db: Db, id: string) {
  const [batch] = await db.select().from(importBatch).where(eq(importBatch.id, id));
  return batch!;
}

export interface WorkerProcess {
  readonly process: ChildProcess;
  /** what it said, for a failing test */
  said(): string;
  /** kill -9 and wait */
  kill(): Promise<void>;
  /** SIGTERM and wait. @returns exit code */
  stop(): Promise<number | null>;
}

/** The real workers/main.ts; resolves when it is ready. */
export async function startWorkers(
  { database, dataDir }: Pick<WorkerBench, 'database' | 'dataDir'>,
  env: Record<string, string> = {},
): Promise<WorkerProcess> {
  const port = await freePort(0);
  const { fieldKeys, blindIndexKey } = testKeys;
  const keys = [...fieldKeys.keys].map(([version, key]) => `${version}:${key.toString('base64url')}`);
  const child = spawn(process.execPath, ['workers/main.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      ...bareEnv,
      DATABASE_URL: database.url,
      MEILI_URL: noSearch.url,
      MEILI_MASTER_KEY: noSearch.key,
      DATA_DIR: dataDir,
      WORKERS_PORT: String(port),
      JWT_KEYS: `test:${'k'.repeat(32)}`,
      FIELD_KEYS: keys.join(','),
      BLIND_INDEX_KEY: blindIndexKey.toString('base64url'),
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = once(child, 'exit');
  const ready = async () => {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`workers ended with ${child.exitCode}:\n${output}`);
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await pause(50);
    }
  };
  await ready();
  return {
    process: child,
    said: () => output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
  };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until the answer is something; the test's own timeout ends a vain wait. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, every = 20): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await pause(every);
  }
}
