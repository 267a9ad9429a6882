import type { Channel, VacancyKind } from '#contract/codes/work.ts';
import type { Db } from '#drizzle/db.ts';
import {
  type ApplicationRow,
  lapseApplications,
  lockApplications,
  takePlace,
} from '#drizzle/queries/applicationLife.ts';
import { addSpell, setEmployed } from '#drizzle/queries/applications.ts';
import { emit } from '#drizzle/queries/events.ts';
import { addVacancyEvent, findOwnVacancy } from '#drizzle/queries/vacancyLife.ts';
import { found, Problem } from '../problem.ts';
import { lockFor, type Mine, tellPerson, writeStep } from './applications.ts';

/** Under which channel the ledgers count a job of this kind. */
const channelOf: Readonly<Record<VacancyKind, Channel>> = {
  workshop: 'workshop',
  social_enterprise: 'new_operator',
  public_welfare: 'public_welfare',
  market: 'unit',
  labour_export: 'organised_export',
  home_work: 'flexible',
};

/**
 * Hires: the place, the state, the spell, the end of the person's other applications, history, audit rows and
 * events commit together. The place is taken by a conditional update, so that it is never given twice.
 * @throws Problem not_found, wrong_state, no_places
 */
export const hire = (
  db: Db,
  {
    startsOn,
    monthlyPay,
    contract,
    ...act
  }: Mine & {
    readonly startsOn?: string | undefined;
    readonly monthlyPay?: number | undefined;
    readonly contract: boolean;
  },
): Promise<ApplicationRow> =>
  db.transaction(async (db) => {
    const row = await lockFor(db, act, 'hire');
    const { person: personId, vacancy: vacancyId } = row.application;
    const place = await takePlace(db, vacancyId);
    if (!place) throw new Problem('no_places');
    await lockApplications(db, { person: personId, vacancy: place.left === 0 ? vacancyId : undefined });
    const hired = await writeStep(db, act, row, 'hire', {
      set: { answeredAt: row.application.answeredAt ?? new Date() },
    });
    const { vacancy, today } = found(await findOwnVacancy(db, { employer: row.employerId }, vacancyId));
    const made = await addSpell(db, {
      person: personId,
      vacancy: vacancyId,
      employerName: row.employer,
      occupation: vacancy.occupation,
      channel: channelOf[vacancy.kind],
      region: vacancy.region,
      place: vacancy.address,
      startedOn: startsOn ?? today,
      monthlyPay: monthlyPay ?? vacancy.monthlyMin,
      contract,
      insurance: vacancy.insurance,
    });
    if (!made) throw new Problem('wrong_state', { detail: '这个人这一天已经登记了就业' });
    await setEmployed(db, personId);
    await addVacancyEvent(db, { vacancy: vacancyId, action: 'hire', actor: act.caller.id });
    if (place.left === 0) await full(db, act, vacancyId);
    await lapseApplications(
      db,
      { person: personId, except: act.applicationId },
      { reason: 'hired_elsewhere', actor: null, answered: false },
    );
    await emit(db, 'search.sync', { index: 'vacancies', ids: [vacancyId] });
    await emit(db, 'search.sync', { index: 'workers', ids: [personId] });
    await tellPerson(db, hired, 'application.hired');
    return hired;
  });

/** The last place is gone: whoever still waits is told; those kept in the pool stay there. */
async function full(db: Db, act: Mine, vacancyId: string): Promise<void> {
  await addVacancyEvent(db, { vacancy: vacancyId, action: 'fill', actor: null });
  await lapseApplications(
    db,
    { vacancy: vacancyId, statuses: ['recommended', 'contacted', 'interview', 'trial'] },
    { reason: 'filled', actor: act.caller.id, answered: true },
  );
}
