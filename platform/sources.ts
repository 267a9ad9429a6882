import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Made by tools among the sources. */
const MADE = new Set(['node_modules', 'paraglide']);

/**
 * SHA-256 of files and folders of the product: what an older build made and kept can be told from what this one makes,
 * and nobody has to remember to count a version up.
 */
export function digestOf(sources: readonly string[], base = root): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(join(base, source)))) {
    hash.update(file.slice(base.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The rules of the engine, and what is asked of them: answers by other rules are no answers. */
export const matchingRules = (): string => digestOf(['matching', 'workers/matching']);

/** What makes the documents of the search indexes. */
export const searchShape = (): string =>
  digestOf(['contract/search', 'contract/present', 'contract/codes']).slice(0, 12);

/** The file itself, the files of a folder in a steady order, or nothing. */
function filesOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !MADE.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
