import type { noticeRoutes } from '#contract/routes/notices.ts';
import { knownOf } from '#drizzle/queries/noticeFacts.ts';
import { listFailed } from '#drizzle/queries/noticeFailures.ts';
import { countUnread, listNotices } from '#drizzle/queries/noticeInbox.ts';
import { findRecipient } from '#drizzle/queries/noticeSending.ts';
import { configuredPhones } from '#platform/connections.ts';
import { chooseChannel, readAll, readOne, retry, takeSigned } from '../operations/notices.ts';
import { presentChannels, presentFailed, presentNotice } from '../presenters/notice.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';

export const noticeHandlers = ({ env }: Pick<Services, 'env'>): Handlers<typeof noticeRoutes> => ({
  async mine({ query: { locale, ...page }, caller, db }) {
    const { items, total } = await listNotices(db, caller, page);
    const known = await knownOf(db, items);
    return {
      ...page,
      total,
      unread: await countUnread(db, caller),
      items: items.map((row) => presentNotice(row, known.get(row.id), locale)),
    };
  },

  unread: async ({ caller, db }) => ({ unread: await countUnread(db, caller) }),

  async read({ params, caller, db }) {
    await readOne(db, caller, params.notice);
    return undefined;
  },

  async readAll({ caller, db }) {
    await readAll(db, caller);
    return undefined;
  },

  async channels({ caller, db }) {
    const { person } = caller;
    const recipient = await findRecipient(db, { person, account: person === null ? caller.id : null });
    return { items: presentChannels(recipient, configuredPhones(env)) };
  },

  async choose({ params, body, caller, db, request }) {
    await chooseChannel(db, { caller, requestId: request.id, ...params, ...body });
    return undefined;
  },

  async failed({ query, caller, db }) {
    const { items, total } = await listFailed(db, caller.region, query);
    const known = await knownOf(db, items);
    return {
      ...query,
      total,
      items: items.map((row) => presentFailed(row, known.get(row.id))),
    };
  },

  async retry({ params, caller, db, request }) {
    await retry(db, { caller, requestId: request.id, noticeId: params.notice });
    return undefined;
  },

  async receipt({ params, body, db, request }) {
    const signature = request.headers['x-signature'];
    await takeSigned(db, env.NOTICE_RECEIPT_KEY, signature, { ...params, ...body });
    return undefined;
  },
});
