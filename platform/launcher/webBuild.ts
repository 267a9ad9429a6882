import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { digestOf } from '../sources.ts';
import { withLock } from './lock.ts';
import { root, runNode } from './nodePart.ts';

const web = join(root, 'web');
const stamp = join(web, 'build', '.sources');

/** What the build reads. */
const SOURCES = [
  'web/src',
  'web/static',
  'web/messages',
  'web/project.inlang/settings.json',
  'web/vite.config.ts',
  'web/paraglide.config.ts',
  'web/package.json',
  'contract',
  'package-lock.json',
];

/** Builds the web pages unless the last build was of the same sources. Resolves to whether it built. */
export function buildWeb(log: string): Promise<boolean> {
  return withLock(join(web, '.svelte-kit', 'build.lock'), async () => {
    const sources = digestOf(SOURCES);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false;
    await runNode({
      name: 'web build',
      args: [viteBin(), 'build'],
      env: { NODE_ENV: 'production' },
      cwd: web,
      log,
    });
    writeFileSync(stamp, sources);
    return true;
  });
}

/** The command of the Vite that the web package uses. */
export function viteBin(): string {
  const require = createRequire(join(web, 'package.json'));
  return join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
}
