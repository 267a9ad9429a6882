/** Tells what a file is from its bytes, never from its name. */
import { LedgerRefused } from '../refusal.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';
export type FileKind =
  | { readonly kind: 'zip' }
  | {
      readonly kind: 'csv';
      readonly encoding: TextEncoding /** bytes of the byte order mark */;
      readonly skip: number;
    };

const saveAs = '请在 Excel 或 WPS 里打开后另存为 .xlsx 再上传';

/** Throws LedgerRefused, with what to do about it, for everything that is neither .xlsx nor text. */
export function detectKind(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw new LedgerRefused('empty_file', '文件是空的');
  if (starts(buffer, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'zip' };
  if (starts(buffer, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw compoundFile(buffer);
  if (starts(buffer, [0xff, 0xfe])) return { kind: 'csv', encoding: 'utf-16le', skip: 2 };
  const skip = starts(buffer, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const head = buffer
    .subarray(skip, skip + 512)
    .toString('latin1')
    .trimStart()
    .toLowerCase();
  if (/^<(\?xml|!doctype|html|table|meta)/.test(head))
    throw new LedgerRefused('not_a_ledger_file', `这是网页或 XML 格式，只是名字像 Excel。${saveAs}`);
  if (head.startsWith('%pdf'))
    throw new LedgerRefused('not_a_ledger_file', 'PDF 不能当台账导入，请上传 Excel 原表');
  if (decodes(buffer, 'utf-8')) return { kind: 'csv', encoding: 'utf-8', skip };
  if (decodes(buffer, 'gb18030')) return { kind: 'csv', encoding: 'gb18030', skip: 0 };
  throw new LedgerRefused('unknown_encoding', `认不出这个文件的格式或文字编码。${saveAs}`);
}

/** OLE containers hold old .xls workbooks and, in a stream of that name, password-protected .xlsx. */
function compoundFile(buffer: Buffer): LedgerRefused {
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new LedgerRefused('encrypted', '文件设了打开密码，请先去掉密码再上传');
  return new LedgerRefused('old_excel', `这是旧版 Excel（.xls）格式。${saveAs}`);
}

function starts(buffer: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, i) => buffer[i] === byte);
}

function decodes(buffer: Buffer, encoding: TextEncoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const step = 1 << 20;
  try {
    for (let at = 0; at < buffer.length; at += step)
      decoder.decode(buffer.subarray(at, at + step), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
