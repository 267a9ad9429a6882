import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './packages.ts';

/** `nobody` on every Linux; PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** Where root keeps what `nobody` must reach when the clone lies below a folder only root may enter. */
const SHARED = '/var/lib/leye';

export interface Place {
  /** The user PostgreSQL runs as; undefined means ours. */
  readonly user: number | undefined;
  /** Folder holding `bin/`, `lib/` and `share/`. */
  readonly program: string;
  /** Folder of the cluster, owned by that user. */
  readonly data: string;
}

/**
 * Decides where PostgreSQL runs from. As an ordinary user, where it is installed; as root, as
 * `nobody`, and from copies under /var/lib/leye when `nobody` cannot reach the clone or the data folder.
 * `installation` names this data folder there, so a moved clone keeps its data.
 */
export function choosePlace(program: Program, dataDir: string, installation: string): Place {
  const data = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return { user: undefined, program: program.path, data };
  }
  return {
    user: NOBODY,
    program: nobodyEnters(join(program.path, 'bin', 'postgres')) ? program.path : sharedProgram(program),
    data: nobodyEnters(dataDir) ? ownedFolder(data) : ownedFolder(sharedData(installation)),
  };
}

/** The folder outside the data folder that `npm run reset` must remove as well. */
export const sharedData = (installation: string) => join(SHARED, installation, 'postgres');

/** May `nobody` run the file, or enter the folder? Asks the system rather than the mode bits: parents, access lists and mounts all count. */
function nobodyEnters(path: string): boolean {
  return spawnSync('test', ['-x', path], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0;
}

function ownedFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  chownSync(path, NOBODY, NOBODY);
  return path;
}

function sharedProgram({ path, version }: Program): string {
  const copy = join(SHARED, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  cpSync(path, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true }); // another start was faster
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
