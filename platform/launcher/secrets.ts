import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything secret of one data folder, made once; losing it makes encrypted fields unreadable. */
export interface Secrets {
  /** Names this installation where its data live outside the data folder. */
  readonly installation: string;
  readonly databasePassword: string;
  readonly meiliMasterKey: string;
  /** In the notation of `env.JWT_KEYS`. */
  readonly jwtKeys: string;
  /** In the notation of `env.FIELD_KEYS`. */
  readonly fieldKeys: string;
  readonly blindIndexKey: string;
}

/** Reads `<dataDir>/secrets.json`, made with mode 600 at the first start. */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  try {
    chmodSync(path, 0o600);
  } catch {
    create(path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
}

/** Written aside and linked into place: whoever comes first wins, and nobody reads half a file. */
function create(path: string) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}

/** Fresh random secrets. */
export function newSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64url');
  return {
    installation: randomBytes(6).toString('hex'),
    databasePassword: key(),
    meiliMasterKey: key(),
    jwtKeys: `k1:${key()}`,
    fieldKeys: `1:${key()}`,
    blindIndexKey: key(),
  };
}
