/** Rows of a text file: comma, semicolon or tab; LF, CRLF or bare CR; three encodings. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Cell, Row } from './cell.ts';
import type { TextEncoding } from './kind.ts';

const step = 1 << 16;

/** A stray quote or a short line is read as it stands. `onBytes` gets the bytes read. */
export async function* csvRows(
  bytes: Uint8Array,
  encoding: TextEncoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: delimiterOf(bytes, encoding),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 1 << 20,
  });
  const source = Readable.from(decoded(bytes, encoding, onBytes), { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  for await (const record of parser as AsyncIterable<string[]>) {
    number++;
    const cells = record.map((text): Cell => (text === '' ? null : text));
    if (cells.some((cell) => cell !== null)) yield { number, cells };
  }
}

function* decoded(
  bytes: Uint8Array,
  encoding: TextEncoding,
  onBytes: (bytes: number) => void,
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += step) {
    const piece = bytes.subarray(at, at + step);
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
    onBytes(piece.length);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The most frequent candidate in the first lines. */
function delimiterOf(bytes: Uint8Array, encoding: TextEncoding): string {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 16_384), { stream: true });
  const count = (mark: string) => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
