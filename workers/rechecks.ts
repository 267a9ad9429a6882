import type { Db } from '#drizzle/db.ts';
import { leaveNotices, noticeEmployer } from '#drizzle/queries/notices.ts';
import { dueEmployers, dueProviders, dueWorkshops } from '#drizzle/queries/rechecks.ts';

/** Tells those whose papers or accreditation are to be looked at again, once for each such day. */
export async function remindOfRechecks(db: Db): Promise<void> {
  for (const { id, recheckOn } of await dueEmployers(db)) {
    await noticeEmployer(db, id, {
      template: 'employer.recheck',
      params: { employer: id, day: recheckOn },
      dedupe: `employer.recheck:${id}:${recheckOn}`,
    });
  }
  for (const { id, recheckOn } of await dueWorkshops(db)) {
    await noticeEmployer(db, id, {
      template: 'employer.reaccredit',
      params: { employer: id, day: recheckOn },
      dedupe: `employer.reaccredit:${id}:${recheckOn}`,
    });
  }
  const providers = await dueProviders(db);
  await leaveNotices(
    db,
    providers.map(({ id, account, recheckOn }) => ({
      to: { account },
      template: 'provider.recheck',
      params: { provider: id, day: recheckOn },
      dedupe: `provider.recheck:${id}:${recheckOn}`,
    })),
  );
}
