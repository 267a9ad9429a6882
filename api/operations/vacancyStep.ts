import { type VacancyAction, type VacancyActor, vacancyLife } from '#contract/life/vacancy.ts';
import { vacancyFieldLabel } from '#contract/present/ownVacancy.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import {
  addVacancyEvent,
  findOwnVacancy,
  lockVacancy,
  type Owner,
  type OwnVacancyRow,
  setVacancy,
  type VacancyValues,
} from '#drizzle/queries/vacancyLife.ts';
import { found, Problem } from '../problem.ts';
import type { Act } from './act.ts';
import type { FieldName } from './vacancyFields.ts';

export interface VacancyStep extends Act {
  readonly vacancyId: string;
  readonly action: VacancyAction;
  /** the version the caller read; absent where the latest is meant */
  readonly version?: number | undefined;
  readonly note?: string | undefined;
}

/** What a step adds of its own, inside its transaction and with the vacancy locked. */
export interface StepWork {
  readonly set?: VacancyValues;
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export const actorOf = ({ caller }: Act): VacancyActor => (caller.role === 'employer' ? 'employer' : 'staff');

/** An employer touches its own, staff what lies in their region. */
export const ownerOf = ({ caller }: Act): Owner =>
  caller.role === 'employer' ? { employer: found(caller.employer) } : { scope: caller.region };

/**
 * One step in the life of a vacancy: state, history, audit row and event commit together.
 * @param work runs with the vacancy locked, before anything is written; it may refuse
 * @param owner whose vacancy it must be, when that is not plain from who acts
 * @throws Problem not_found, wrong_state, version_conflict
 */
export async function takeStep(
  db: Db,
  step: VacancyStep,
  work: (db: Db, row: OwnVacancyRow) => Promise<StepWork> = async () => ({}),
  owner: Owner = ownerOf(step),
): Promise<OwnVacancyRow> {
  const { caller, requestId, vacancyId, action, note } = step;
  return db.transaction(async (db) => {
    const row = found(await lockVacancy(db, owner, vacancyId));
    if (!vacancyLife.may(action, row.vacancy.status, actorOf(step))) throw new Problem('wrong_state');
    if (step.version !== undefined && step.version !== row.vacancy.version) throw stale();
    const { set = {}, changes } = await work(db, row);
    const { to } = vacancyLife.steps[action];
    await setVacancy(db, vacancyId, { ...(to && { status: to }), ...set });
    await addVacancyEvent(db, {
      vacancy: vacancyId,
      action,
      actor: caller.id,
      ...(changes && { changes }),
      note: note ?? null,
    });
    await recordAudit(db, {
      actor: caller,
      action: `vacancy.${action}`,
      subject: 'vacancy',
      subjectId: vacancyId,
      region: caller.region.code,
      details: changes ? { fields: Object.keys(changes) } : {},
      requestId,
    });
    // Drafts were never in the index.
    if (row.vacancy.status !== 'draft')
      await emit(db, 'search.sync', { index: 'vacancies', ids: [vacancyId] });
    return found(await findOwnVacancy(db, owner, vacancyId));
  });
}

/** 409 with the difference: which of the caller's fields somebody else has set otherwise. */
export function stale(row?: OwnVacancyRow, wanted: Readonly<Record<string, unknown>> = {}): Problem {
  const fields = row
    ? Object.keys(wanted).map((name) => ({
        field: `body.fields.${name}`,
        reason: `${vacancyFieldLabel[name as FieldName]}现在是“${said(row.vacancy[name as FieldName])}”`,
      }))
    : [];
  return new Problem('version_conflict', fields.length > 0 ? { fields } : {});
}

const said = (value: unknown) => (value === null || value === '' ? '空' : String(value));
