import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { places, plantRun } from '../helpers/plant.ts';

let api: TestApi;
let bearer: string;
beforeAll(async () => {
  api = await testApi();
  ({ bearer } = await api.as('bureau', places.own.county));
});
afterAll(() => api?.close());

interface Message {
  id: string;
  event: string;
  data: { progress: number; status: string };
}

/** Opens the stream of a run and yields its messages. */
async function* watch(run: string, lastEventId?: string): AsyncGenerator<Message> {
  const { port } = api.app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/runs/${run}/events`, {
    headers: { authorization: bearer, ...(lastEventId && { 'last-event-id': lastEventId }) },
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('x-request-id')).toBeTruthy();
  let rest = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s, 2)));
      if (fields.data) yield { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
    }
  }
}

const update = (run: string, values: Partial<typeof schema.matchingRun.$inferInsert>) =>
  api.db.update(schema.matchingRun).set(values).where(eq(schema.matchingRun.id, run));
const plant = () => plantRun(api.db, places.own.county, { status: 'running', current: false, progress: 0 });

describe('live progress', () => {
  it('tells each state once, ends with the last, and can be taken up again', async () => {
    const { id } = await plant();
    const stream = watch(id);
    const first = (await stream.next()).value as Message;
    expect(first).toMatchObject({ event: 'run', data: { progress: 0, status: 'running' } });
    await update(id, { progress: 40, stage: '计算' });
    const second = (await stream.next()).value as Message;
    expect(second.data.progress).toBe(40);
    await stream.return(undefined);

    const resumed = watch(id, second.id);
    const next = resumed.next();
    await update(id, { status: 'done', progress: 100 });
    expect(((await next).value as Message).data).toMatchObject({ progress: 100, status: 'done' });
    expect((await resumed.next()).done).toBe(true);
  });

  it('closes when the server stops, so that stopping does not wait for watchers', async () => {
    const own = api;
    api = await testApi();
    try {
      ({ bearer } = await api.as('bureau', places.own.county));
      const { id } = await plant();
      const stream = watch(id);
      await stream.next();
      const ended = stream.next();
      await api.close();
      expect((await ended).done).toBe(true);
    } finally {
      api = own;
    }
  });
});
