import type { ProviderForm } from '#contract/routes/providers.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { leaveNotices } from '#drizzle/queries/notices.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import {
  addProvider,
  changeProvider,
  findProvider,
  judgeProvider,
  type ProviderRecord,
  providerOf,
} from '#drizzle/queries/training/providers.ts';
import { found, Problem } from '../../problem.ts';
import type { Act } from '../act.ts';

/** @throws Problem already_registered: the account speaks for one already, or the licence code is taken */
export async function registerProvider(
  db: Db,
  { caller, requestId, form }: Act & { readonly form: ProviderForm },
): Promise<ProviderRecord> {
  return db.transaction(async (db) => {
    if ((await providerOf(db, caller.id)) || !(await addProvider(db, form, caller)))
      throw new Problem('already_registered');
    const record = found(await providerOf(db, caller.id));
    await audit(db, { caller, requestId }, 'provider.registered', record);
    return record;
  });
}

/** Writes new particulars; a new licence waits for staff again. @throws Problem not_found, already_registered */
export async function reviseProvider(
  db: Db,
  { caller, requestId, form }: Act & { readonly form: ProviderForm },
): Promise<ProviderRecord> {
  return db.transaction(async (db) => {
    found(await providerOf(db, caller.id));
    if (!(await changeProvider(db, caller.id, form))) throw new Problem('already_registered');
    const record = found(await providerOf(db, caller.id));
    await audit(db, { caller, requestId }, 'provider.changed', record);
    return record;
  });
}

export interface Verdict {
  readonly providerId: string;
  readonly verdict: 'verify' | 'suspend';
  readonly reason: string | undefined;
}

/** Staff have looked at the licence. @throws Problem not_found, wrong_state, reason_needed */
export async function judge(
  db: Db,
  { caller, requestId, providerId, verdict, reason }: Act & Verdict,
): Promise<ProviderRecord> {
  return db.transaction(async (db) => {
    found(await findProvider(db, caller, providerId));
    if (verdict === 'suspend' && !reason) throw new Problem('reason_needed');
    const recheckMonths = (await policyValue(db, 'provider.recheck_months', caller.region.path)) ?? 6;
    const judged = await judgeProvider(
      db,
      providerId,
      verdict === 'verify'
        ? { status: 'verified', recheckMonths }
        : { status: 'suspended', reason: reason as string },
    );
    if (!judged) throw new Problem('wrong_state');
    const record = found(await findProvider(db, caller, providerId));
    await audit(
      db,
      { caller, requestId },
      verdict === 'verify' ? 'provider.verified' : 'provider.suspended',
      record,
      reason,
    );
    await tell(db, record);
    return record;
  });
}

/** The account that acts for the provider hears of the verdict. */
async function tell(db: Db, { provider: { id, account, status, version } }: ProviderRecord): Promise<void> {
  if (account === null) return;
  const template = status === 'verified' ? 'provider.verified' : 'provider.suspended';
  await leaveNotices(db, [
    { to: { account }, template, params: { provider: id }, dedupe: `${template}:${id}:${version}` },
  ]);
}

const audit = (
  db: Db,
  { caller, requestId }: Act,
  action: string,
  { provider }: ProviderRecord,
  reason?: string,
) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'provider',
    subjectId: provider.id,
    region: provider.region,
    ...(reason && { reason }),
    requestId,
  });
