import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { doorCode } from '../../api/operations/fairs/guests.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { fairForm, plantFair, plantInvitation, plantStall, runProposal } from '../helpers/fairs.ts';
import { callAs, plantFirm, plantMarket, plantPost, plantSeeker } from '../helpers/market.ts';
import { places, plantHousehold, plantSpell } from '../helpers/plant.ts';

let api: TestApi;
let bureau: ReturnType<typeof callAs>;
let grid: ReturnType<typeof callAs>;
let firm: Awaited<ReturnType<typeof plantFirm>>;

const put = (bearer: string, url: string, body: object) =>
  api.http().put(url).set('authorization', bearer).send(body);
let bureauBearer: string;

beforeAll(async () => {
  api = await testApi();
  await plantMarket(api.db);
  bureauBearer = (await api.as('bureau', places.own.county)).bearer;
  bureau = callAs(api, bureauBearer);
  grid = callAs(api, (await api.as('grid_worker', places.own.grid)).bearer);
});
afterAll(() => api?.close());

/** Only the people of one test look for work. */
beforeEach(async () => {
  await api.db.update(schema.person).set({ willing: false });
  await api.db.update(schema.vacancy).set({ status: 'closed' });
  firm = await plantFirm(api);
});

const planned = async () =>
  (await bureau.post('/api/fairs', { ...fairForm, region: places.own.county }).expect(201)).body;

async function seekers(count: number) {
  const people = [];
  for (let i = 0; i < count; i++) people.push((await plantHousehold(api.db, places.own)).people[0]!);
  return people;
}

const invitationsOf = (fair: string) =>
  api.db.select().from(schema.fairInvitation).where(eq(schema.fairInvitation.fair, fair));

