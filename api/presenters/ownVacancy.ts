import type { z } from 'zod';
import { vacancyStatus } from '#contract/codes/work.ts';
import { daysBetween } from '#contract/days.ts';
import { vacancyLife } from '#contract/life/vacancy.ts';
import { type Declined, declinedForEmployer } from '#contract/present/declined.ts';
import { vacancyActionLabel, vacancyFieldLabel } from '#contract/present/ownVacancy.ts';
import { payText } from '#contract/present/vacancy.ts';
import type { AdCheck, OwnVacancy, ownVacancyCard, vacancyChange } from '#contract/routes/ownVacancies.ts';
import type { OwnVacancyRow, VacancyHistoryRow } from '#drizzle/queries/vacancyLife.ts';
import { fieldNames } from '../operations/vacancyFields.ts';
import { presentVacancy } from './vacancy.ts';

export function presentOwnCard(row: OwnVacancyRow): z.output<typeof ownVacancyCard> {
  const { id, title, status, headcount, filled, validUntil } = row.vacancy;
  const live = status === 'published' || status === 'paused';
  return {
    id,
    title,
    status,
    statusLabel: vacancyStatus.label(status),
    pay: payText(row.vacancy),
    headcount,
    filled,
    waiting: row.waiting,
    open: row.open,
    validUntil,
    daysLeft: live && validUntil !== null ? daysBetween(row.today, validUntil) : null,
    allowed: vacancyLife.allowed(status, 'employer'),
  };
}

export const presentOwnVacancy = (
  row: OwnVacancyRow,
  check: AdCheck,
  history: readonly VacancyHistoryRow[],
  declined: readonly Declined[],
): OwnVacancy => ({
  ...presentOwnCard(row),
  version: row.vacancy.version,
  fields: Object.fromEntries(fieldNames.map((name) => [name, row.vacancy[name]])) as OwnVacancy['fields'],
  check,
  adReason: row.vacancy.adReason,
  reviewNote: row.vacancy.reviewNote,
  preview: presentVacancy(row, undefined),
  history: history.map(presentChange),
  declined: declinedForEmployer(declined),
});

export function presentChange({
  action,
  note,
  changes,
  at,
  by,
}: VacancyHistoryRow): z.output<typeof vacancyChange> {
  const known = Object.hasOwn(vacancyActionLabel, action);
  return {
    action,
    label: known ? vacancyActionLabel[action as keyof typeof vacancyActionLabel] : action,
    by,
    note,
    changed: Object.keys(changes as object).map((name) =>
      Object.hasOwn(vacancyFieldLabel, name)
        ? vacancyFieldLabel[name as keyof typeof vacancyFieldLabel]
        : name,
    ),
    at: at.toISOString(),
  };
}
