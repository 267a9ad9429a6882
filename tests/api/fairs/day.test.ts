import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { doorCode } from '../../../api/operations/fairs/guests.ts';
import { type FairApi, fairApi } from '../../helpers/fairApi.ts';
import { fairForm, plantFair, plantInvitation, plantStall } from '../../helpers/fairs.ts';
import { callAs, plantPost, plantSeeker } from '../../helpers/market.ts';
import { places, plantHousehold, plantSpell } from '../../helpers/plant.ts';

let api: FairApi;
let firm: Awaited<ReturnType<FairApi['freshFirm']>>;

beforeAll(async () => {
  api = await fairApi();
});
afterAll(() => api?.close());

beforeEach(async () => {
  firm = await api.freshFirm();
});

describe('the day of the fair', () => {
  it('is answered by the seeker, opened at the door, talked at the stall, and counted from real spells', async () => {
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement, { headcount: 9 });
    const { id: fair } = await plantFair(api.db, places.own.county, 'inviting');
    const day = '2020-03-01';
    await api.db.update(schema.fair).set({ day }).where(eq(schema.fair.id, fair));
    await plantStall(api.db, fair, post, { places: 9 });
    const seeker = await plantSeeker(api);
    const me = callAs(api, seeker.bearer);
    const others = await api.seekers(5);
    const guests: { readonly id: string }[] = [];
    for (const [i, { id }] of [seeker.person, ...others].entries())
      guests.push(await plantInvitation(api.db, fair, id, post.id, { number: i + 1 }));
    const url = `/api/fairs/${fair}`;

    const { body: mine } = await me.get('/api/my/fairs').expect(200);
    expect(mine.items).toMatchObject([
      {
        fair,
        number: 1,
        allowed: ['answer'],
        stalls: [{ stall: 1, title: '缝纫工', words: '会做缝纫工,正对口。' }],
      },
    ]);
    await me.post(`/api/my/fairs/${fair}/answer`, { answer: 'coming' }).expect(204);
    const decline = { answer: 'declined', reason: 'distance', authority: 'spoken' };
    await api.grid.post(`${url}/invitations/${guests[5]!.id}/answer`, decline).expect(204);

    await api.bureau.post(`${url}/state`, { action: 'hold', version: 1 }).expect(200);
    const { code } = (await api.bureau.get(`${url}/door-code`).expect(200)).body;
    expect(code).toBe(doorCode('secret of this fair', fair));
    const scan = (code: string) => me.post(`/api/my/fairs/${fair}/attendance`, { code });
    expect((await scan('nonsense')).body.code).toBe('attendance_code_refused');
    const door = (code: string) => me.get(`/api/my/fairs/${fair}/door?code=${code}`);
    expect((await door('nonsense')).body.code).toBe('attendance_code_refused');
    expect((await door(code).expect(200)).body.title).toBe(fairForm.title);
    expect((await scan(code).expect(200)).body).toMatchObject({ first: true, number: 1 });
    expect((await scan(code).expect(200)).body).toMatchObject({ first: false });
    const walkIn = await plantSeeker(api);
    const { body: unasked } = await callAs(api, walkIn.bearer)
      .post(`/api/my/fairs/${fair}/attendance`, { code })
      .expect(200);
    expect(unasked).toMatchObject({ first: true, number: 7 });
    const tick = (i: number, came = true) =>
      api.put(api.bureauBearer, `${url}/invitations/${guests[i]!.id}/attendance`, { came }).expect(204);
    for (const i of [1, 2, 3]) await tick(i);
    await tick(0, false);
    await tick(3, false);
    await tick(3);

    const employer = callAs(api, firm.bearer);
    const { body: stall } = await employer.get(`/api/employer/fairs/${fair}`).expect(200);
    expect(stall.guests.map(({ name }: { name: string }) => name)).toEqual([
      '陆*芳',
      '张*明',
      '张*明',
      '张*明',
      '陆*芳',
    ]);
    const talk = (bearer: string, i: number, body: object) =>
      api.put(bearer, `${url}/invitations/${guests[i]!.id}/talks/${post.id}`, body);
    expect((await talk(firm.bearer, 4, { outcome: 'intent' })).body.code).toBe('wrong_state');
    await talk(firm.bearer, 0, { outcome: 'intent', contactShared: true }).expect(204);
    await talk(api.bureauBearer, 1, { outcome: 'intent', contactShared: true }).expect(204);
    await talk(firm.bearer, 1, { outcome: 'intent' }).expect(204);
    expect((await talk(firm.bearer, 2, { outcome: 'employer_declined' })).body.code).toBe('reason_needed');
    expect((await talk(firm.bearer, 2, { outcome: 'employer_declined', reason: 'care' })).status).toBe(400);
    await talk(firm.bearer, 2, { outcome: 'employer_declined', reason: 'skill' }).expect(204);

    const applications = await api.db
      .select()
      .from(schema.application)
      .where(eq(schema.application.vacancy, post.id));
    // An employer cannot say on somebody's behalf that her name may be seen.
    expect(
      applications.map(({ person, source, contactShared }) => ({ person, source, contactShared })),
    ).toEqual(
      expect.arrayContaining([
        { person: seeker.person.id, source: 'fair', contactShared: false },
        { person: others[0]!.id, source: 'fair', contactShared: true },
      ]),
    );
    expect(applications).toHaveLength(2);

    const stepsOf = async () => {
      const { body } = await api.bureau.get(`${url}/funnel`).expect(200);
      const steps: { step: string; count: number }[] = body.total.steps;
      return {
        ...Object.fromEntries(steps.map(({ step, count }) => [step, count])),
        drops: body.total.drops,
      };
    };
    await api.bureau.post(`${url}/state`, { action: 'close', version: 2 }).expect(200);
    expect(await stepsOf()).toMatchObject({ posts: 9, invited: 6, came: 5, intent: 2, started: 0 });

    // One stays, one leaves after ten days: both from spells, whoever wrote them.
    await plantSpell(api.db, seeker.person.id, '2020-03-10', { vacancy: post.id });
    await plantSpell(api.db, others[0]!.id, '2020-03-10', { vacancy: post.id, endedOn: '2020-03-20' });
    const after = await stepsOf();
    expect(after).toMatchObject({ started: 2, stayed_30: 1, stayed_90: 1 });
    expect(after.drops).toMatchObject([
      { after: 'invited', by: 'person', code: 'distance', label: '离家太远', count: 1 },
      { after: 'invited', by: 'product', code: 'silent', count: 1 },
      { after: 'came', by: 'product', code: 'no_talk', count: 2 },
      { after: 'came', by: 'employer', code: 'skill', count: 1 },
      { after: 'started', by: 'product', code: 'left_30', count: 1 },
    ]);
    const { body: own } = await employer.get('/api/employer/fairs').expect(200);
    expect(own.items[0].steps.map(({ count }: { count: number }) => count)).toEqual([
      9,
      null,
      6,
      4,
      2,
      2,
      1,
      1,
    ]);
  });

  it('shows a grid worker the fair of the county, and of its people those of the grid', async () => {
    const { id } = await plantFair(api.db, places.city, 'inviting');
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    await plantStall(api.db, id, post);
    const [here] = await api.seekers(1);
    const there = (await plantHousehold(api.db, places.other)).people[0]!;
    const own = await plantInvitation(api.db, id, here!.id, post.id, { number: 1 });
    const far = await plantInvitation(api.db, id, there.id, post.id, { number: 2 });
    const { body } = await api.grid.get(`/api/fairs/${id}/invitations`).expect(200);
    expect(body.items.map((guest: { id: string }) => guest.id)).toEqual([own.id]);
    const coming = { answer: 'coming', authority: 'spoken' };
    await api.grid.post(`/api/fairs/${id}/invitations/${far.id}/answer`, coming).expect(404);
    // A county's bureau looks at the city's fair but does not run it.
    expect((await api.bureau.get(`/api/fairs/${id}`).expect(200)).body.allowed).toEqual(['answer']);
    await api.bureau.post(`/api/fairs/${id}/state`, { action: 'hold', version: 1 }).expect(404);
  });
});
