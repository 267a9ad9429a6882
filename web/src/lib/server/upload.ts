import { setTimeout } from 'node:timers/promises';
import type { ImportBatch } from '$contract/routes/imports.ts';
import { contract } from '$contract/routes/index.ts';
import type { Api } from './api.ts';
import { ApiProblem } from './problem.ts';

export const kinds = ['people', 'vacancies'] as const;
export type LedgerKind = (typeof kinds)[number];

/** The files chosen in a form, by ledger; an untouched input sends an empty nameless file. */
export const chosenLedgers = (form: FormData) =>
  kinds.flatMap((kind) => {
    const file = form.get(kind);
    return file instanceof File && file.name !== '' ? [{ kind, file }] : [];
  });

/** A busy API asks for this long before the next try. */
const BUSY_MS = 2_500;

/** Sends one ledger; to a busy API once more, because whoever chose the files would only press again. */
export async function uploadLedger(api: Api, kind: LedgerKind, file: File): Promise<ImportBatch> {
  try {
    return await send(api, kind, file);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.document.status !== 503) throw problem;
    await setTimeout(BUSY_MS);
    return send(api, kind, file);
  }
}

/** The kind goes first: the API reads the form as a stream. */
function send(api: Api, kind: LedgerKind, file: File): Promise<ImportBatch> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', file, file.name);
  return api.call(contract.imports.upload, { form });
}
