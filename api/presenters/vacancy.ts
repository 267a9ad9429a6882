import { occupation } from '#contract/codes/occupation.ts';
import { certificate, type Education, education } from '#contract/codes/person.ts';
import { vacancyKind, workDemand, workForm } from '#contract/codes/work.ts';
import { hoursText, isCareFriendly, payText } from '#contract/present/vacancy.ts';
import type { VacancyDetail } from '#contract/routes/vacancies.ts';
import type { OpenVacancy } from '#drizzle/queries/vacancies.ts';

type Row = OpenVacancy['vacancy'];

/** The public page of a vacancy; contact data are the employer's, printed as in the advertisement. */
export function presentVacancy(
  { vacancy, employer, employerVerified, answerRate, place }: OpenVacancy,
  minutes: ReadonlyMap<string, number> | undefined,
): VacancyDetail {
  return {
    id: vacancy.id,
    title: vacancy.title,
    employer,
    employerVerified,
    answerRate,
    kind: vacancy.kind,
    kindLabel: vacancyKind.label(vacancy.kind),
    formLabel: workForm.label(vacancy.form),
    pay: payText(vacancy),
    monthlyMin: vacancy.monthlyMin,
    monthlyMax: vacancy.monthlyMax,
    place,
    minutes: minutesTo(vacancy, minutes),
    hours: hoursText(vacancy),
    placesLeft: vacancy.headcount - vacancy.filled,
    lodging: vacancy.lodging,
    meals: vacancy.meals,
    careFriendly: isCareFriendly(vacancy),
    insurance: vacancy.insurance,
    validUntil: vacancy.validUntil,
    content: vacancy.content,
    occupation: occupation.is(vacancy.occupation) ? occupation.label(vacancy.occupation) : vacancy.occupation,
    payNote: vacancy.payNote,
    payDay: vacancy.payDay,
    requirements: requirements(vacancy),
    demands: vacancy.demands.map(workDemand.label),
    address: vacancy.address,
    contact: vacancy.contact,
    phone: vacancy.phone,
    publishedAt: vacancy.publishedAt?.toISOString() ?? null,
  };
}

const minutesTo = ({ kind, settlement }: Row, minutes: ReadonlyMap<string, number> | undefined) => {
  if (!minutes) return null;
  return kind === 'home_work' ? 0 : (minutes.get(settlement ?? '') ?? null);
};

function requirements(vacancy: Row): string[] {
  return [
    ageText(vacancy),
    vacancy.minEducation && vacancy.minEducation !== '90' && educationText(vacancy.minEducation),
    vacancy.needsLiteracy && '要识字',
    vacancy.needsPutonghua && '要会说普通话',
    ...vacancy.skills.map((code) => (occupation.is(code) ? `做过${occupation.label(code)}` : null)),
    ...vacancy.certificates.map((code) => `有${certificate.label(code)}`),
    vacancy.acceptsWeak && '体力弱一些也可以',
  ].filter((text): text is string => typeof text === 'string');
}

const educationText = (code: Education) => `${education.label(code)}及以上`;

function ageText({ minAge, maxAge, ageReason }: Row): string | null {
  if (minAge === null && maxAge === null) return null;
  const span =
    maxAge === null ? `${minAge} 岁以上` : minAge === null ? `${maxAge} 岁以下` : `${minAge}–${maxAge} 岁`;
  return ageReason ? `${span}(${ageReason})` : span;
}
