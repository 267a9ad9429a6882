import type { TalkOutcome } from '#contract/codes/fair.ts';
import { employerRefusal, seekerRefusal } from '#contract/codes/market.ts';
import { fairLife } from '#contract/life/fair.ts';
import type { Db } from '#drizzle/db.ts';
import { livingApplication } from '#drizzle/queries/applicationLife.ts';
import { addAssistedAction } from '#drizzle/queries/applications.ts';
import { findFair, lockFair } from '#drizzle/queries/fairs/fairs.ts';
import { findGuest, putTalk, talksOf } from '#drizzle/queries/fairs/guests.ts';
import { findPost } from '#drizzle/queries/fairs/stalls.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import { enter } from '../apply.ts';
import { auditFair, fairActor, type OnFair } from './fairs.ts';

interface Talk {
  readonly invitationId: string;
  readonly vacancyId: string;
  readonly outcome: TalkOutcome;
  readonly reason: string | undefined;
  readonly contactShared: boolean;
}

/** Whose reasons an outcome takes. */
const reasons: Readonly<Record<TalkOutcome, { is(code: unknown): boolean } | null>> = {
  intent: null,
  person_declined: seekerRefusal,
  employer_declined: employerRefusal,
};

/**
 * What came of a talk at a stall. An intent becomes an application, so that the hire and the spell are the ones every
 * other hire has; an employer writes for its own stall only and never says on the person's behalf who may see her name.
 * @throws Problem not_found, wrong_state, reason_needed, no_places, too_many_open
 */
export async function recordTalk(db: Db, { contactShared, ...act }: OnFair & Talk): Promise<void> {
  const { caller, fairId, invitationId, vacancyId, outcome } = act;
  const isEmployer = caller.role === 'employer';
  const reason = demandReason(act);
  await db.transaction(async (db) => {
    const { status } = found(await lockFair(db, fairId));
    const post = found(await findPost(db, fairId, vacancyId));
    if (isEmployer) found(post.employer === caller.employer ? post : null);
    const actor = isEmployer
      ? 'employer'
      : fairActor(caller, found(await findFair(db, caller, fairId)).regionPath);
    // A stall meets people from everywhere the fair reaches.
    const scope = isEmployer ? { path: '' } : caller.region;
    const { invitation } = found(await findGuest(db, fairId, scope, invitationId));
    if (!fairLife.may('talk', status, actor) || invitation.cameAt === null) throw new Problem('wrong_state');
    const before = (await talksOf(db, fairId, [invitation.id])).find(
      ({ talk }) => talk.vacancy === vacancyId,
    );
    if (before?.talk.application && outcome !== 'intent')
      throw new Problem('wrong_state', { detail: '已经成为申请，请在申请里答复' });

    const person = invitation.person;
    let application = before?.talk.application ?? null;
    if (outcome === 'intent' && application === null) {
      const shared = contactShared && !isEmployer;
      application =
        (await livingApplication(db, person, vacancyId)) ??
        (await enter(db, { ...act, personId: person, contactShared: shared }, 'fair'));
      await addAssistedAction(db, {
        person,
        actor: caller.id,
        authority: 'spoken',
        action: 'apply',
        subjectId: application,
      });
      await leaveNotices(db, [
        {
          to: { person },
          template: 'application.assisted',
          params: { application, authority: 'spoken' },
          dedupe: `application:${application}:assisted`,
        },
      ]);
    }
    await putTalk(db, {
      invitation: invitation.id,
      vacancy: vacancyId,
      outcome,
      reason,
      application,
      recordedBy: caller.id,
    });
    await auditFair(db, act, `talk_${outcome}`, reason ?? undefined, {
      invitation: invitation.id,
      vacancyId,
    });
  });
}

function demandReason({ outcome, reason }: Pick<Talk, 'outcome' | 'reason'>): string | null {
  const list = reasons[outcome];
  if (!list) return null;
  if (!reason) throw new Problem('reason_needed');
  if (!list.is(reason)) throw invalidField('body.reason', '这不是这种结果的原因');
  return reason;
}
