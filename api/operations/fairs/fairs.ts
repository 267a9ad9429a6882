import { randomBytes } from 'node:crypto';
import type { FairStatus } from '#contract/codes/fair.ts';
import { type FairAction, type FairActor, fairLife } from '#contract/life/fair.ts';
import type { FairForm } from '#contract/routes/fairs.ts';
import type { Db } from '#drizzle/db.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import {
  addFair,
  changeFair,
  type FairRecord,
  findFair,
  lockFair,
  stallEmployers,
  standingGuests,
} from '#drizzle/queries/fairs/fairs.ts';
import { dropUnsent } from '#drizzle/queries/fairs/guests.ts';
import { leaveNotices, noticeEmployer } from '#drizzle/queries/notices.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

export type OnFair = Act & { readonly fairId: string };

/** Whoever answers for the fair's region manages it; other staff help with their own people. */
export const fairActor = (caller: Caller, regionPath: string): FairActor => {
  if (caller.role === 'employer') return 'employer';
  const answers = caller.role === 'bureau' || caller.role === 'admin';
  return answers && regionPath.startsWith(caller.region.path) ? 'manager' : 'helper';
};

/** Plans a fair for the people of a region. @throws Problem not_found, invalid_input */
export async function planFair(
  db: Db,
  { caller, requestId, form }: Act & { readonly form: FairForm },
): Promise<FairRecord> {
  demandHours(form);
  return db.transaction(async (db) => {
    found(await findRegion(db, caller.region, form.region));
    const doorKey = randomBytes(32).toString('base64url');
    const fairId = await addFair(db, { ...form, doorKey, createdBy: caller.id });
    await auditFair(db, { caller, requestId, fairId }, 'planned');
    return found(await findFair(db, caller, fairId));
  });
}

/** Whoever was invited hears of another day, hour or place. @throws Problem not_found, wrong_state, version_conflict */
export async function reviseFair(
  db: Db,
  { form, ...act }: OnFair & { readonly form: Omit<FairForm, 'region'> & { readonly version: number } },
): Promise<FairRecord> {
  demandHours(form);
  const { version, ...values } = form;
  return db.transaction(async (db) => {
    const was = await takeFair(db, act, 'edit');
    if (was.version !== version) throw new Problem('version_conflict');
    await changeFair(db, act.fairId, values);
    const moved = (['day', 'dayStart', 'dayEnd', 'place'] as const).some((key) => was[key] !== values[key]);
    if (moved) await tellGuests(db, act.fairId, 'fair.changed', `${version + 1}`);
    await auditFair(db, act, 'changed');
    return found(await findFair(db, act.caller, act.fairId));
  });
}

/** Opens the door, ends the fair or calls it off. @throws Problem not_found, wrong_state, version_conflict, reason_needed */
export async function stepFair(
  db: Db,
  {
    action,
    reason,
    version,
    ...act
  }: OnFair & {
    readonly action: Extract<FairAction, 'hold' | 'close' | 'cancel'>;
    readonly reason: string | undefined;
    readonly version: number;
  },
): Promise<FairRecord> {
  return db.transaction(async (db) => {
    const was = await takeFair(db, act, action);
    if (was.version !== version) throw new Problem('version_conflict');
    const called = action === 'cancel';
    if (called && !reason) throw new Problem('reason_needed');
    await changeFair(db, act.fairId, {
      status: fairLife.steps[action].to as FairStatus,
      ...(called && reason && { cancelReason: reason }),
    });
    if (called) {
      await tellGuests(db, act.fairId, 'fair.cancelled', '');
      for (const employer of await stallEmployers(db, act.fairId))
        await noticeEmployer(db, employer, {
          template: 'fair.cancelled',
          params: { fair: act.fairId },
          dedupe: `fair.cancelled:${act.fairId}:${employer}`,
        });
    }
    if (action !== 'close') await dropUnsent(db, act.fairId);
    await auditFair(db, act, action, reason);
    return found(await findFair(db, act.caller, act.fairId));
  });
}

/** The fair in reach of the caller, locked, in a state that allows the action. @throws Problem not_found, wrong_state */
export async function takeFair(db: Db, { caller, fairId }: OnFair, action: FairAction) {
  const { regionPath } = found(await findFair(db, caller, fairId));
  const locked = found(await lockFair(db, fairId));
  const actor = fairActor(caller, regionPath);
  // To change a fair of a wider region is nothing the caller could ever do: it is as absent.
  if (actor === 'helper' && !fairLife.steps[action].by.some((who) => who === 'helper')) found(null);
  if (!fairLife.may(action, locked.status, actor)) throw new Problem('wrong_state');
  return locked;
}

export const auditFair = (
  db: Db,
  { caller, requestId, fairId }: OnFair,
  action: string,
  reason?: string,
  details: Record<string, unknown> = {},
) =>
  recordAudit(db, {
    actor: caller,
    action: `fair.${action}`,
    subject: 'fair',
    subjectId: fairId,
    region: caller.region.code,
    ...(reason && { reason }),
    details,
    requestId,
  });

async function tellGuests(db: Db, fairId: string, template: 'fair.changed' | 'fair.cancelled', mark: string) {
  const guests = await standingGuests(db, fairId);
  await leaveNotices(
    db,
    guests.map((person) => ({
      to: { person },
      template,
      params: { fair: fairId },
      dedupe: `${template}:${fairId}:${person}:${mark}`,
    })),
  );
}

function demandHours({ dayStart, dayEnd }: Pick<FairForm, 'dayStart' | 'dayEnd'>): void {
  if (dayEnd <= dayStart) throw invalidField('body.dayEnd', '结束要晚于开始');
}
