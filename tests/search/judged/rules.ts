import type { Occupation } from '#contract/codes/occupation.ts';
import type { WorldRows } from '../../../seed/generateWorld.ts';

export type QueryKind =
  | 'word'
  | 'pinyin'
  | 'initials'
  | 'typo'
  | 'traditional'
  | 'homophone'
  | 'everyday'
  | 'dialect'
  | 'english'
  | 'wish'
  | 'two words'
  | 'employer'
  | 'place';

/** What somebody who types the query wants; every part named has to hold. */
export interface Want {
  /** what a title would say */
  readonly title?: string;
  /** the occupations that are this work */
  readonly occupations?: readonly Occupation[];
  /** part of the employer's name */
  readonly employer?: string;
  /** part of the name of settlement, county or address */
  readonly place?: string;
}

export interface Judged {
  readonly q: string;
  readonly kind: QueryKind;
  readonly want: Want;
}

/** 3 exactly it, 2 it, 1 touches it, 0 something else; a searcher must find what is 2 and more. */
export type Grade = 0 | 1 | 2 | 3;
export const RELEVANT: Grade = 2;

/** What the rules read of one open vacancy: rows of the world, never the index. */
interface Facts {
  readonly id: string;
  readonly title: string;
  readonly occupation: string;
  readonly employer: string;
  readonly content: string;
  readonly places: string;
}

/** Open vacancies of a world: published, valid on its day, with a place left. */
export function factsOf({ vacancies, employers, regions, today }: WorldRows): Facts[] {
  const names = new Map(employers.map(({ id, name }) => [id, name]));
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]));
  const named = (code: string | null) => (code && regionNames.get(code)) ?? '';
  return vacancies
    .filter(
      ({ status, validUntil, filled, headcount }) =>
        status === 'published' && filled < headcount && (validUntil === null || validUntil >= today),
    )
    .map((row) => ({
      id: row.id,
      title: row.title,
      occupation: row.occupation,
      employer: names.get(row.employer) ?? '',
      content: row.content,
      places: [
        named(row.settlement),
        row.settlement ? '' : named(row.regionCode),
        named((row.settlement ?? row.regionCode)?.slice(0, 6) ?? null),
        row.address,
      ].join(' '),
    }));
}

/**
 * The rule: 3 when the title says it; 2 when the occupation is it, or the employer or place bears the name;
 * 1 when only the description mentions it. With several wants, the grade of the weakest.
 */
export function gradeOf(facts: Facts, { title, occupations, employer, place }: Want): Grade {
  const grades: Grade[] = [];
  if (title !== undefined || occupations) {
    if (title !== undefined && facts.title.includes(title)) grades.push(3);
    else if (occupations?.some((code) => code === facts.occupation)) grades.push(2);
    else grades.push(title !== undefined && facts.content.includes(title) ? 1 : 0);
  }
  if (employer !== undefined) grades.push(facts.employer.includes(employer) ? 2 : 0);
  if (place !== undefined) grades.push(facts.places.includes(place) ? 2 : 0);
  return Math.min(...grades) as Grade;
}

/** id → grade of everything that is not beside the point. */
export const answersTo = (facts: readonly Facts[], want: Want): Map<string, Grade> =>
  new Map(facts.map((one) => [one.id, gradeOf(one, want)] as const).filter(([, grade]) => grade > 0));
