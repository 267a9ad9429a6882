/** Why a file as a whole cannot be read. The message is Chinese, for people. */
export type RefusalCode =
  | 'empty_file'
  | 'old_excel'
  | 'encrypted'
  | 'macros'
  | 'not_a_ledger_file'
  | 'unknown_encoding'
  | 'broken_file'
  | 'too_big'
  | 'other_ledger'
  | 'no_header'
  | 'missing_columns'
  | 'too_many_rows';

export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Known damage becomes a refusal; a refusal stays itself; an abort passes through. */
export function refuseBroken(error: unknown): LedgerRefused {
  if (error instanceof LedgerRefused) return error;
  return new LedgerRefused(
    'broken_file',
    '文件已损坏，读不出来。请在 Excel 或 WPS 里打开后另存为 .xlsx 再上传',
    {
      cause: error,
    },
  );
}
