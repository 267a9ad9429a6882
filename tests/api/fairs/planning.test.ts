import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#drizzle/schema/index.ts';
import { type FairApi, fairApi } from '../../helpers/fairApi.ts';
import { fairForm, plantFair, plantInvitation, plantStall, runProposal } from '../../helpers/fairs.ts';
import { plantPost } from '../../helpers/market.ts';
import { places, plantHousehold } from '../../helpers/plant.ts';

let api: FairApi;
let firm: Awaited<ReturnType<FairApi['freshFirm']>>;

beforeAll(async () => {
  api = await fairApi();
});
afterAll(() => api?.close());

beforeEach(async () => {
  firm = await api.freshFirm();
});

describe('a fair', () => {
  it('brings only published posts of verified employers and never more places than are left', async () => {
    const fair = await api.planned();
    expect(fair).toMatchObject({ status: 'planned', posts: 0, proposal: null, hours: '9:00–16:00' });
    const open = await plantPost(api.db, firm.employer.id, places.own.settlement, {
      headcount: 5,
      filled: 3,
    });
    const draft = await plantPost(api.db, firm.employer.id, places.own.settlement, { status: 'draft' });
    const url = `/api/fairs/${fair.id}/stalls/${firm.employer.id}`;
    const set = (posts: object[]) => api.put(api.bureauBearer, url, { posts });

    const { body: offered } = await api.bureau.get(`/api/fairs/${fair.id}/employers`).expect(200);
    expect(offered.items).toMatchObject([
      { id: firm.employer.id, posts: [{ vacancy: open.id, placesLeft: 2 }] },
    ]);
    expect((await set([{ vacancy: open.id, places: 3 }])).body).toMatchObject({ code: 'no_places' });
    expect((await set([{ vacancy: draft.id, places: 1 }])).status).toBe(404);
    const { body } = await set([{ vacancy: open.id, places: 2 }]).expect(200);
    expect(body).toMatchObject({ stalls: 1, posts: 2, stallList: [{ number: 1, posts: [{ places: 2 }] }] });
    await set([{ vacancy: open.id, places: 0 }]).expect(200);
    expect((await api.bureau.get(`/api/fairs/${fair.id}`)).body.stallList).toEqual([]);

    await api.db
      .update(schema.employer)
      .set({ status: 'suspended' })
      .where(eq(schema.employer.id, firm.employer.id));
    expect((await set([{ vacancy: open.id, places: 1 }])).body.code).toBe('employer_not_verified');
  });

  it('is proposed by the engine, sent within the rule, and asks others when somebody declines', async () => {
    const people = await api.seekers(8);
    // Nobody there looks for work: no zero-employment household.
    await plantHousehold(api.db, places.own, [{ willing: false }]);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement, { headcount: 2 });
    const fair = await api.planned();
    await api.put(api.bureauBearer, `/api/fairs/${fair.id}/stalls/${firm.employer.id}`, {
      posts: [{ vacancy: post.id, places: 2 }],
    });
    expect((await api.bureau.post(`/api/fairs/${fair.id}/invitations`)).body.code).toBe('wrong_state');
    const propose = async () => {
      await api.bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
      await runProposal(api, fair.id);
    };
    await propose();
    const { body: seen } = await api.bureau.get(`/api/fairs/${fair.id}`).expect(200);
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
    const { body: list } = await api.bureau.get(`/api/fairs/${fair.id}/invitations?size=50`).expect(200);
    expect(list.items.map(({ round }: { round: number }) => round)).toEqual([1, 1, 2, 2, 3, 3]);
    for (const { matches } of list.items) {
      const [{ explanation, parts, score }] = matches;
      expect(explanation).toContain('请先问本人愿不愿意');
      expect(parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0)).toBe(score);
    }

    expect((await api.bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body).toEqual({
      sent: 6,
    });
    expect((await api.bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body).toEqual({
      sent: 0,
    });
    const sent = await api.invitationsOf(fair.id);
    expect(sent.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const notices = await api.db
      .select()
      .from(schema.notice)
      .where(and(eq(schema.notice.template, 'fair.invitation')));
    expect(notices.map(({ person }) => person).sort()).toEqual(sent.map(({ person }) => person).sort());

    const [first] = list.items;
    const answer = `/api/fairs/${fair.id}/invitations/${first.id}/answer`;
    expect((await api.grid.post(answer, { answer: 'declined', authority: 'phone' })).body.code).toBe(
      'reason_needed',
    );
    await api.grid.post(answer, { answer: 'declined', reason: 'care', authority: 'phone' }).expect(204);
    const [assisted] = await api.db
      .select()
      .from(schema.assistedAction)
      .where(eq(schema.assistedAction.person, first.person));
    expect(assisted).toMatchObject({ action: 'fair_answer', authority: 'phone' });
    await propose();
    const { sent: more } = (await api.bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200)).body;
    expect(more).toBe(1);
    const standing = (await api.invitationsOf(fair.id)).filter(({ answer }) => answer !== 'declined');
    expect(standing).toHaveLength(6);
    expect(new Set([...standing.map(({ person }) => person), first.person]).size).toBe(7);
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(standing.map(({ person }) => person)));
  });

  it('forgets a proposal whose posts have changed, and keeps posts people were invited for', async () => {
    await api.seekers(2);
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    const fair = await api.planned();
    const stall = (places: number) =>
      api.put(api.bureauBearer, `/api/fairs/${fair.id}/stalls/${firm.employer.id}`, {
        posts: [{ vacancy: post.id, places }],
      });
    await stall(2);
    await api.bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
    await runProposal(api, fair.id);
    expect((await stall(1)).body).toMatchObject({ proposal: null });
    expect(await api.invitationsOf(fair.id)).toEqual([]);

    await api.bureau.post(`/api/fairs/${fair.id}/proposal`).expect(202);
    await runProposal(api, fair.id);
    await api.bureau.post(`/api/fairs/${fair.id}/invitations`).expect(200);
    expect((await stall(0)).body).toMatchObject({ code: 'wrong_state' });
  });

  it('tells whoever was invited of another hour and of its end, and holds versions', async () => {
    const [person] = await api.seekers(1);
    const { id, version } = await plantFair(api.db, places.own.county, 'inviting');
    const post = await plantPost(api.db, firm.employer.id, places.own.settlement);
    await plantStall(api.db, id, post);
    await plantInvitation(api.db, id, person!.id, post.id);
    const change = (values: object) =>
      api.put(api.bureauBearer, `/api/fairs/${id}`, { ...fairForm, dayStart: 600, version, ...values });
    await change({}).expect(200);
    expect((await change({ place: '礼堂' })).body.code).toBe('version_conflict');
    const cancel = (body: object) =>
      api.bureau.post(`/api/fairs/${id}/state`, { action: 'cancel', version: 2, ...body });
    expect((await cancel({})).body.code).toBe('reason_needed');
    const { body } = await cancel({ reason: '下大雨' }).expect(200);
    expect(body).toMatchObject({ status: 'cancelled', cancelReason: '下大雨', allowed: [] });
    const told = await api.db.select().from(schema.notice).where(eq(schema.notice.person, person!.id));
    expect(told.map(({ template }) => template)).toEqual(['fair.changed', 'fair.cancelled']);
  });
});
