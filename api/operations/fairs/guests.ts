import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FairAnswer, FairStatus } from '#contract/codes/fair.ts';
import type { Authority, SeekerRefusal } from '#contract/codes/market.ts';
import { fairLife } from '#contract/life/fair.ts';
import type { Db } from '#drizzle/db.ts';
import { addAssistedAction } from '#drizzle/queries/applications.ts';
import { changeFair, lockFair, stallEmployers } from '#drizzle/queries/fairs/fairs.ts';
import {
  addWalkIn,
  findGuest,
  guestOf,
  markCame,
  setAnswer,
  unmarkCame,
} from '#drizzle/queries/fairs/guests.ts';
import { findProposal } from '#drizzle/queries/fairs/proposal.ts';
import { sendProposed } from '#drizzle/queries/fairs/sending.ts';
import { leaveNotices, noticeEmployer } from '#drizzle/queries/notices.ts';
import { found, Problem } from '../../problem.ts';
import { auditFair, type OnFair, takeFair } from './fairs.ts';

/**
 * Sends what the engine proposed and a human looked at: numbers, notices, and the rule of overbooking held once more
 * against the places as they are now. @throws Problem not_found, wrong_state
 */
export async function sendInvitations(db: Db, act: OnFair): Promise<number> {
  return db.transaction(async (db) => {
    await takeFair(db, act, 'invite');
    const last = await findProposal(db, act.fairId);
    if (last?.proposal.status !== 'done')
      throw new Problem('wrong_state', { detail: '请先让引擎提出邀请方案' });
    const sent = await sendProposed(db, act.fairId, last.proposal.perPlace);
    await changeFair(db, act.fairId, { status: 'inviting' });
    await leaveNotices(
      db,
      sent.map(({ id, person }) => ({
        to: { person },
        template: 'fair.invitation',
        params: { fair: act.fairId },
        dedupe: `fair.invitation:${id}`,
      })),
    );
    for (const employer of await stallEmployers(db, act.fairId))
      await noticeEmployer(db, employer, {
        template: 'fair.stall',
        params: { fair: act.fairId },
        dedupe: `fair.stall:${act.fairId}:${employer}`,
      });
    await auditFair(db, act, 'invited', undefined, { sent: sent.length });
    return sent.length;
  });
}

interface Answer {
  readonly answer: FairAnswer;
  readonly reason?: SeekerRefusal | undefined;
}

/** The person answers. @throws Problem not_found, wrong_state, reason_needed */
export async function answerInvitation(db: Db, { answer, reason, ...act }: OnFair & Answer): Promise<void> {
  await db.transaction(async (db) => {
    const guest = found(await guestOf(db, act.fairId, found(act.caller.person)));
    await writeAnswer(db, act, guest.id, { answer, reason });
  });
}

/** 代办: staff answer for a person of their region, on an authority; the person is told. @throws Problem not_found, wrong_state, reason_needed */
export async function answerFor(
  db: Db,
  {
    invitationId,
    authority,
    answer,
    reason,
    ...act
  }: OnFair & Answer & { readonly invitationId: string; readonly authority: Authority },
): Promise<void> {
  await db.transaction(async (db) => {
    await takeFair(db, act, 'answer');
    const { invitation } = found(await findGuest(db, act.fairId, act.caller.region, invitationId));
    await writeAnswer(db, act, invitation.id, { answer, reason });
    await addAssistedAction(db, {
      person: invitation.person,
      actor: act.caller.id,
      authority,
      action: 'fair_answer',
      subjectId: invitation.id,
    });
    await leaveNotices(db, [
      {
        to: { person: invitation.person },
        template: 'fair.answer_assisted',
        params: { fair: act.fairId },
        dedupe: `fair.answer_assisted:${invitation.id}:${invitation.version}`,
      },
    ]);
  });
}

async function writeAnswer(db: Db, act: OnFair, id: string, { answer, reason }: Answer): Promise<void> {
  const { status } = found(await lockFair(db, act.fairId));
  if (!fairLife.may('answer', status, 'helper')) throw new Problem('wrong_state');
  if (answer === 'declined' && !reason) throw new Problem('reason_needed');
  const why = answer === 'declined' ? (reason ?? null) : null;
  if (!(await setAnswer(db, id, answer, why))) throw new Problem('wrong_state');
  await auditFair(db, act, `answer_${answer}`, why ?? undefined, { invitation: id });
}

/** Ticks the door list, or takes a tick back. @throws Problem not_found, wrong_state */
export async function tickAttendance(
  db: Db,
  { invitationId, came, ...act }: OnFair & { readonly invitationId: string; readonly came: boolean },
): Promise<void> {
  await db.transaction(async (db) => {
    await takeFair(db, act, 'attend');
    const { invitation } = found(await findGuest(db, act.fairId, act.caller.region, invitationId));
    const changed = came ? await markCame(db, invitation.id, 'list') : await unmarkCame(db, invitation.id);
    if (changed)
      await auditFair(db, act, came ? 'came' : 'came_undone', undefined, { invitation: invitation.id });
  });
}

/** The code on the door: HMAC-SHA-256 of the fair under its secret, 80 bits; it opens while the fair is held. */
export const doorCode = (key: string, fairId: string): string =>
  createHmac('sha256', key).update(fairId).digest('hex').slice(0, 20);

/** @throws Problem attendance_code_refused unless the fair is held and this is the code on its door */
export function openDoor(
  { id, status, doorKey }: { readonly id: string; readonly status: FairStatus; readonly doorKey: string },
  code: string,
): void {
  if (status !== 'held' || !same(code, doorCode(doorKey, id))) throw new Problem('attendance_code_refused');
}

/** Whoever stands at the door scans the code, invited or not. @throws Problem not_found, attendance_code_refused */
export async function checkIn(
  db: Db,
  { code, ...act }: OnFair & { readonly code: string },
): Promise<{ title: string; first: boolean; number: number }> {
  const person = found(act.caller.person);
  return db.transaction(async (db) => {
    const fair = found(await lockFair(db, act.fairId));
    openDoor(fair, code);
    const guest = await guestOf(db, fair.id, person);
    const { title } = fair;
    if (guest && guest.number !== null)
      return { title, number: guest.number, first: await markCame(db, guest.id, 'qr') };
    return { title, number: await addWalkIn(db, fair.id, person), first: true };
  });
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
