import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run budget --workspace web`: weighs what a first visit to each page loads, gzip, from the last build.
 * Prints one line a page and ends with 1 when a page is over its budget.
 */

const BUDGET_KB = { seeker: 60, staff: 150 };
/** Desks where people work with a keyboard; everything else is for seekers' phones and kiosks. */
const DESK = /^\/(bureau|employer|provider)(\/|$)/;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
interface Route {
  readonly id: string;
  readonly layouts: readonly (readonly [boolean, number] | undefined)[];
  readonly errors: readonly (number | undefined)[];
  readonly leaf: readonly [boolean, number];
}
interface Client {
  /** what every page loads */
  readonly imports: readonly string[];
  readonly nodes: readonly string[];
  readonly routes: readonly Route[];
}

const web = new URL('..', import.meta.url);
const chunks: Record<string, Chunk> = JSON.parse(
  readFileSync(new URL('.svelte-kit/output/client/.vite/manifest.json', web), 'utf8'),
);
const { client }: { client: Client } = (await import(new URL('build/server/manifest-full.js', web).href))
  .manifest;
const byFile = new Map(Object.values(chunks).map((chunk) => [chunk.file, chunk]));

/** The chunk and everything it imports without being asked later. */
function closure(file: string, seen: Set<string>): Set<string> {
  const chunk = byFile.get(file);
  if (seen.has(file) || !chunk) return seen;
  seen.add(file);
  for (const name of chunk.imports ?? []) {
    const imported = chunks[name];
    if (imported) closure(imported.file, seen);
  }
  return seen;
}

const gzipped = (file: string) => statSync(fileURLToPath(new URL(`build/client/${file}.gz`, web))).size;
const weigh = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipped(file), 0) / 1024;

let over = 0;
for (const { id, layouts, errors, leaf } of client.routes) {
  const nodes = [...layouts.map((layout) => layout?.[1]), ...errors, leaf[1]];
  const files = nodes.flatMap((node) => (node === undefined ? [] : (client.nodes[node] ?? [])));
  const scripts = new Set<string>();
  for (const file of [...client.imports, ...files]) closure(file, scripts);
  const styles = new Set([...scripts].flatMap((file) => byFile.get(file)?.css ?? []));
  const budget = DESK.test(id) ? BUDGET_KB.staff : BUDGET_KB.seeker;
  const js = weigh(scripts);
  if (js > budget) over += 1;
  console.log(
    `${js > budget ? '✗' : '✓'} ${js.toFixed(1).padStart(6)} KB of ${budget}  css ${weigh(styles).toFixed(1)} KB  ${id}`,
  );
}
process.exit(over === 0 ? 0 : 1);
