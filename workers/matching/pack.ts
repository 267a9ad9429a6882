import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Values with typed arrays as bytes and back, for rows that processes of the same version exchange. */
export const pack = (value: unknown): Uint8Array => zstdCompressSync(serialize(value));
export const unpack = <T>(bytes: Uint8Array): T => deserialize(zstdDecompressSync(bytes)) as T;
