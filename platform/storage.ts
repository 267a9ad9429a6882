import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  /** SHA-256 of the content in hex; also the key to read it back. */
  readonly key: string;
  readonly bytes: number;
}

/** More bytes arrived than the caller allows; nothing is kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

export type Storage = ReturnType<typeof openStorage>;

/**
 * Files under `<dataDir>/files`, named by their content, so the same upload is stored once and no
 * name given by a user ever reaches the file system.
 */
export function openStorage(dataDir: string) {
  const root = join(dataDir, 'files');

  /** The only way from a key to a path; refuses whatever is not a hash. */
  function pathOf(key: string) {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('Not a storage key');
    return join(root, key.slice(0, 2), key);
  }

  return {
    /** Streams `source` to disk; visible only when whole. @throws FileTooLarge above `limit` bytes */
    async put(
      source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
      limit = Number.POSITIVE_INFINITY,
    ): Promise<StoredFile> {
      await mkdir(dataDir, { recursive: true }); // its mode is the owner's affair, ours is that of `files`
      await mkdir(root, { recursive: true, mode: 0o700 });
      const partial = join(root, `${randomUUID()}.part`);
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await pipeline(
          Readable.from(source),
          async function* (chunks: AsyncIterable<Uint8Array>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              if (bytes > limit) throw new FileTooLarge(`More than ${limit} bytes`);
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(partial, { mode: 0o600, flush: true }),
        );
        const key = hash.digest('hex');
        const path = pathOf(key);
        await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
        await rename(partial, path);
        return { key, bytes };
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },

    /** A stream of the content; errors with ENOENT when there is none. */
    read: (key: string): Readable => createReadStream(pathOf(key)),

    /** The path, for a child process that parses the file. */
    path: (key: string): string => pathOf(key),

    has: (key: string): Promise<boolean> =>
      stat(pathOf(key)).then(
        () => true,
        () => false,
      ),

    /** Removes it; an absent file is no error. */
    remove: (key: string): Promise<void> => rm(pathOf(key), { force: true }),

    close: (): Promise<void> => Promise.resolve(),
  };
}

/** A name given by a user, safe to show and to send back in a header: no folders, controls or reserved signs. */
export function safeFileName(name: string, fallback = '文件'): string {
  const safe = basename(name.normalize('NFC').replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}<>:"/|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return [...safe].slice(-120).join('') || fallback;
}
