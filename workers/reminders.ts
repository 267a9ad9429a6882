import type { Db } from '#drizzle/db.ts';
import { leaveNotices, noticeEmployer } from '#drizzle/queries/notices.ts';
import { dueTomorrow, leftInSilence, startingTomorrow } from '#drizzle/queries/reminders.ts';

/** What people are reminded of on a new day. Running it twice on one day reminds nobody twice. */
export async function remind(db: Db): Promise<void> {
  await leaveNotices(
    db,
    (await startingTomorrow(db)).map(({ class: id, startsOn, person }) => ({
      to: { person },
      template: 'class.tomorrow',
      params: { class: id },
      dedupe: `class.tomorrow:${id}:${startsOn}:${person}`,
    })),
  );
  for (const { id, vacancy, employer } of await dueTomorrow(db)) {
    await noticeEmployer(db, employer, {
      template: 'application.due',
      params: { application: id, vacancy },
      dedupe: `application.due:${id}`,
    });
  }
  await leaveNotices(
    db,
    (await leftInSilence(db)).map(({ id, person }) => ({
      to: { person },
      template: 'application.silent',
      params: { application: id },
      dedupe: `application.silent:${id}`,
    })),
  );
}
