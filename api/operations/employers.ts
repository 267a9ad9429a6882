import type { z } from 'zod';
import type { employerRoutes } from '#contract/routes/employers.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import {
  addCheck,
  addEmployer,
  addEmployerAccount,
  type EmployerRow,
  findEmployer,
  lockEmployer,
  publishedOf,
  setEmployer,
} from '#drizzle/queries/employers.ts';
import { emit } from '#drizzle/queries/events.ts';
import { noticeEmployer } from '#drizzle/queries/notices.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import { hashPassword } from '#platform/crypto.ts';
import { assessWorkshop } from '../policies/accreditation.ts';
import { found, invalidField, Problem } from '../problem.ts';
import type { Act } from './act.ts';
import { takeStep } from './vacancyStep.ts';

type Registration = z.output<(typeof employerRoutes)['register']['body']>;
type Edit = z.output<(typeof employerRoutes)['edit']['body']>;
type OnEmployer = Act & { readonly employerId: string };

/** Everywhere: who registers has no region yet. */
const ANYWHERE = { path: '' };

/** A new employer, pending, and the account that acts for it. @throws Problem not_found, already_registered */
export async function registerEmployer(
  db: Db,
  { login, password, region: code, ...licence }: Registration,
  requestId: string,
): Promise<string> {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (db) => {
    const region = await findRegion(db, ANYWHERE, code);
    if (!region) throw invalidField('body.region', '请选所在的街道或安置点');
    const id = await addEmployer(db, {
      ...licence,
      status: 'pending',
      region: code,
      settlement: region.level === 'settlement' ? code : null,
    });
    if (!id) throw new Problem('already_registered', { detail: '这个信用代码已经注册，请用原来的账号登录' });
    const account = { login, name: licence.name, passwordHash, role: 'employer' as const, region: code };
    if (!(await addEmployerAccount(db, { ...account, employer: id }))) {
      throw new Problem('already_registered', { detail: '这个账号名有人用了，换一个' });
    }
    await recordAudit(db, {
      actor: null,
      action: 'employer.registered',
      subject: 'employer',
      subjectId: id,
      region: code,
      requestId,
    });
    return id;
  });
}

/** Fields that stand on the licence: whoever changes them is looked at again. */
const ON_LICENCE = ['name', 'kind', 'legalRepresentative', 'licenceValidUntil'] as const;

/** @throws Problem not_found */
export const editEmployer = (db: Db, act: OnEmployer & { readonly edit: Edit }): Promise<EmployerRow> =>
  db.transaction(async (db) => {
    const { employer } = found(await lockEmployer(db, act.employerId));
    const { edit } = act;
    const anew = ON_LICENCE.some((name) => edit[name] !== undefined && edit[name] !== employer[name]);
    const status = anew && employer.status === 'verified' ? ('pending' as const) : employer.status;
    await setEmployer(db, employer.id, { ...edit, status });
    await audited(db, act, employer.region, 'edited', { fields: Object.keys(edit), status });
    await syncVacancies(db, employer.id);
    return found(await findEmployer(db, employer.id));
  });

/** Papers seen and in order, for the first time or again. @throws Problem not_found, wrong_state */
export const verifyEmployer = (
  db: Db,
  { note, ...act }: OnEmployer & { readonly note: string | undefined },
): Promise<EmployerRow> =>
  db.transaction(async (db) => {
    const { employer, regionPath, today } = found(await lockEmployer(db, act.employerId, act.caller.region));
    const { licenceValidUntil } = employer;
    if (licenceValidUntil !== null && licenceValidUntil < today) {
      throw new Problem('wrong_state', { detail: '营业执照已过期' });
    }
    const recheckOn = await addCheck(db, {
      employer: employer.id,
      kind: 'licence',
      verdict: 'passed',
      facts: { uscc: employer.uscc, licenceValidUntil },
      note: note ?? null,
      decidedBy: act.caller.id,
      months: (await policyValue(db, 'employer.recheck_months', regionPath ?? '')) ?? 6,
    });
    await setEmployer(db, employer.id, { status: 'verified', recheckOn, suspendedReason: null });
    await audited(db, act, employer.region, 'verified', { recheckOn });
    await syncVacancies(db, employer.id);
    await noticeEmployer(db, employer.id, {
      template: 'employer.verified',
      params: { employer: employer.id, day: recheckOn },
      dedupe: `employer.verified:${employer.id}:${employer.version}`,
    });
    return found(await findEmployer(db, employer.id));
  });

/** Off the market with everything it has there. @throws Problem not_found, wrong_state */
export const suspendEmployer = (
  db: Db,
  { reason, ...act }: OnEmployer & { readonly reason: string },
): Promise<EmployerRow> =>
  db.transaction(async (db) => {
    const { employer } = found(await lockEmployer(db, act.employerId, act.caller.region));
    if (employer.status === 'suspended') throw new Problem('wrong_state');
    for (const vacancyId of await publishedOf(db, employer.id)) {
      await takeStep(db, { ...act, vacancyId, action: 'pause', note: '单位已停用' }, undefined, {
        employer: employer.id,
      });
    }
    await setEmployer(db, employer.id, { status: 'suspended', suspendedReason: reason });
    await audited(db, act, employer.region, 'suspended', {}, reason);
    await noticeEmployer(db, employer.id, {
      template: 'employer.suspended',
      params: { employer: employer.id },
      dedupe: `employer.suspended:${employer.id}:${employer.version}`,
    });
    return found(await findEmployer(db, employer.id));
  });

/**
 * A person's decision on the computed facts, which are kept with it. What the rules fail cannot be passed; what
 * they pass may still be declined.
 * @throws Problem not_found, wrong_state
 */
export const accreditWorkshop = (
  db: Db,
  act: OnEmployer & {
    readonly staff: number;
    readonly verdict: 'passed' | 'failed';
    readonly note: string | undefined;
  },
): Promise<EmployerRow> =>
  db.transaction(async (db) => {
    const row = found(await lockEmployer(db, act.employerId, act.caller.region));
    const facts = await assessWorkshop(db, row, act.staff);
    if (act.verdict === 'passed' && facts.verdict === 'failed') {
      throw new Problem('wrong_state', { detail: '按有效政策还达不到认定条件' });
    }
    const { employer, regionPath } = row;
    const recheckOn = await addCheck(db, {
      employer: employer.id,
      kind: 'workshop',
      verdict: act.verdict,
      facts,
      note: act.note ?? null,
      decidedBy: act.caller.id,
      months: (await policyValue(db, 'workshop.recheck_months', regionPath ?? '')) ?? 12,
    });
    await audited(db, act, employer.region, 'accredited', { verdict: act.verdict, recheckOn });
    return found(await findEmployer(db, employer.id));
  });

const audited = (
  db: Db,
  { caller, requestId, employerId }: OnEmployer,
  region: string,
  done: string,
  details: Readonly<Record<string, unknown>>,
  reason?: string,
) =>
  recordAudit(db, {
    actor: caller,
    action: `employer.${done}`,
    subject: 'employer',
    subjectId: employerId,
    region,
    details,
    ...(reason !== undefined && { reason }),
    requestId,
  });

async function syncVacancies(db: Db, employerId: string): Promise<void> {
  const ids = await publishedOf(db, employerId);
  if (ids.length > 0) await emit(db, 'search.sync', { index: 'vacancies', ids: ids.slice(0, 1_000) });
}
