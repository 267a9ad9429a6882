import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { hmacHex } from '#platform/crypto.ts';
import { signedPart } from '../../api/operations/notices.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { plantCopy, plantNotice } from '../helpers/notices.ts';
import { places } from '../helpers/plant.ts';

const key = randomBytes(32);
let api: TestApi;
beforeAll(async () => {
  api = await testApi({ env: { NOTICE_RECEIPT_KEY: key, SMS_GATEWAY_URL: 'http://127.0.0.1:9' } });
  await plantMarket(api.db);
});
afterAll(() => api?.close());

describe('the inbox', () => {
  it('says what happened in the words of now, counts what is new, and hides the notices of others', async () => {
    const firm = await plantFirm(api);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement, { title: '平车工' });
    const [me, other] = [await plantSeeker(api), await plantSeeker(api)];
    const [seeker, employer] = [callAs(api, me.bearer), callAs(api, firm.bearer)];
    const made = await seeker.post('/api/applications', { vacancy: post.id }).expect(201);
    const { body: received } = await employer.get('/api/my/notices').expect(200);
    expect(received).toMatchObject({
      unread: 1,
      items: [{ title: '收到新的投递', what: '有人投了“平车工”。' }],
    });

    await employer
      .post(`/api/employer/applications/${made.body.id}/interview`, { appointment: '周一 9:00 门卫室' })
      .expect(200);
    const { body } = await seeker.get('/api/my/notices').expect(200);
    expect(body.items).toMatchObject([
      {
        subject: 'application',
        thing: made.body.id,
        title: '请您去面试',
        what: expect.stringContaining('周一 9:00 门卫室'),
        call: expect.stringContaining('问事打'),
        read: false,
      },
    ]);
    const english = await seeker.get('/api/my/notices?locale=en').expect(200);
    expect(english.body.items[0].title).toBe('Interview');

    await callAs(api, other.bearer).post(`/api/my/notices/${body.items[0].id}/read`).expect(404);
    await seeker.post(`/api/my/notices/${body.items[0].id}/read`).expect(204);
    expect((await seeker.get('/api/my/notices/unread').expect(200)).body).toEqual({ unread: 0 });
    expect((await employer.get('/api/my/notices/unread').expect(200)).body).toEqual({ unread: 1 });
    await employer.post('/api/my/notices/read').expect(204);
    expect((await employer.get('/api/my/notices/unread').expect(200)).body).toEqual({ unread: 0 });
  });

  it('says so when what it was about is gone', async () => {
    const me = await plantSeeker(api);
    await plantNotice(api.db, { person: me.person.id });
    const { body } = await callAs(api, me.bearer).get('/api/my/notices').expect(200);
    expect(body.items).toMatchObject([{ thing: null, phone: null, call: '不清楚就问网格员。' }]);
  });
});

describe('channels', () => {
  it('are asked for one by one, the inbox stays, and each word is on record', async () => {
    const me = await plantSeeker(api);
    const firm = await plantFirm(api);
    const choose = (bearer: string, on: boolean, channel = 'sms') =>
      api.http().put(`/api/my/notice-channels/${channel}`).set('authorization', bearer).send({ on });
    const channels = async (bearer: string) =>
      (await callAs(api, bearer).get('/api/my/notice-channels').expect(200)).body.items.map(
        ({ channel, always, on }: { channel: string; always: boolean; on: boolean }) => [channel, always, on],
      );
    const inbox = ['in_app', true, true];
    expect(await channels(me.bearer)).toEqual([inbox, ['sms', false, false]]);
    await choose(me.bearer, true).expect(204);
    await choose(me.bearer, true).expect(204);
    expect(await channels(me.bearer)).toEqual([inbox, ['sms', false, true]]);
    await choose(me.bearer, false).expect(204);
    expect(await channels(me.bearer)).toEqual([inbox, ['sms', false, false]]);
    await choose(me.bearer, false, 'in_app').expect(400);

    expect(await channels(firm.bearer)).toEqual([inbox, ['sms', false, true]]);
    await choose(firm.bearer, false).expect(204);
    expect(await channels(firm.bearer)).toEqual([inbox, ['sms', false, false]]);

    const rows = await api.db.select().from(schema.audit).where(eq(schema.audit.actor, me.account.id));
    expect(rows.slice(1).map(({ action }) => action)).toEqual([
      'notices.agreed',
      'notices.agreed',
      'notices.declined',
    ]);
  });
});