describe('a fair', () => {
  it('brings only published posts of verified employers and never more places than are left', async () => {
    const fair = await planned();
    expect(fair).toMatchObject({ status: 'planned', posts: 0, proposal: null, hours: '9:00–16:00' });
    const open = await plantPost(api.db, firm.employer.id, places.own.settlement, {
      headcount: 5,
      filled: 3,
    });
    const draft = await plantPost(api.db, firm.employer.id, places.own.settlement, { status: 'draft' });
    const url = `/api/fairs/${fair.id}/stalls/${firm.employer.id}`;
    const set = (posts: object[]) => put(bureauBearer, url, { posts });

    const { body: offered } = await bureau.get(`/api/fairs/${fair.id}/employers`).expect(200);
    expect(offered.items).toMatchObject([
      { id: firm.employer.id, posts: [{ vacancy: open.id, placesLeft: 2 }] },
    ]);
    expect((await set([{ vacancy: open.id, places: 3 }])).body).toMatchObject({ code: 'no_places' });
    expect((await set([{ vacancy: draft.id, places: 1 }])).status).toBe(404);
    const { body } = await set([{ vacancy: open.id, places: 2 }]).expect(200);
    expect(body).toMatchObject({ stalls: 1, posts: 2, stallList: [{ number: 1, posts: [{ places: 2 }] }] });
    await set([{ vacancy: open.id, places: 0 }]).expect(200);
    expect((await bureau.get(`/api/fairs/${fair.id}`)).body.stallList).toEqual([]);

    await api.db
      .update(schema.employer)
      .set({ status: 'suspended' })
      .where(eq(schema.employer.id, firm.employer.id));
    expect((await set([{ vacancy: open.id, places: 1 }])).body.code).toBe('employer_not_verified');
  });

  it('is proposed by the engine, sent within the rule, and asks others when somebody declines', async () => {
    const people = await seekers(8);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement, { headcount: 2 });
    const fair = await planned();
    await put(bureauBearer, `/api/fairs/${fair.id}/stalls/${firm.employer.id}`, {
      posts: [{ vacancy: post.id, places: 2 }],
    });
    expect((await bureau.post(`/api/fairs/${fair.id}/invitations`)).body.code).toBe('wrong_state');
    const propose = async () => {
      await bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
      await runProposal(api, fair.id);
    };
    await propose();
    const { body: seen } = await bureau.get(`/api/fairs/${fair.id}`).expect(200);
    expect(seen.proposal).toMatchObject({
      status: 'done',
      perPlace: 3,
      unsent: 6,
      rule: { documentNumber: '平台规则 2020-1' },
      bound: { seekers: 8, suitable: 8, places: 2, placed: 2, households: 2, zeroBefore: 8 },
    });
    expect(seen.proposal.bound.certificate).toMatchObject({
      valid: true,
      dualBound: seen.proposal.bound.certificate.value,
    });
    const { body: list } = await bureau.get(`/api/fairs/${fair.id}/invitations?size=50`).expect(200);
    expect(list.items.map(({ round }: { round: number }) => round)).toEqual([1, 1, 2, 2, 3, 3]);
    for (const { matches } of list.items) {
      const [{ explanation, parts, score }] = matches;
      expect(explanation).toContain('请先问本人愿不愿意');
      expect(parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0)).toBe(score);
    }

    expect((await bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body).toEqual({ sent: 6 });
    expect((await bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body).toEqual({ sent: 0 });
    const sent = await invitationsOf(fair.id);
    expect(sent.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const notices = await api.db
      .select()
      .from(schema.notice)
      .where(and(eq(schema.notice.template, 'fair.invitation')));
    expect(notices.map(({ person }) => person).sort()).toEqual(sent.map(({ person }) => person).sort());

    const [first] = list.items;
    const answer = `/api/fairs/${fair.id}/invitations/${first.id}/answer`;
    expect((await grid.post(answer, { answer: 'declined', authority: 'phone' })).body.code).toBe(
      'reason_needed',
    );
    await grid.post(answer, { answer: 'declined', reason: 'care', authority: 'phone' }).expect(204);
    const [assisted] = await api.db
      .select()
      .from(schema.assistedAction)
      .where(eq(schema.assistedAction.person, first.person));
    expect(assisted).toMatchObject({ action: 'fair_answer', authority: 'phone' });
    await propose();
    const { sent: more } = (await bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body;
    expect(more).toBe(1);
    const standing = (await invitationsOf(fair.id)).filter(({ answer }) => answer !== 'declined');
    expect(standing).toHaveLength(6);
    expect(new Set([...standing.map(({ person }) => person), first.person]).size).toBe(7);
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(standing.map(({ person }) => person)));
  });

  it('forgets a proposal whose posts have changed, and keeps posts people were invited for', async () => {
    await seekers(2);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    const fair = await planned();
    const stall = (places: number) =>
      put(bureauBearer, `/api/fairs/${fair.id}/stalls/${firm.employer.id}`, {
        posts: [{ vacancy: post.id, places }],
      });
    await stall(2);
    await bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
    await runProposal(api, fair.id);
    expect((await stall(1)).body).toMatchObject({ proposal: null });
    expect(await invitationsOf(fair.id)).toEqual([]);

    await bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
    await runProposal(api, fair.id);
    await bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200);
    expect((await stall(0)).body).toMatchObject({ code: 'wrong_state' });
  });

  it('tells whoever was invited of another hour and of its end, and holds versions', async () => {
    const [person] = await seekers(1);
    const { id, version } = await plantFair(api.db, places.own.county, 'inviting');
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    await plantStall(api.db, id, post);
    await plantInvitation(api.db, id, person!.id, post.id);
    const change = (values: object) =>
      put(bureauBearer, `/api/fairs/${id}`, { ...fairForm, dayStart: 600, version, ...values });
    await change({}).expect(200);
    expect((await change({ place: '礼堂' })).body.code).toBe('version_conflict');
    const cancel = (body: object) =>
      bureau.post(`/api/fairs/${id}/state`, { action: 'cancel', version: 2, ...body });
    expect((await cancel({})).body.code).toBe('reason_needed');
    const { body } = await cancel({ reason: '下大雨' }).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', cancelReason: '下大雨', allowed: [] });
    const told = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person!.id));
    expect(told.map(({ template }) => template)).toEqual(['fair.changed', 'fair.cancelled']);
  });
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
    const others = await seekers(5);
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
    await grid.post(`${url}/invitations/${guests[5]!.id}/answer`, decline).expect(204);

    await bureau.post(`${url}/state`, { action: 'hold', version: 1 }).expect(200);
    const { code } = (await bureau.get(`${url}/door-code`).expect(200)).body;
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
      put(bureauBearer, `${url}/invitations/${guests[i]!.id}/attendance`, { came }).expect(204);
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
      put(bearer, `${url}/invitations/${guests[i]!.id}/talks/${post.id}`, body);
    expect((await talk(firm.bearer, 4, { outcome: 'intent' })).body.code).toBe('wrong_state');
    await talk(firm.bearer, 0, { outcome: 'intent', contactShared: true }).expect(204);
    await talk(bureauBearer, 1, { outcome: 'intent', contactShared: true }).expect(204);
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
      const { body } = await bureau.get(`${url}/funnel`).expect(200);
      const steps: { step: string; count: number }[] = body.total.steps;
      return {
        ...Object.fromEntries(steps.map(({ step, count }) => [step, count])),
        drops: body.total.drops,
      };
    };
    await bureau.post(`${url}/state`, { action: 'close', version: 2 }).expect(200);
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
    const [here] = await seekers(1);
    const there = (await plantHousehold(api.db, places.other)).people[0]!;
    const own = await plantInvitation(api.db, id, here!.id, post.id, { number: 1 });
    const far = await plantInvitation(api.db, id, there.id, post.id, { number: 2 });
    const { body } = await grid.get(`/api/fairs/${id}/invitations`).expect(200);
    expect(body.items.map((guest: { id: string }) => guest.id)).toEqual([own.id]);
    const coming = { answer: 'coming', authority: 'spoken' };
    await grid.post(`/api/fairs/${id}/invitations/${far.id}/answer`, coming).expect(404);
    // A county's bureau looks at the city's fair but does not run it.
    expect((await bureau.get(`/api/fairs/${id}`).expect(200)).body.allowed).toEqual(['answer']);
    await bureau.post(`/api/fairs/${id}/state`, { action: 'hold', version: 1 }).expect(404);
  });
});
