import type { Db } from '#drizzle/db.ts';
import { showInInbox } from '#drizzle/queries/noticeSending.ts';
import type { Channel } from './channel.ts';

/** The inbox of the product: the notice is there as soon as its row says so. */
export const inAppChannel = (db: Db): Channel => ({
  name: 'in_app',
  send: ({ key }) =>
    showInInbox(db, key).then(
      (id) =>
        id === null ? { kind: 'failed', failure: 'gone' } : { kind: 'sent', ref: id, delivered: true },
      (error: Error) => ({ kind: 'retry', why: error.name }),
    ),
});
