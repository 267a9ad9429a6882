import { and, eq, sql } from 'drizzle-orm';
import type { NoticeSubject, SubjectParams } from '#contract/notices/subjects.ts';
import type { TemplateAbout } from '#contract/notices/templates.ts';
import type { Db } from '../db.ts';
import { account, notice } from '../schema/index.ts';
import { emit } from './events.ts';

/** What is said about a thing; ids, numbers and dates only: names are looked up when it is shown. */
export type Saying = {
  [S in NoticeSubject]: { readonly template: TemplateAbout<S>; readonly params: SubjectParams[S] };
}[NoticeSubject];

export type NoticeDraft = Saying & {
  readonly to: { readonly person: string } | { readonly account: string };
  /** the same matter is said once */
  readonly dedupe: string;
};

/** Leaves notices in the transaction that writes the state; sending them is another's work. */
export async function leaveNotices(db: Db, drafts: readonly NoticeDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await db
    .insert(notice)
    .values(
      drafts.map(({ to, template, params, dedupe }) => ({
        ...to,
        template,
        params,
        channel: 'in_app' as const,
        status: 'waiting' as const,
        dueAt: sql`now()`,
        dedupe,
      })),
    )
    .onConflictDoNothing({ target: notice.dedupe });
  await emit(db, 'notices.send', {});
}

/** Accounts that act for an employer. */
export const accountsOfEmployer = async (db: Db, employer: string): Promise<string[]> => {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.employer, employer), eq(account.disabled, false)));
  return rows.map(({ id }) => id);
};

/** The same notice to everybody who acts for an employer. */
export async function noticeEmployer(
  db: Db,
  employer: string,
  { dedupe, ...saying }: Saying & { readonly dedupe: string },
): Promise<void> {
  const accounts = await accountsOfEmployer(db, employer);
  await leaveNotices(
    db,
    accounts.map((id) => ({ ...saying, to: { account: id }, dedupe: `${dedupe}:${id}` })),
  );
}
