import type { Db } from '#drizzle/db.ts';
import { findPerson, openTask } from '#drizzle/queries/applications.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { inviteKey } from '#drizzle/queries/employerOverview.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { findOwnVacancy } from '#drizzle/queries/vacancyLife.ts';
import { listSuggestions } from '../fit/suggestions.ts';
import { found } from '../problem.ts';
import type { Act } from './act.ts';

/**
 * An employer would like to meet somebody: the person hears of it and their grid worker asks them. The employer
 * learns nothing more until they agree. Only people suggested for the vacancy can be asked.
 * @throws Problem not_found, employer_not_verified
 */
export async function invite(
  db: Db,
  { caller, requestId, vacancyId, personId }: Act & { readonly vacancyId: string; readonly personId: string },
): Promise<void> {
  await db.transaction(async (db) => {
    const employer = found(caller.employer);
    const suggested = await listSuggestions(db, employer, vacancyId);
    found(suggested.find(({ person }) => person === personId));
    const { vacancy, employer: name } = found(await findOwnVacancy(db, { employer }, vacancyId));
    const { grid } = found(await findPerson(db, null, personId));
    await openTask(db, {
      kind: 'invitation',
      region: grid,
      person: personId,
      subjectId: vacancyId,
      text: `${name}想请本人来做“${vacancy.title}”，请问问愿不愿意`,
      dedupe: inviteKey(vacancyId, personId),
    });
    await leaveNotices(db, [
      {
        to: { person: personId },
        template: 'vacancy.invitation',
        params: { vacancy: vacancyId },
        dedupe: inviteKey(vacancyId, personId),
      },
    ]);
    await recordAudit(db, {
      actor: caller,
      action: 'vacancy.invite',
      subject: 'vacancy',
      subjectId: vacancyId,
      region: grid,
      details: { person: personId },
      requestId,
    });
  });
}
