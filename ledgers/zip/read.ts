/** Opens a ZIP that may be hostile: everything is bounded before a byte is inflated. */
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LedgerRefused, refuseBroken } from '../refusal.ts';
import type { CopiedEntry } from './write.ts';

const maxEntries = 5_000;
/** A sheet of 100,000 rows by 42 columns is about 250 MB of XML. */
const maxSheetBytes = 1_024 * 1_024 * 1_024;
/** Parts that are held in memory rather than streamed. */
const maxHeldBytes = 32 * 1_024 * 1_024;

export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** declared size when inflated; the stream fails when it is a lie */
  size(name: string): number;
  /** inflated bytes; throws `too_big` over 1 GiB */
  stream(name: string): Promise<Readable>;
  /** a small part as text; null when absent; throws `too_big` over 32 MiB */
  text(name: string): Promise<string | null>;
  /** still compressed, to be copied into another archive */
  copy(name: string): Promise<CopiedEntry>;
}

/** Reads the directory. Refuses broken archives, escaping names, encrypted or too many entries. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let file: ZipFile;
  try {
    // yauzl refuses absolute names and `..` while it lists, and entries longer than declared while it reads
    file = await fromBufferPromise(buffer);
    for await (const entry of file.eachEntry()) {
      if (entries.size >= maxEntries) throw new LedgerRefused('too_big', '压缩包里的文件太多，不像一份台账');
      if (entry.isEncrypted()) throw new LedgerRefused('encrypted', '文件设了密码，请先去掉密码再上传');
      // of two entries of one name readers may see different ones: a known way to smuggle
      if (entries.has(entry.fileName)) throw new LedgerRefused('broken_file', '文件内容重复，可能被改动过');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw refuseBroken(error);
  }
  return new BoundedArchive(file, entries);
}

class BoundedArchive implements Archive {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  size(name: string): number {
    return this.#entry(name).uncompressedSize;
  }

  stream(name: string): Promise<Readable> {
    const entry = this.#entry(name);
    if (entry.uncompressedSize > maxSheetBytes) throw tooBig();
    return this.#file.openReadStreamPromise(entry);
  }

  async text(name: string): Promise<string | null> {
    if (!this.has(name)) return null;
    if (this.size(name) > maxHeldBytes) throw tooBig();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of await this.stream(name)) chunks.push(chunk as Buffer);
    } catch (error) {
      throw refuseBroken(error);
    }
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }

  async copy(name: string): Promise<CopiedEntry> {
    const entry = this.#entry(name);
    const compressed = await this.#file.openReadStreamPromise(entry, { decodeFileData: false });
    return {
      name,
      compressed,
      method: entry.compressionMethod,
      crc: entry.crc32,
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
    };
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw refuseBroken(new Error(`no part ${name}`));
    return entry;
  }
}

function tooBig(): LedgerRefused {
  return new LedgerRefused('too_big', '文件展开后太大，请拆成几份再上传');
}
