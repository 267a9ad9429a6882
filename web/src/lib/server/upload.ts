import type { ImportBatch } from '$contract/routes/imports.ts';
import { contract } from '$contract/routes/index.ts';
import type { Api } from './api.ts';

export const kinds = ['people', 'vacancies'] as const;
export type LedgerKind = (typeof kinds)[number];

/** The files chosen in a form, by ledger; an untouched input sends an empty nameless file. */
export const chosenLedgers = (form: FormData) =>
  kinds.flatMap((kind) => {
    const file = form.get(kind);
    return file instanceof File && file.name !== '' ? [{ kind, file }] : [];
  });

/** Sends one ledger. The kind goes first: the API reads the form as a stream. */
export function uploadLedger(api: Api, kind: LedgerKind, file: File): Promise<ImportBatch> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', file, file.name);
  return api.call(contract.imports.upload, { form });
}
