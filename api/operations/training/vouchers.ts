import { randomInt } from 'node:crypto';
import type { Occupation } from '#contract/codes/occupation.ts';
import type { SkillLevel } from '#contract/codes/training.ts';
import { ageOn } from '#contract/identifiers.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { policyInForce, policyValue } from '#drizzle/queries/policies.ts';
import { lockEnrolment } from '#drizzle/queries/training/enrolments.ts';
import {
  addVoucher,
  claimVoucher,
  findVoucher,
  moveVoucher,
  subsidyFacts,
  type VoucherRecord,
} from '#drizzle/queries/training/vouchers.ts';
import { found, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

export interface Grant {
  readonly person: string;
  readonly occupation: Occupation;
  readonly level: SkillLevel;
}

/**
 * Grants a subsidy by the rows in force today; the voucher keeps the row and the facts it was granted with.
 * @throws Problem not_found, not_subsidised with what stands against it, subsidy_used
 */
export async function issueVoucher(
  db: Db,
  { caller, requestId, ...grant }: Act & Grant,
): Promise<VoucherRecord> {
  return db.transaction(async (db) => {
    const facts = found(await subsidyFacts(db, caller, grant.person));
    const age = facts.birthDate === null ? null : ageOn(facts.birthDate, facts.today);
    const amount = await policyInForce(db, `training.subsidy.${grant.level}`, facts.path);
    const youngest = await policyValue(db, 'age.work.min', facts.path);
    if (!facts.labourer) throw refused('只发给有劳动能力的人');
    if (age === null) throw refused('出生日期不明，无法核定');
    if (youngest !== null && age < youngest) throw refused(`未满 ${youngest} 周岁`);
    if (!amount) throw refused('当地没有这一等级的补贴政策');

    const id = await addVoucher(db, {
      ...grant,
      code: newCode(),
      amount: Math.round(amount.value),
      policy: amount.id,
      facts: { age, labourer: facts.labourer, day: facts.today },
      issuedBy: caller.id,
    });
    if (!id) throw new Problem('subsidy_used');
    await leaveNotices(db, [
      {
        to: { person: grant.person },
        template: 'voucher.issued',
        params: { voucher: id },
        dedupe: `voucher:${id}`,
      },
    ]);
    await audit(db, { caller, requestId }, 'voucher.issued', id, { policy: amount.id });
    return found(await findVoucher(db, caller, id));
  });
}

/** Spends a voucher on a seat of its holder in a class of its occupation and level. @throws Problem not_found, wrong_state */
export async function spendVoucher(
  db: Db,
  { caller, requestId, enrolmentId, code }: Act & { readonly enrolmentId: string; readonly code: string },
): Promise<void> {
  await db.transaction(async (db) => {
    const seat = found(await lockEnrolment(db, caller, enrolmentId));
    if (seat.status !== 'enrolled') throw new Problem('wrong_state', { detail: '有名额以后才能用券' });
    const id = await claimVoucher(db, code.toUpperCase(), seat);
    if (!id) throw new Problem('not_found', { detail: '没有这张券，或职业、等级、本人对不上' });
    await audit(db, { caller, requestId }, 'voucher.claimed', id, { enrolment: enrolmentId });
  });
}

/** Pays out: the course was passed, and attended as much as the policy asks. */
export async function verifyVoucher(
  db: Db,
  { caller, requestId, voucherId }: Act & { readonly voucherId: string },
): Promise<VoucherRecord> {
  return db.transaction(async (db) => {
    const record = found(await findVoucher(db, caller, voucherId));
    if (record.voucher.status !== 'claimed') throw new Problem('wrong_state');
    const hindrances = hindrancesOf(record, await leastAttendance(db, record.path));
    if (hindrances.length > 0) throw refused(hindrances.join('；'));
    if (!(await moveVoucher(db, voucherId, ['claimed'], 'verified'))) throw new Problem('wrong_state');
    const { attended, taught } = record;
    await audit(db, { caller, requestId }, 'voucher.verified', voucherId, { attended, taught });
    return found(await findVoucher(db, caller, voucherId));
  });
}

/** Takes a voucher back before it is paid; another may then be issued. */
export async function voidVoucher(
  db: Db,
  { caller, requestId, voucherId, reason }: Act & { readonly voucherId: string; readonly reason: string },
): Promise<VoucherRecord> {
  return db.transaction(async (db) => {
    found(await findVoucher(db, caller, voucherId));
    if (!(await moveVoucher(db, voucherId, ['issued', 'claimed'], 'void'))) throw new Problem('wrong_state');
    await audit(db, { caller, requestId }, 'voucher.void', voucherId, {}, reason);
    return found(await findVoucher(db, caller, voucherId));
  });
}

/** Per cent of the days taught, by the policy of the day; 0 where nobody wrote one down. */
export const leastAttendance = async (db: Db, path: string): Promise<number> =>
  (await policyValue(db, 'training.attendance.min', path)) ?? 0;

/** What still stands against paying, in Chinese. */
export function hindrancesOf(
  { enrolmentStatus, attended, taught }: Pick<VoucherRecord, 'enrolmentStatus' | 'attended' | 'taught'>,
  least: number,
): string[] {
  return [
    enrolmentStatus === 'passed' ? null : '还没有考核合格',
    taught > 0 && attended * 100 >= taught * least ? null : `出勤 ${attended}/${taught} 天，要达到 ${least}%`,
  ].filter((text) => text !== null);
}

const refused = (detail: string) => new Problem('not_subsidised', { detail });

/** Without 0, 1, I, O: people read codes aloud. 32^10 of them cannot be guessed. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = () => Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

const audit = (
  db: Db,
  { caller, requestId }: Act,
  action: string,
  subjectId: string,
  details: Record<string, unknown>,
  reason?: string,
) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'voucher',
    subjectId,
    region: caller.region.code,
    details,
    ...(reason && { reason }),
    requestId,
  });
