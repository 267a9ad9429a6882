import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv, promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { envFilePath } from '#platform/env.ts';
import type { StackState } from '#platform/launcher/stack.ts';
import { CHROMIUM } from './browser.ts';
import { startLauncher } from './launcher.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole product as `npm start` brings it up, with a demo world, and two dirty ledgers to feed it. */
export interface Product {
  /** address of the web server */
  readonly web: string;
  /** address of the API */
  readonly api: string;
  /** URL of its database */
  readonly database: string;
  /** paths of 劳动力就业台账.xlsx and 用工需求台账.xlsx */
  readonly people: string;
  readonly vacancies: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    product: Product | null;
  }
}

/** Starts the product once for all browser tests; without Chromium they are left out, loudly, but never in CI. */
export default async function setup(project: TestProject) {
  if (!CHROMIUM) {
    if (process.env.CI) throw new Error('Chromium is missing: the browser tests cannot run');
    console.warn(
      '\n!!! Chromium is missing: ALL BROWSER TESTS ARE LEFT OUT. apt-get install chromium-headless-shell !!!\n',
    );
    project.provide('product', null);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'leye-product-'));
  await chmod(folder, 0o711); // PostgreSQL runs as another user when we are root
  const data = join(folder, 'data');
  const launcher = startLauncher(root, ['--data', data, '--port', '0']);
  const stop = async () => {
    launcher.process.kill('SIGINT');
    await launcher.ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [ledgers] = await Promise.all([writeLedgers(folder), launcher.ready()]);
    const state: StackState = JSON.parse(await readFile(join(data, 'stack.json'), 'utf8'));
    const { web = '', api = '' } = state.urls;
    const { DATABASE_URL: database = '' } = parseEnv(await readFile(envFilePath(data), 'utf8'));
    project.provide('product', { web, api, database, ...ledgers });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function writeLedgers(folder: string) {
  const script = join(root, 'seed/ledgers/main.ts');
  await promisify(execFile)(process.execPath, [script, '--out', folder, '--dirty', '--scale', '0.005']);
  return { people: join(folder, '劳动力就业台账.xlsx'), vacancies: join(folder, '用工需求台账.xlsx') };
}
