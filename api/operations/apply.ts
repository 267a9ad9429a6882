import {
  type ApplicationSource,
  type Authority,
  type SeekerRefusal,
  seekerRefusal,
} from '#contract/codes/market.ts';
import type { Db } from '#drizzle/db.ts';
import {
  type ApplicationRow,
  addApplication,
  countOpenApplications,
  findApplication,
  livingApplication,
  lockPerson,
} from '#drizzle/queries/applicationLife.ts';
import {
  addAssistedAction,
  addRefusal,
  findOpenPost,
  findPerson,
  setContactConsent,
  takeBackRefusal,
} from '#drizzle/queries/applications.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { inviteKey } from '#drizzle/queries/employerOverview.ts';
import { leaveNotices, noticeEmployer } from '#drizzle/queries/notices.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import { closeTasksFor } from '#drizzle/queries/tasks.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';

interface Wish {
  readonly personId: string;
  readonly vacancyId: string;
  readonly contactShared: boolean;
}

/** A person applies for themselves. @throws Problem not_found, no_places, already_applied, too_many_open */
export const apply = (db: Db, act: Act & Wish): Promise<ApplicationRow> =>
  db.transaction(async (db) => {
    const id = await enter(db, act, 'self');
    return found(await findApplication(db, { person: act.personId }, id));
  });

/**
 * 代办: somebody acts for a person of their region, on an authority that is written down; the person is told.
 * @throws Problem not_found, no_places, already_applied, too_many_open
 */
export const applyFor = (
  db: Db,
  act: Act & Wish & { readonly authority: Authority; readonly source: 'assisted' | 'referral' },
): Promise<string> =>
  db.transaction(async (db) => {
    const id = await enter(db, act, act.source, act.caller.region);
    await Promise.all([
      addAssistedAction(db, {
        person: act.personId,
        actor: act.caller.id,
        authority: act.authority,
        action: 'apply',
        subjectId: id,
      }),
      leaveNotices(db, [
        {
          to: { person: act.personId },
          template: 'application.assisted',
          params: { application: id, authority: act.authority },
          dedupe: `application:${id}:assisted`,
        },
      ]),
      closeTasksFor(db, [inviteKey(act.vacancyId, act.personId)], {
        account: act.caller.id,
        result: '愿意去，已投递',
      }),
    ]);
    return id;
  });

/**
 * A new application, in the transaction of the caller, for a person in `scope`. What is asked together travels in
 * one packet and is answered in order: the person is locked before anything is counted.
 * @throws Problem not_found, no_places, already_applied, too_many_open
 */
export async function enter(
  db: Db,
  { caller, requestId, personId, vacancyId, contactShared }: Act & Wish,
  source: ApplicationSource,
  scope: Scope | null = null,
): Promise<string> {
  const [, person, vacancy, open] = await Promise.all([
    lockPerson(db, personId),
    findPerson(db, scope, personId),
    findOpenPost(db, vacancyId),
    countOpenApplications(db, personId),
  ]);
  const { path, grid } = found(person);
  const post = found(vacancy);
  if (post.placesLeft < 1) throw new Problem('no_places');
  const [most, answerDays] = await Promise.all([
    policyValue(db, 'applications.open_max', path),
    policyValue(db, 'employer.answer_days', path),
  ]);
  const id = await addApplication(db, {
    person: personId,
    vacancy: vacancyId,
    status: 'recommended',
    source,
    contactShared,
    answerDays: answerDays ?? 7,
    actor: caller.id,
  });
  if (!id) throw new Problem('already_applied');
  if (most !== null && open >= most) {
    throw new Problem('too_many_open', { detail: `最多同时等 ${most} 家答复，先撤回一份再投` });
  }
  await Promise.all([
    takeBackRefusal(db, personId, vacancyId),
    contactShared && setContactConsent(db, { person: personId, employer: post.employer, shared: true }),
    recordAudit(db, {
      actor: caller,
      action: 'application.made',
      subject: 'application',
      subjectId: id,
      region: grid,
      details: { source, vacancy: vacancyId },
      requestId,
    }),
    noticeEmployer(db, post.employer, {
      template: 'application.received',
      params: { application: id, vacancy: vacancyId },
      dedupe: `application:${id}:received`,
    }),
  ]);
  return id;
}

/** Reasons that are justified whatever the pay; DOMAIN 2, exits of 零就业 cases. */
const JUSTIFIED: readonly SeekerRefusal[] = ['care', 'health', 'distance'];

/**
 * A person declined a post staff offered: the engine never proposes it again. Her last answer stands, but what she
 * has applied for she withdraws herself.
 * @returns whether the refusal is justified and so never counts against the household
 * @throws Problem not_found, already_applied
 */
export const declineReferral = (
  db: Db,
  {
    caller,
    requestId,
    personId,
    vacancyId,
    reason,
    note,
  }: Act & {
    readonly personId: string;
    readonly vacancyId: string;
    readonly reason: SeekerRefusal;
    readonly note: string | undefined;
  },
): Promise<boolean> =>
  db.transaction(async (db) => {
    await lockPerson(db, personId);
    const { grid, path } = found(await findPerson(db, caller.region, personId));
    const post = found(await findOpenPost(db, vacancyId));
    if (await livingApplication(db, personId, vacancyId)) throw new Problem('already_applied');
    const minimum = await policyValue(db, 'pay.minimum.monthly', path);
    const underMinimum =
      post.form === 'full_time' && minimum !== null && post.monthlyMax < minimum && reason === 'pay';
    const justified = JUSTIFIED.includes(reason) || underMinimum;
    await addRefusal(db, {
      person: personId,
      vacancy: vacancyId,
      reason,
      justified,
      facts: { monthlyMax: post.monthlyMax, minimum, ...(note && { note }) },
      recordedBy: caller.id,
    });
    await closeTasksFor(db, [inviteKey(vacancyId, personId)], {
      account: caller.id,
      result: `不去：${seekerRefusal.label(reason)}`,
    });
    await recordAudit(db, {
      actor: caller,
      action: 'referral.declined',
      subject: 'person',
      subjectId: personId,
      region: grid,
      reason,
      details: { vacancy: vacancyId, justified },
      requestId,
    });
    return justified;
  });
