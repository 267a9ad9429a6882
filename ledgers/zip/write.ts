/** A streaming ZIP writer: entries in, bytes out, one chunk in memory at a time. Same input, same bytes. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Content to compress. */
export interface FreshEntry {
  readonly name: string;
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** Bytes copied as they lie in another archive, still compressed. */
export interface CopiedEntry {
  readonly name: string;
  readonly compressed: AsyncIterable<Uint8Array>;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
}

interface Written {
  readonly name: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly offset: number;
  crc: number;
  compressedSize: number;
  size: number;
}

const utf8Names = 0x0800;
const sizesFollow = 0x0008;
const deflate = 8;
/** 1980-01-01, the first day a ZIP can name: archives do not differ by the minute they were made in */
const dosDate = 0x0021;
const maxSize = 0xffffffff;

/** Throws RangeError when the archive would need ZIP64 (4 GiB), far beyond any ledger. */
export async function* zip(
  entries: Iterable<FreshEntry | CopiedEntry> | AsyncIterable<FreshEntry | CopiedEntry>,
): AsyncGenerator<Uint8Array> {
  const directory: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const written = begin(entry, offset);
    const header = localHeader(written);
    yield header;
    offset += header.length;
    for await (const chunk of body(entry, written)) {
      yield chunk;
      offset += chunk.length;
    }
    if (written.flags & sizesFollow) {
      const descriptor = record(16, [0x08074b50, written.crc, written.compressedSize, written.size]);
      yield descriptor;
      offset += descriptor.length;
    }
    if (offset > maxSize || written.size > maxSize) throw new RangeError('archive over 4 GiB');
    directory.push(written);
  }
  const start = offset;
  for (const written of directory) {
    const header = centralHeader(written);
    yield header;
    offset += header.length;
  }
  yield endRecord(directory.length, offset - start, start);
}

function begin(entry: FreshEntry | CopiedEntry, offset: number): Written {
  const name = Buffer.from(entry.name, 'utf8');
  if ('content' in entry)
    return {
      name,
      offset,
      method: deflate,
      flags: utf8Names | sizesFollow,
      crc: 0,
      compressedSize: 0,
      size: 0,
    };
  const { method, crc, compressedSize, size } = entry;
  return { name, offset, method, flags: utf8Names, crc, compressedSize, size };
}

async function* body(entry: FreshEntry | CopiedEntry, written: Written): AsyncGenerator<Uint8Array> {
  if (!('content' in entry)) {
    yield* entry.compressed;
    return;
  }
  const { content } = entry;
  const counted = async function* () {
    for await (const chunk of content) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      written.crc = crc32(bytes, written.crc);
      written.size += bytes.length;
      yield bytes;
    }
  };
  const compressor = createDeflateRaw({ level: 5 });
  pipeline(Readable.from(counted()), compressor, () => {});
  for await (const chunk of compressor) {
    written.compressedSize += (chunk as Uint8Array).length;
    yield chunk as Uint8Array;
  }
}

function localHeader({ name, method, flags, crc, compressedSize, size }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(compressedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, method, flags, crc, compressedSize, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(compressedSize, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function record(length: number, words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(length);
  for (const [i, word] of words.entries()) bytes.writeUInt32LE(word, 4 * i);
  return bytes;
}
