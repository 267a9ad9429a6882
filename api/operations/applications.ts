import type { EmployerOpinion, EmployerRefusal, SeekerRefusal } from '#contract/codes/market.ts';
import {
  type ApplicationAction,
  type ApplicationActor,
  applicationLife,
} from '#contract/life/application.ts';
import type { TemplateAbout } from '#contract/notices/templates.ts';
import type { Db } from '#drizzle/db.ts';
import {
  type ApplicationRow,
  findApplication,
  lockPerson,
  type Move,
  moveApplication,
  type Party,
} from '#drizzle/queries/applicationLife.ts';
import {
  addDataAccess,
  objectToAction,
  openTask,
  setApplication,
  setContactConsent,
} from '#drizzle/queries/applications.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';

export type Mine = Act & { readonly applicationId: string };

/** An employer sees its own, a seeker theirs. */
export const partyOf = ({ caller }: Act): Party =>
  caller.role === 'employer' ? { employer: found(caller.employer) } : { person: found(caller.person) };

const actorOf = ({ caller }: Act): ApplicationActor => (caller.role === 'employer' ? 'employer' : 'seeker');

/**
 * The application with its person locked, when the caller may take this step now.
 * @throws Problem not_found, wrong_state
 */
export async function lockFor(db: Db, act: Mine, action: ApplicationAction): Promise<ApplicationRow> {
  const look = async () => {
    const row = found(await findApplication(db, partyOf(act), act.applicationId));
    if (applicationLife.may(action, row.application.status, actorOf(act))) return row;
    throw new Problem('wrong_state');
  };
  const seen = await look();
  await lockPerson(db, seen.person.id);
  return look();
}

/** Writes a step down with its audit row. @throws Problem wrong_state when it has moved meanwhile */
export async function writeStep(
  db: Db,
  act: Mine,
  row: ApplicationRow,
  action: ApplicationAction,
  move: Omit<Move, 'to' | 'actor'> = {},
): Promise<ApplicationRow> {
  const { id, status } = row.application;
  const to = applicationLife.steps[action].to ?? status;
  const moved = await moveApplication(db, id, status, { ...move, to, actor: act.caller.id });
  if (!moved) throw new Problem('wrong_state');
  await audited(db, act, row, action, move.reason ?? undefined);
  return found(await findApplication(db, partyOf(act), id));
}

const audited = (db: Db, act: Act, row: ApplicationRow, action: string, reason?: string) =>
  recordAudit(db, {
    actor: act.caller,
    action: `application.${action}`,
    subject: 'application',
    subjectId: row.application.id,
    region: row.person.grid,
    ...(reason !== undefined && { reason }),
    requestId: act.requestId,
  });

export type Answer =
  | { readonly action: 'contact' | 'pool' }
  | { readonly action: 'interview' | 'trial'; readonly appointment: string }
  | { readonly action: 'refuse'; readonly reason: EmployerRefusal; readonly note?: string | undefined };

/** What the person hears of each answer. */
const SAID = {
  contact: 'application.contacted',
  interview: 'application.interview',
  trial: 'application.trial',
  pool: 'application.pool',
  refuse: 'application.refused',
} as const satisfies Record<Answer['action'], TemplateAbout<'application'>>;

/** The employer answers; the person is told every time. @throws Problem not_found, wrong_state */
export const answerApplication = (db: Db, { answer, ...act }: Mine & { readonly answer: Answer }) =>
  db.transaction(async (db) => {
    const row = await lockFor(db, act, answer.action);
    const appointment = 'appointment' in answer ? answer.appointment : null;
    const reason = answer.action === 'refuse' ? answer.reason : null;
    const next = await writeStep(db, act, row, answer.action, {
      reason,
      note: answer.action === 'refuse' ? (answer.note ?? null) : appointment,
      set: {
        answeredAt: row.application.answeredAt ?? new Date(),
        ...(appointment !== null && { appointment }),
        ...(reason !== null && { reason }),
      },
    });
    await tellPerson(db, next, SAID[answer.action]);
    return next;
  });

export const tellPerson = (
  db: Db,
  { application, person }: ApplicationRow,
  template: TemplateAbout<'application'>,
) =>
  leaveNotices(db, [
    {
      to: { person: person.id },
      template,
      params: {
        application: application.id,
        ...(application.reason !== null && { reason: application.reason }),
      },
      dedupe: `${template}:${application.id}:${application.version}`,
    },
  ]);

/** What the employer thinks moves nothing. @throws Problem not_found */
export const giveOpinion = (db: Db, act: Mine & { readonly opinion: EmployerOpinion | null }) =>
  db.transaction(async (db) => {
    const row = found(await findApplication(db, partyOf(act), act.applicationId));
    await setApplication(db, row.application.id, { opinion: act.opinion });
    await audited(db, act, row, 'opinion', act.opinion ?? 'none');
    return found(await findApplication(db, partyOf(act), act.applicationId));
  });

/** @throws Problem not_found, wrong_state */
export const withdraw = (db: Db, { reason, ...act }: Mine & { readonly reason: SeekerRefusal | undefined }) =>
  db.transaction(async (db) => {
    const row = await lockFor(db, act, 'withdraw');
    const coded = reason ?? null;
    return writeStep(db, act, row, 'withdraw', { reason: coded, set: { reason: coded } });
  });

/**
 * The person never wanted what somebody did for them: it is undone, and somebody else comes to ask.
 * @throws Problem not_found, wrong_state when nobody acted for them
 */
export const objectTo = (db: Db, { words, ...act }: Mine & { readonly words: string }) =>
  db.transaction(async (db) => {
    const row = await lockFor(db, act, 'object');
    const { id } = row.application;
    if (!(await objectToAction(db, { person: row.person.id, subjectId: id, words }))) {
      throw new Problem('wrong_state');
    }
    await openTask(db, {
      kind: 'objection',
      region: row.person.grid,
      person: row.person.id,
      subjectId: id,
      text: `本人对代办投递“${row.title}”有异议，请上门问清`,
      dedupe: `objection:${id}`,
    });
    return writeStep(db, act, row, 'object', { reason: 'objection', set: { reason: 'objection' } });
  });

/** The person lets this employer see name and phone, or takes it back. @throws Problem not_found */
export const shareContact = (db: Db, act: Mine & { readonly shared: boolean }) =>
  db.transaction(async (db) => {
    const row = found(await findApplication(db, partyOf(act), act.applicationId));
    await lockPerson(db, row.person.id);
    const { shared } = act;
    await setApplication(db, row.application.id, { contactShared: shared });
    await setContactConsent(db, { person: row.person.id, employer: row.employerId, shared });
    await audited(db, act, row, shared ? 'contact_shared' : 'contact_hidden');
    return found(await findApplication(db, partyOf(act), act.applicationId));
  });

/** Name and phone, once the person has agreed; every look is kept for them to see. @throws Problem not_found, forbidden */
export const revealContact = (db: Db, act: Mine): Promise<{ name: string; phone: string | null }> =>
  db.transaction(async (db) => {
    const row = found(await findApplication(db, partyOf(act), act.applicationId));
    if (!row.application.contactShared) throw new Problem('forbidden', { detail: '本人还没有同意' });
    await addDataAccess(db, {
      person: row.person.id,
      actor: act.caller.id,
      what: 'contact',
      reason: `应聘“${row.title}”`,
    });
    await audited(db, act, row, 'contact_seen');
    return { name: row.person.name ?? '', phone: row.person.phone };
  });
