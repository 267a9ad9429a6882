/**
 * Who could do what: all eligible pairs with their scores, person by person, at speed. masks.ts and tables.ts hold
 * the rules and parts evaluated on distinct features; here a person's pairs are an AND of rows and a sum of look-ups.
 */
import type { Context } from './context.ts';
import { refusals } from './eligibility.ts';
import { openFeatures } from './factor.ts';
import { type Masks, openMasks } from './masks.ts';
import { type PairLists, PairWriter } from './pairLists.ts';
import { openTables } from './tables.ts';
import type { Person, Vacancy } from './types.ts';
import { weights } from './weights.ts';

export interface Candidates {
  readonly masks: Masks;
  /** the pairs of the person scored last: vacancies ascending, and their scores; valid up to the count returned */
  readonly vacancy: Int32Array;
  readonly score: Int32Array;
  /** fills `vacancy` and `score` with all eligible pairs of person p, returns how many */
  scorePerson(p: number): number;
}

export function openCandidates(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  context: Context,
): Candidates {
  const features = openFeatures(persons, vacancies, context);
  const masks = openMasks(features, vacancies.length, context);
  const tables = openTables(features, vacancies.length, context);
  const beside = openCompanions(persons, vacancies, context, masks);
  const bits = new Int32Array(masks.words);
  const vacancy = new Int32Array(vacancies.length);
  const score = new Int32Array(vacancies.length);

  function scorePerson(p: number): number {
    masks.eligible(p, bits);
    const n = unpack(bits, vacancy);
    score.fill(0, 0, n);
    for (const { rowOf, columnOf, points, judge } of tables) {
      const row = rowOf[p]!;
      if (row < 0) for (let i = 0; i < n; i++) score[i]! += judge(p, vacancy[i]!);
      else if (columnOf) addColumns(score, vacancy, n, points, row, columnOf);
      else add(score, vacancy, n, points, row);
    }
    const company = beside(p);
    if (company) {
      for (let i = 0; i < n; i++) {
        const v = vacancy[i]!;
        score[i]! += ((company[v >>> 5]! >>> (v & 31)) & 1) * weights.companions;
      }
    }
    return n;
  }
  return { masks, vacancy, score, scorePerson };
}

/** The k best pairs of every person; equal scores keep the lower vacancy. Exact: nothing better is left out. */
export function shortLists(
  candidates: Candidates,
  nP: number,
  k: number,
  onPerson?: (p: number) => void,
): PairLists {
  const { vacancy, score } = candidates;
  const kept = new PairWriter(nP, nP * 8);
  const histogram = new Int32Array(1001);
  for (let p = 0; p < nP; p++) {
    onPerson?.(p);
    const n = candidates.scorePerson(p);
    let cut = -1;
    let atCut = 0;
    if (n > k) {
      histogram.fill(0);
      for (let i = 0; i < n; i++) histogram[score[i]!]!++;
      let above = 0;
      cut = 1000;
      while (above + histogram[cut]! < k) above += histogram[cut--]!;
      atCut = k - above;
    }
    for (let i = 0; i < n; i++) {
      const s = score[i]!;
      if (s > cut || (s === cut && atCut-- > 0)) kept.add(vacancy[i]!, s);
    }
    kept.endPerson();
  }
  return kept.lists();
}

/** Where a person would find a companion, as bits over the vacancies; see companionsAt in score.ts. */
function openCompanions(
  persons: readonly Person[],
  vacancies: readonly Vacancy[],
  context: Context,
  masks: Masks,
): (p: number) => Int32Array | null {
  const indexOf = new Map(persons.map((person, p) => [person.id, p]));
  const scratch = new Int32Array(masks.words);
  const company = new Int32Array(masks.words);
  const roomForTwo = new Int32Array(masks.words);
  const byEmployer = new Map<string, number[]>();
  vacancies.forEach((vacancy, v) => {
    if (vacancy.places >= 2) roomForTwo[v >>> 5]! |= 1 << (v & 31);
    const own = byEmployer.get(vacancy.employerId);
    if (own) own.push(v);
    else byEmployer.set(vacancy.employerId, [v]);
  });

  const eligibleAnywhere = (person: Person, bits: Int32Array): void => {
    bits.fill(0);
    vacancies.forEach((vacancy, v) => {
      if (refusals(person, vacancy, context).length === 0) bits[v >>> 5]! |= 1 << (v & 31);
    });
  };

  return (p) => {
    const ids = persons[p]!.wishes.companions;
    if (ids.length === 0) return null;
    company.fill(0);
    for (const id of ids) {
      const companion = context.person(id);
      const employer = companion?.employerId ?? null;
      const there = employer === null ? undefined : byEmployer.get(employer);
      for (const v of there ?? []) company[v >>> 5]! |= 1 << (v & 31);
      const c = indexOf.get(id);
      if (c !== undefined) masks.eligible(c, scratch);
      // Staff have locked the companion, who is no candidate any more but may still go along.
      else if (companion?.seeking) eligibleAnywhere(companion, scratch);
      else continue;
      for (let w = 0; w < company.length; w++) company[w]! |= scratch[w]! & roomForTwo[w]!;
    }
    return company;
  };
}

/** score[i] += the row's points for vacancy[i] */
function add(score: Int32Array, vacancy: Int32Array, n: number, points: Uint16Array, row: number): void {
  for (let i = 0; i < n; i++) score[i]! += points[row + vacancy[i]!]!;
}

/** The same where vacancies share columns. */
function addColumns(
  score: Int32Array,
  vacancy: Int32Array,
  n: number,
  points: Uint16Array,
  row: number,
  columnOf: Int32Array,
): void {
  for (let i = 0; i < n; i++) score[i]! += points[row + columnOf[vacancy[i]!]!]!;
}

/** Positions of the set bits, ascending; returns how many. */
function unpack(bits: Int32Array, out: Int32Array): number {
  let n = 0;
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w]!;
    while (word !== 0) {
      const low = word & -word;
      out[n++] = (w << 5) + 31 - Math.clz32(low);
      word ^= low;
    }
  }
  return n;
}
