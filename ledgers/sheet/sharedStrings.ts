/** The shared strings of a workbook, kept as UTF-8 in one buffer: a million strings cost their bytes only. */
import { LedgerRefused } from '../refusal.ts';
import type { Archive } from '../zip/read.ts';
import { unescapeExcel, xmlFeed } from './xml.ts';

const maxBytes = 256 * 1_024 * 1_024;

export interface SharedStrings {
  /** null when the index names none */
  at(index: number): string | null;
}

export const noStrings: SharedStrings = { at: () => null };

/** Reads the part. Throws LedgerRefused `too_big` over 256 MiB of text. */
export async function readSharedStrings(archive: Archive, path: string): Promise<SharedStrings> {
  const store = new StringStore();
  let text = '';
  let inText = false;
  let phonetic = false;
  const feed = xmlFeed({
    open(name) {
      if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    text(piece) {
      if (inText && !phonetic) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        store.add(text);
        text = '';
      }
    },
  });
  for await (const chunk of await archive.stream(path)) feed.write(chunk as Uint8Array);
  feed.end();
  return store;
}

class StringStore implements SharedStrings {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Uint32Array(1 << 12);
  #count = 0;

  add(text: string): void {
    const start = this.#end(this.#count - 1);
    const most = start + 3 * text.length;
    if (most > this.#bytes.length) {
      if (most > maxBytes) throw new LedgerRefused('too_big', '表里的文字太多，请拆成几份再上传');
      const grown = Buffer.allocUnsafe(Math.max(most, 2 * this.#bytes.length));
      this.#bytes.copy(grown, 0, 0, start);
      this.#bytes = grown;
    }
    if (this.#count === this.#ends.length) {
      const grown = new Uint32Array(2 * this.#ends.length);
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#ends[this.#count++] = start + this.#bytes.write(text, start, 'utf8');
  }

  at(index: number): string | null {
    if (!(index >= 0 && index < this.#count)) return null;
    return unescapeExcel(this.#bytes.toString('utf8', this.#end(index - 1), this.#end(index)));
  }

  #end(index: number): number {
    return index < 0 ? 0 : this.#ends[index]!;
  }
}
