import { storedBound } from '#contract/fair.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { FairDetail, fairRoutes } from '#contract/routes/fairs.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { type FairRecord, findFair, listFairs } from '#drizzle/queries/fairs/fairs.ts';
import { funnelRows } from '#drizzle/queries/fairs/funnel.ts';
import { findProposal } from '#drizzle/queries/fairs/proposal.ts';
import { listFairEmployers, listStalls } from '#drizzle/queries/fairs/stalls.ts';
import { planFair, reviseFair, stepFair } from '../../operations/fairs/fairs.ts';
import { requestProposal, setStall } from '../../operations/fairs/stalls.ts';
import { presentDetail, presentFair } from '../../presenters/fairs/fair.ts';
import { presentFunnel } from '../../presenters/fairs/funnel.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const fairHandlers = (): Handlers<typeof fairRoutes> => ({
  async list({ query: { page, size, status }, caller, db }) {
    const { items, total } = await listFairs(db, caller, { page, size, status });
    return { page, size, total, items: items.map((record) => presentFair(record, caller)) };
  },

  async detail({ params, caller, db }) {
    return detailOf(db, caller, found(await findFair(db, caller, params.fair)));
  },

  async add({ body, caller, db, request }) {
    return detailOf(db, caller, await planFair(db, { caller, requestId: request.id, form: body }));
  },

  async change({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, fairId: params.fair, form: body };
    return detailOf(db, caller, await reviseFair(db, act));
  },

  async move({ params, body: { action, reason, version }, caller, db, request }) {
    const act = { caller, requestId: request.id, fairId: params.fair, action, reason, version };
    return detailOf(db, caller, await stepFair(db, act));
  },

  async employers({ params, query, caller, db }) {
    const { regionPath } = found(await findFair(db, caller, params.fair));
    const employers = await listFairEmployers(db, params.fair, regionPath, query.q);
    return {
      items: employers.map(({ id, name, posts }) => ({
        id,
        name,
        posts: posts.map((post) => ({
          vacancy: post.id,
          title: post.title,
          pay: payText(post),
          placesLeft: post.headcount - post.filled,
        })),
      })),
    };
  },

  async setStall({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, fairId: params.fair, employerId: params.employer };
    await setStall(db, { ...act, posts: body.posts });
    return detailOf(db, caller, found(await findFair(db, caller, params.fair)));
  },

  async propose({ params, caller, db, request }) {
    await requestProposal(db, { caller, requestId: request.id, fairId: params.fair });
  },

  async funnel({ params, caller, db }) {
    const { fair, posts } = found(await findFair(db, caller, params.fair));
    const rows = await funnelRows(db, fair.id);
    const last = await findProposal(db, fair.id);
    const bound = last?.proposal.bound == null ? null : storedBound.parse(last.proposal.bound);
    const { status } = fair;
    const stalls = await listStalls(db, fair.id);
    const byStall = Map.groupBy(rows, ({ stall }) => stall);
    return {
      total: presentFunnel(rows, { places: posts, suitable: bound?.suitable ?? null, status }),
      stalls: stalls.map(({ stall, employer, posts }) => {
        const places = posts.reduce((sum, { post }) => sum + post.places, 0);
        const head = { places, suitable: stall.suitable, status };
        const { steps } = presentFunnel(byStall.get(stall.id) ?? [], head);
        return { id: stall.id, number: stall.number, employer: employer.name, steps };
      }),
    };
  },
});

const detailOf = async (db: Db, caller: Caller, record: FairRecord): Promise<FairDetail> =>
  presentDetail(record, await listStalls(db, record.fair.id), await findProposal(db, record.fair.id), caller);
