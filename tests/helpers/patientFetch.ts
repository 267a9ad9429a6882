import { setTimeout as pause } from 'node:timers/promises';

/** `fetch` as a patient client: a busy API, on a machine where all tests compete, is asked again when it said. */
export async function patientFetch(url: string, init?: RequestInit): Promise<Response> {
  for (;;) {
    const response = await fetch(url, init);
    if (response.status !== 503) return response;
    await response.body?.cancel();
    await pause(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}