describe('what was not delivered', () => {
  it('is shown to staff of the place, masked, until something else reached the person; a retry is on record', async () => {
    const { bearer, account } = await api.as('grid_worker', places.own.grid);
    const staff = callAs(api, bearer);
    const failed = { status: 'failed', failure: 'bad_number' } as const;
    const here = await plantCopy(api.db, places.own, failed);
    const reached = await plantCopy(api.db, places.own, failed);
    await plantNotice(api.db, {
      person: reached.person,
      origin: reached.origin,
      channel: 'wechat',
      status: 'delivered',
    });
    await plantCopy(api.db, places.other, failed);
    await api.db
      .update(schema.personIdentity)
      .set({ phone: '13985012345' })
      .where(eq(schema.personIdentity.person, here.person!));

    const { body } = await staff.get('/api/notices/failed').expect(200);
    expect(body.items).toMatchObject([
      { id: here.id, phone: '139****2345', failureLabel: '号码不对或停机', channelLabel: '短信' },
    ]);
    expect(body.items[0].name).toMatch(/\*/);
    await staff.post(`/api/notices/${here.id}/retry`).expect(204);
    await staff.post(`/api/notices/${here.id}/retry`).expect(404);
    expect((await staff.get('/api/notices/failed').expect(200)).body.total).toBe(0);
    const [again] = await api.db.select().from(schema.notice).where(eq(schema.notice.id, here.id));
    expect(again).toMatchObject({ status: 'waiting', attempts: 0, failure: null });
    const rows = await api.db.select().from(schema.audit).where(eq(schema.audit.actor, account.id));
    expect(rows.slice(1)).toMatchObject([{ action: 'notice.retried', subjectId: here.id }]);
  });
});

describe('a receipt', () => {
  const at = '2026-11-22T08:00:00+08:00';
  const tell = (ref: string, status: 'delivered' | 'read' | 'failed', signature?: string) => {
    const signed = hmacHex(key, signedPart({ channel: 'sms', id: ref, status, at }));
    return api
      .http()
      .post('/api/notice-receipts/sms')
      .set('x-signature', signature ?? signed)
      .send({ id: ref, status, at });
  };
  const stateOf = async (id: string) => {
    const [row] = await api.db.select().from(schema.notice).where(eq(schema.notice.id, id));
    return row!;
  };

  it('moves a message on and never back, in whatever order and however often it comes', async () => {
    const copy = await plantCopy(api.db, places.own);
    await tell(copy.ref!, 'read').expect(204);
    const { readAt } = await stateOf(copy.id);
    for (const status of ['delivered', 'read', 'failed'] as const) await tell(copy.ref!, status).expect(204);
    expect(await stateOf(copy.id)).toMatchObject({ status: 'read', readAt, failure: null });
    expect(await stateOf(copy.origin!)).toMatchObject({ status: 'read' });
    const bounced = await plantCopy(api.db, places.own);
    await tell(bounced.ref!, 'failed').expect(204);
    expect(await stateOf(bounced.id)).toMatchObject({ status: 'failed', failure: 'refused' });
  });

  it('is believed only with its signature, over every part of it', async () => {
    const copy = await plantCopy(api.db, places.own);
    const other = hmacHex(key, signedPart({ channel: 'wechat', id: copy.ref!, status: 'read', at }));
    for (const forged of ['', 'x', other, hmacHex(randomBytes(32), 'x')]) {
      const { body } = await tell(copy.ref!, 'read', forged).expect(403);
      expect(body.code).toBe('forbidden');
    }
    expect((await stateOf(copy.id)).status).toBe('sent');
    await tell('nobody-knows-it', 'read').expect(404);
  });

  it('is not taken where no gateway is set up', async () => {
    const bare = await testApi();
    const { body } = await bare
      .http()
      .post('/api/notice-receipts/sms')
      .send({ id: 'x', status: 'read', at })
      .expect(404);
    expect(body.code).toBe('not_found');
    await bare.close();
  });
});
