import { type Occupation, occupation } from '#contract/codes/occupation.ts';
import { courseCertificate } from '#contract/codes/training.ts';
import type { CourseIdea } from '#matching/training.ts';
import type { Vacancy } from '#matching/types.ts';

/** One course for every occupation that open posts ask for, as a skill or by the certificate it leads to. */
export function courseIdeas(vacancies: readonly Pick<Vacancy, 'skills' | 'certificates'>[]): CourseIdea[] {
  const skills = new Set(vacancies.flatMap((vacancy) => vacancy.skills));
  const certificates = new Set(vacancies.flatMap((vacancy) => vacancy.certificates));
  const asked = (code: Occupation) => {
    const certificate = courseCertificate[code];
    return skills.has(code) || (certificate !== undefined && certificates.has(certificate));
  };
  return occupation.values.filter(asked).map((code) => {
    const certificate = courseCertificate[code];
    return { id: code, skills: [code], certificates: certificate ? [certificate] : [] };
  });
}
