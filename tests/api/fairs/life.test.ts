import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fairStatus } from '#contract/codes/fair.ts';
import { type FairAction, fairLife } from '#contract/life/fair.ts';
import * as schema from '#drizzle/schema/index.ts';
import { type FairApi, fairApi } from '../../helpers/fairApi.ts';
import { fairForm, plantFair, plantInvitation, plantProposal, plantStall } from '../../helpers/fairs.ts';
import { places, plantHousehold, plantVacancy } from '../../helpers/plant.ts';

/** Every action in every state, against the table of the life: what it allows happens, nothing else does. */

let api: FairApi;
beforeAll(async () => {
  api = await fairApi();
});
afterAll(() => api?.close());

interface Planted {
  readonly fair: string;
  readonly guest: string;
  readonly vacancy: string;
}

/** How the bureau takes each action. */
const acts: Readonly<
  Record<FairAction, (planted: Planted) => PromiseLike<{ status: number; body: { code?: string } }>>
> = {
  edit: ({ fair }) => put(`/api/fairs/${fair}`, { ...fairForm, title: '改期的招聘会', version: 1 }),
  propose: ({ fair }) => api.bureau.post(`/api/fairs/${fair}/proposal`),
  invite: ({ fair }) => api.bureau.post(`/api/fairs/${fair}/invitations`),
  answer: ({ fair, guest }) =>
    api.bureau.post(`/api/fairs/${fair}/invitations/${guest}/answer`, {
      answer: 'coming',
      authority: 'spoken',
    }),
  hold: ({ fair }) => state(fair, 'hold'),
  attend: ({ fair, guest }) => put(`/api/fairs/${fair}/invitations/${guest}/attendance`, { came: true }),
  talk: ({ fair, guest, vacancy }) =>
    put(`/api/fairs/${fair}/invitations/${guest}/talks/${vacancy}`, {
      outcome: 'person_declined',
      reason: 'pay',
    }),
  close: ({ fair }) => state(fair, 'close'),
  cancel: ({ fair }) => state(fair, 'cancel'),
};
const put = (url: string, body: object) => api.put(api.bureauBearer, url, body);
const state = (fair: string, action: string) =>
  api.bureau.post(`/api/fairs/${fair}/state`, { action, reason: '下大雨', version: 1 });

describe.each(fairStatus.values)('a fair that is %s', (status) => {
  it.each(fairLife.actions)('%s', async (action) => {
    const { vacancy } = await plantVacancy(api.db, places.own.settlement);
    const { people } = await plantHousehold(api.db, places.own);
    const { id: fair } = await plantFair(api.db, places.own.county, status);
    await plantStall(api.db, fair, vacancy);
    const { id: guest } = await plantInvitation(api.db, fair, people[0]!.id, vacancy.id, {
      cameAt: new Date(),
    });
    if (action === 'invite') await plantProposal(api.db, fair);

    const { status: answered, body } = await acts[action]({ fair, guest, vacancy: vacancy.id });
    const [row] = await api.db.select().from(schema.fair).where(eq(schema.fair.id, fair));
    const { from, to } = fairLife.steps[action];
    if (from.includes(status)) {
      expect(answered, JSON.stringify(body)).toBeLessThan(300);
      expect(row!.status).toBe(to ?? status);
    } else {
      expect({ answered, code: body.code }).toEqual({ answered: 409, code: 'wrong_state' });
      expect(row!.status).toBe(status);
    }
  });
});
