import { openApplication } from '#contract/life/application.ts';
import { vacancyLife } from '#contract/life/vacancy.ts';
import type { VacancyFields } from '#contract/routes/ownVacancies.ts';
import { vacancyTemplates } from '#contract/vacancyTemplates.ts';
import type { Db } from '#drizzle/db.ts';
import { lapseApplications } from '#drizzle/queries/applicationLife.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { findEmployer } from '#drizzle/queries/employers.ts';
import {
  addVacancy,
  addVacancyEdit,
  addVacancyEvent,
  findOwnVacancy,
  lockVacancy,
  type OwnVacancyRow,
  setVacancy,
} from '#drizzle/queries/vacancyLife.ts';
import { checkVacancy } from '../policies/advertisement.ts';
import { found, notFound, Problem } from '../problem.ts';
import type { Act } from './act.ts';
import { differences, fieldNames, valuesOf, withMonthly } from './vacancyFields.ts';
import { ownerOf, stale, takeStep } from './vacancyStep.ts';

type Mine = Act & { readonly vacancyId: string };

/** A draft from a trade's template, at the employer's own address. @throws Problem not_found */
export async function createVacancy(
  db: Db,
  { caller, requestId, template }: Act & { readonly template: string },
): Promise<OwnVacancyRow> {
  const chosen = vacancyTemplates.find(({ code }) => code === template);
  const { employer: owner } = found(await findEmployer(db, found(caller.employer)));
  if (!chosen) throw notFound();
  const act = { caller, requestId };
  return begin(db, act, {
    ...chosen.fields,
    ...withMonthly(chosen.fields),
    employer: owner.id,
    headcount: 1,
    region: 'local',
    regionCode: owner.region,
    settlement: owner.settlement,
    address: owner.address,
    contact: owner.contact,
    phone: owner.phone,
    status: 'draft',
  });
}

/** The same advertisement as a new draft; places and validity begin anew. @throws Problem not_found, wrong_state */
export async function repostVacancy(db: Db, act: Mine): Promise<OwnVacancyRow> {
  return db.transaction(async (db) => {
    const { vacancy } = await takeStep(db, { ...act, action: 'repost' });
    const copied = Object.fromEntries(fieldNames.map((name) => [name, vacancy[name]]));
    return begin(db, act, { ...vacancy, ...copied, ...startingAnew });
  });
}

const startingAnew = {
  id: undefined,
  ledgerKey: null,
  status: 'draft',
  filled: 0,
  validUntil: null,
  publishedAt: null,
  submittedAt: null,
  adFindings: null,
  adReason: null,
  reviewNote: null,
  version: 1,
  createdAt: undefined,
  updatedAt: undefined,
} as const;

async function begin(db: Db, act: Act, values: Parameters<typeof addVacancy>[1]): Promise<OwnVacancyRow> {
  return db.transaction(async (db) => {
    const id = await addVacancy(db, values);
    await addVacancyEvent(db, { vacancy: id, action: 'create', actor: act.caller.id });
    await audited(db, act, 'create', id);
    return found(await findOwnVacancy(db, ownerOf(act), id));
  });
}

const audited = (db: Db, { caller, requestId }: Act, action: 'create' | 'edit', subjectId: string) =>
  recordAudit(db, {
    actor: caller,
    action: `vacancy.${action}`,
    subject: 'vacancy',
    subjectId,
    region: caller.region.code,
    requestId,
  });

/**
 * Saves what the wizard holds; saving what is already there writes nothing and keeps the version.
 * @throws Problem not_found, wrong_state, version_conflict with the fields that differ
 */
export async function saveVacancy(
  db: Db,
  act: Mine & { readonly version: number; readonly fields: VacancyFields },
): Promise<OwnVacancyRow> {
  return db.transaction(async (db) => {
    const row = found(await lockVacancy(db, ownerOf(act), act.vacancyId));
    if (!vacancyLife.may('edit', row.vacancy.status, 'employer')) throw new Problem('wrong_state');
    const changes = differences(row.vacancy, act.fields);
    if (Object.keys(changes).length === 0) return row;
    if (act.version !== row.vacancy.version) throw stale(row, changes);
    await setVacancy(db, act.vacancyId, valuesOf(row.vacancy, act.fields));
    const edit = { vacancy: act.vacancyId, actor: act.caller.id, changes };
    if (await addVacancyEdit(db, edit)) await audited(db, act, 'edit', act.vacancyId);
    return found(await findOwnVacancy(db, ownerOf(act), act.vacancyId));
  });
}

/**
 * Hands a draft in: complete, not refused by the check, and with a reason for what it warns of.
 * @throws Problem invalid_input, advertisement_refused, reason_needed, wrong_state, version_conflict
 */
export const submitVacancy = (
  db: Db,
  { version, reason, ...act }: Mine & { readonly version: number; readonly reason?: string | undefined },
): Promise<OwnVacancyRow> =>
  takeStep(db, { ...act, action: 'submit', version, note: reason }, async (db, row) => {
    const check = await checkVacancy(db, row);
    if (check.missing.length > 0) throw new Problem('invalid_input', { fields: check.missing.map(named) });
    const fields = check.findings.map(({ phrase, suggestion }) => ({
      field: 'body.content',
      reason: `“${phrase}”：${suggestion}`,
    }));
    if (check.verdict === 'refuse') throw new Problem('advertisement_refused', { fields });
    if (check.verdict === 'warn' && !reason) throw new Problem('reason_needed', { fields });
    return {
      set: {
        adFindings: { verdict: check.verdict, findings: check.findings },
        adReason: check.verdict === 'warn' ? (reason ?? null) : null,
        submittedAt: new Date(),
        reviewNote: null,
      },
    };
  });

const named = ({ field, reason }: { field: string; reason: string }) => ({ field: `body.${field}`, reason });

/** Back on the market, when staff have not suspended the employer meanwhile. */
export const resumeVacancy = (db: Db, act: Mine): Promise<OwnVacancyRow> =>
  takeStep(db, { ...act, action: 'resume' }, async (_, row) => {
    if (!row.employerVerified) throw new Problem('employer_not_verified');
    const { validUntil } = row.vacancy;
    if (validUntil !== null && validUntil < row.today) {
      throw new Problem('wrong_state', { detail: '有效期已过，请改好日期重新送审' });
    }
    return {};
  });

/** Ends an advertisement; whoever still waited is told. */
export const closeVacancy = (
  db: Db,
  act: Mine & { readonly note?: string | undefined },
): Promise<OwnVacancyRow> =>
  takeStep(db, { ...act, action: 'close' }, async (db) => {
    await lapseApplications(
      db,
      { vacancy: act.vacancyId, statuses: openApplication },
      { reason: 'closed', actor: act.caller.id, answered: true },
    );
    return {};
  });
