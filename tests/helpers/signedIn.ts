import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportBatch } from '#contract/routes/imports.ts';
import type { Run } from '#contract/routes/runs.ts';
import { PASSWORD } from './browser.ts';
import { patientFetch } from './patientFetch.ts';

const LOOK_MS = 100;

/** The API as somebody calls it, to make what the screens then show. */
export async function signedIn(api: string, login: string, password = PASSWORD) {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await patientFetch(api + path, { ...init, headers: { ...headers, ...init.headers } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const until = async <T>(path: string, isDone: (state: T) => boolean): Promise<T> => {
    for (;;) {
      const state = await ask<T>(path);
      if (isDone(state)) return state;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };

  let headers = { authorization: '' };
  const { accessToken } = await ask<{ accessToken: string }>('/api/auth/sign-in', json({ login, password }));
  headers = { authorization: `Bearer ${accessToken}` };

  return {
    headers,
    ask,
    post: <T>(path: string, body: unknown) => ask<T>(path, json(body)),
    /** Uploads a ledger and waits until it has been read. */
    async upload(kind: ImportBatch['kind'], path: string): Promise<ImportBatch> {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', new Blob([await readFile(path)]), basename(path));
      const { id } = await ask<ImportBatch>('/api/imports', { method: 'POST', body: form });
      return until<ImportBatch>(
        `/api/imports/${id}`,
        ({ status }) => status === 'checked' || status === 'failed',
      );
    },
    /** Runs the matching to its end. */
    async match(): Promise<Run> {
      const { id } = await ask<Run>('/api/runs', json({}));
      return until<Run>(`/api/runs/${id}`, ({ status }) => status !== 'queued' && status !== 'running');
    },
  };
}
