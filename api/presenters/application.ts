import { type ApplicationStatus, applicationSource, applicationStatus } from '#contract/codes/market.ts';
import { certificate, education } from '#contract/codes/person.ts';
import { skillName } from '#contract/codes/skill.ts';
import { daysBetween } from '#contract/days.ts';
import { ageOn } from '#contract/identifiers.ts';
import { type ApplicationAction, applicationLife } from '#contract/life/application.ts';
import { endedBecause } from '#contract/present/application.ts';
import { maskName } from '#contract/present/person.ts';
import type { MyApplication } from '#contract/routes/applications.ts';
import type { ReceivedApplication } from '#contract/routes/hiring.ts';
import type { ApplicationRow } from '#drizzle/queries/applicationLife.ts';

/** As the person sees it: every state, and what happens next. */
export function presentMine({ application, title, employer, call }: ApplicationRow): MyApplication {
  const { status, source, contactShared } = application;
  const open = applicationLife.may('withdraw', status, 'seeker');
  // Objecting is for what somebody else did.
  const steps = applicationLife
    .allowed(status, 'seeker')
    .filter((action) => action !== 'object' || source === 'assisted' || source === 'referral');
  const share = contactShared ? ('hide_contact' as const) : ('share_contact' as const);
  return {
    id: application.id,
    vacancy: application.vacancy,
    title,
    employer,
    status,
    statusLabel: applicationStatus.label(status),
    source,
    sourceLabel: applicationSource.label(source),
    reason: endedBecause(application.reason),
    appointment: application.appointment,
    call,
    contactShared,
    answerBy: application.answeredAt === null ? application.answerBy : null,
    createdAt: application.createdAt.toISOString(),
    next: NEXT[status],
    allowed: [...steps, ...(open || contactShared ? [share] : [])],
  };
}

const NEXT: Readonly<Record<ApplicationStatus, string>> = {
  recommended: '等单位答复。到日子没答复，网格员会去问。',
  contacted: '单位看过了，等安排面试或试工。',
  interview: '按约好的时间去面试。',
  trial: '按约好的时间去试工。',
  pool: '单位先留着，有名额再联系您。',
  hired: '已经录用，按约好的日子上班。',
  refused: '没有录用。可以看看别的岗位。',
  withdrawn: '您已经撤回。',
  obsolete: '这份投递已经结束。',
};

/** As an employer may see a person: masked, and nothing of health, care, household or poverty. */
export const presentCandidate = (person: ApplicationRow['person'], today: string) => ({
  name: maskName(person.name ?? ''),
  age: person.birthDate === null ? null : ageOn(person.birthDate, today),
  education: education.label(person.education),
  skills: person.skills.filter((code) => skillName(code) !== code).map(skillName),
  certificates: person.certificates.map(certificate.label),
  settlement: person.settlement,
});

export function presentReceived(row: ApplicationRow, reasons: readonly string[]): ReceivedApplication {
  const { application, title, person, today, vacancyStatus } = row;
  const { status, answeredAt, answerBy } = application;
  const places = vacancyStatus === 'published' || vacancyStatus === 'paused';
  const steps: ApplicationAction[] = applicationLife
    .allowed(status, 'employer')
    .filter((action) => action !== 'hire' || places);
  return {
    ...presentCandidate(person, today),
    id: application.id,
    vacancy: application.vacancy,
    title,
    status,
    statusLabel: applicationStatus.label(status),
    sourceLabel: applicationSource.label(application.source),
    opinion: application.opinion,
    reason: endedBecause(application.reason),
    appointment: application.appointment,
    contactShared: application.contactShared,
    answerBy,
    daysLeft: answeredAt === null && answerBy !== null ? daysBetween(today, answerBy) : null,
    createdAt: application.createdAt.toISOString(),
    reasons: [...reasons],
    allowed: [...steps, 'opinion', ...(application.contactShared ? (['reveal'] as const) : [])],
  };
}
