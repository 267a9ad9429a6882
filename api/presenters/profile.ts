import { occupation } from '#contract/codes/occupation.ts';
import type { MyProfile } from '#contract/routes/my.ts';
import type { Self } from '#drizzle/queries/my.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';

/** Paid work offered for ticking: what people of the settlements have done, most usual first. */
const PAID = [
  '6-05-01-03',
  '6-25-04-07',
  '6-05-04-01',
  '6-31-05-00',
  '6-09-03-11',
  '4-03-02-05',
  '4-01-02-03',
  '4-07-05-01',
  '4-02-02-02',
  '4-02-07-08',
  '6-29-01-01',
  '6-29-01-04',
  '6-18-02-04',
  '6-31-01-03',
  '5-01-02-03',
  '6-02-06-10',
] as const;

/** Words shown with an offer. */
const WORDS = 3;

/** @param words how people say an occupation */
export function presentProfile({ person }: Self, words: ReadonlyMap<string, readonly string[]>): MyProfile {
  const ticked = new Set(person.skills);
  const offer = (code: string, label: string, unpaid: boolean) => ({
    code,
    label,
    words: (words.get(code) ?? []).slice(0, WORDS),
    unpaid,
    ticked: ticked.has(code),
  });
  return {
    offers: [
      ...Object.entries(unpaidSkills).map(([code, label]) => offer(code, label, true)),
      ...PAID.map((code) => offer(code, occupation.label(code), false)),
    ],
    minPay: person.wishMinPay,
    maxMinutes: person.wishMaxMinutes,
    away: person.wishAway,
    partTime: person.wishPartTime,
    version: person.version,
  };
}

/** Skills that are not offered for ticking stay what they were. */
export const keptSkills = ({ person }: Self): string[] => {
  const offered = new Set<string>([...Object.keys(unpaidSkills), ...PAID]);
  return person.skills.filter((code) => !offered.has(code));
};
