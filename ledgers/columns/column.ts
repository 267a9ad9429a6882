/** A column of a ledger: what it is called, how a cell is read, how a value is written. */
import { fault, ok, type Result, remarked } from '../normalise/result.ts';
import { clean, isStorable } from '../normalise/text.ts';
import type { Cell } from '../sheet/cell.ts';
import { unknownWords, type WordTable } from '../words/table.ts';

export type FilledCell = Exclude<Cell, null>;

/** How a kind of value is read and written; `write` and `read` are inverse on clean values. */
export interface Codec<T> {
  read(cell: FilledCell, today: string): Result<T>;
  write(value: T): Cell;
}

export interface Column<T> extends Codec<T> {
  /** as the clean ledger has it */
  readonly header: string;
  /** what real ledgers call it */
  readonly aliases: readonly string[];
  /** width in characters */
  readonly width: number;
  /** 'column': the file must have it; 'cell': every row must fill it too */
  readonly required: 'no' | 'column' | 'cell';
}

export interface ColumnOptions {
  readonly width?: number;
  readonly required?: Column<unknown>['required'];
}

/** `aliases` are separated by blanks. */
export function column<T>(
  header: string,
  aliases: string,
  codec: Codec<T>,
  { width = 12, required = 'no' }: ColumnOptions = {},
): Column<T> {
  return { header, aliases: aliases.split(' ').filter(Boolean), width, required, ...codec };
}

/** Text as written, cleaned; refused over `max` characters or when no database can keep it. */
export function text(max: number, shape: (text: string) => string = clean): Codec<string> {
  return {
    read(cell) {
      const raw = String(cell);
      if (!isStorable(raw))
        return fault('unstorable_text', '含有不能保存的字符（看不见的控制字符），请重新输入');
      const value = shape(raw);
      return [...value].length > max ? fault('too_long', `最多 ${max} 个字`) : ok(value);
    },
    write: (value) => value,
  };
}

/** A codec of a reader and a writer. */
export function codec<T>(
  read: (cell: FilledCell, today: string) => Result<T>,
  write: (value: T) => Cell,
): Codec<T> {
  return { read, write };
}

/** One code; a word that is not in the table is a fault which names the choices. */
export function code<C extends string>(words: WordTable<C>, labels: Readonly<Record<C, string>>): Codec<C> {
  return {
    read(cell) {
      const written = clean(String(cell));
      const found = words.read(written) ?? onlyOne(words.find(written).codes);
      if (found !== null) return ok(found);
      return fault(
        'unknown_word',
        `看不懂这个写法，可以填：${Object.values(labels).slice(0, 10).join('、')}`,
      );
    },
    write: (value) => labels[value],
  };
}

/** A code that may stay unknown: the word is kept in a remark and the value is null. */
export function softCode<C extends string>(
  words: WordTable<C>,
  labels: Readonly<Record<C, string>>,
): Codec<C | null> {
  return {
    read(cell) {
      const written = clean(String(cell));
      const found = words.read(written) ?? words.find(written).codes[0] ?? null;
      return found === null
        ? remarked(null, 'word_not_understood', `没有认出“${short(written)}”`)
        : ok(found);
    },
    write: (value) => (value === null ? null : labels[value]),
  };
}

/** Every code a text mentions; a word nobody knows is a remark. */
export function codes<C extends string>(
  words: WordTable<C>,
  labels: Readonly<Record<C, string>>,
): Codec<readonly C[]> {
  return {
    read(cell) {
      const { codes, rest } = words.find(String(cell));
      const unknown = unknownWords(rest);
      return unknown.length > 0
        ? remarked(codes, 'word_not_understood', `没有认出“${short(unknown.join('、'))}”`)
        : ok(codes);
    },
    write: (value) => (value.length === 0 ? null : value.map((code) => labels[code]).join('、')),
  };
}

const yes =
  /^(?:是|有|可|可以|愿意|能|已签|已参|签订|已签订|已购买|参加|参保|提供|需要|要|想|y|yes|true|1|√|✓|✔|接受|同意|五险|五险一金|三险|职工社保|意外险|社保)$/i;
const no =
  /^(?:否|无|不|没有|不可|不可以|不愿意|不能|未签|未参|未签订|未购买|不参加|未参保|不提供|不需要|不要|不想|n|no|false|0|×|x|✗|✘|不接受|不同意)$/i;

/** Yes and no in the words of the field. */
export const yesNo: Codec<boolean> = {
  read(cell) {
    if (typeof cell === 'boolean') return ok(cell);
    const written = clean(String(cell));
    if (no.test(written) || /^(?:不|无|未|没)/.test(written)) return ok(false);
    if (yes.test(written) || /^(?:有|可|愿|能|已|签|参|提供|是|接受|想)/.test(written)) return ok(true);
    return fault('unknown_word', '请填 是 或 否');
  },
  write: (value) => (value ? '是' : '否'),
};

export function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function onlyOne<T>(list: readonly T[]): T | null {
  return list.length === 1 ? list[0]! : null;
}
