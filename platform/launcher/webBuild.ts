import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, runNode } from './nodePart.ts';

const web = join(root, 'web');
const stamp = join(web, 'build', '.sources');

/** Made by the build or by npm: no sources. */
const MADE = new Set(['node_modules', 'build', '.svelte-kit', 'paraglide', 'test-results']);

/** Builds the web pages unless the last build was of the same sources. Resolves to whether it built. */
export async function buildWeb(log: string): Promise<boolean> {
  const sources = hashSources();
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
}

/** The command of the Vite that the web package uses. */
export function viteBin(): string {
  const require = createRequire(join(web, 'package.json'));
  return join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
}

/** A digest of everything the build reads: pages, the contract, and the versions of packages. */
function hashSources(): string {
  const hash = createHash('sha256');
  const files = [...filesBelow(web), ...filesBelow(join(root, 'contract')), join(root, 'package-lock.json')];
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !MADE.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
