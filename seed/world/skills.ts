import type { Occupation } from '#contract/codes/occupation.ts';
import type { Certificate } from '#contract/codes/person.ts';
import type { unpaidSkills } from '#matching/taxonomy.ts';
import type { Random } from '../random.ts';
import type { Body } from './body.ts';
import { type Member, male } from './family.ts';

type Skill = Occupation | keyof typeof unpaidSkills;
type Shares = readonly (readonly [Occupation, number])[];

/** What people have learned at work. Men and women differ because past hiring did, not because rules do. */
const learnedByMen: Shares = [
  ['6-29-01-01', 16],
  ['6-29-01-04', 10],
  ['6-29-01-03', 6],
  ['6-29-04-01', 7],
  ['6-29-01-07', 5],
  ['6-18-02-04', 6],
  ['6-31-01-03', 5],
  ['4-02-02-02', 7],
  ['4-02-05-01', 7],
  ['6-25-04-07', 9],
  ['6-05-04-01', 5],
  ['4-03-02-01', 5],
  ['4-07-05-01', 4],
  ['4-02-07-08', 3],
  ['5-03-02-01', 5],
];
const learnedByWomen: Shares = [
  ['6-05-01-03', 18],
  ['6-25-04-07', 12],
  ['6-05-04-01', 7],
  ['4-10-01-06', 10],
  ['4-03-02-05', 9],
  ['4-09-08-01', 8],
  ['4-03-02-01', 5],
  ['4-01-02-03', 7],
  ['4-03-01-02', 5],
  ['6-31-05-00', 6],
  ['4-10-01-05', 4],
  ['5-01-02-03', 5],
  ['6-02-06-10', 4],
];
/** What people can do without ever having been paid for it: crafts by occupation, the rest as unpaid skills. */
const learnedAtHome: readonly (readonly [Skill, number])[] = [
  ['HOME-CROPS', 24],
  ['HOME-LIVESTOCK', 18],
  ['HOME-COOKING', 12],
  ['HOME-CHILD', 10],
  ['6-09-03-11', 9],
  ['HOME-SEWING', 8],
  ['HOME-ELDER', 6],
  ['HOME-BUILDING', 5],
  ['HOME-WEAVING', 4],
  ['6-04-06-07', 2],
  ['HOME-DRIVING', 2],
];

/** Certificates that go with a skill, and how many of the skilled hold them. */
const certified: Partial<Record<Occupation, readonly [Certificate, number]>> = {
  '6-18-02-04': ['welder', 0.6],
  '6-31-01-03': ['electrician', 0.65],
  '6-29-01-05': ['heights', 0.5],
  '4-02-02-02': ['driver_b', 0.85],
  '4-02-06-01': ['forklift', 0.4],
  '4-07-05-01': ['security_guard', 0.7],
  '4-03-02-01': ['cook', 0.2],
  '4-10-01-05': ['elder_care', 0.3],
  '4-10-01-06': ['maternal_care', 0.2],
  '6-05-01-03': ['sewing', 0.2],
  '4-03-02-05': ['health', 0.6],
  '6-02-05-08': ['health', 0.3],
};

export interface Abilities {
  readonly skills: Skill[];
  readonly certificates: Certificate[];
}

export function abilitiesOf(random: Random, { role, age, sex }: Member, { capacity }: Body): Abilities {
  if (role !== 'labourer') return { skills: [], certificates: [] };
  const atWork = sex === male ? learnedByMen : learnedByWomen;
  const skills = new Set<Skill>();
  const worked = capacity === 'skilled' ? random.int(1, 2) : random.chance(0.5) ? 1 : 0;
  for (let i = 0; i < worked; i++) skills.add(random.weighted(atWork));
  if (random.chance(age >= 35 ? 0.55 : 0.25)) skills.add(random.weighted(learnedAtHome));

  const certificates = new Set<Certificate>();
  for (const skill of skills) {
    const [certificate, share] = certified[skill as Occupation] ?? ['health', 0.05];
    if (age >= 18 && random.chance(share)) certificates.add(certificate);
  }
  if (age >= 18 && age <= 52 && random.chance(sex === male ? 0.24 : 0.1)) certificates.add('driver_c');
  return { skills: [...skills], certificates: [...certificates] };
}
