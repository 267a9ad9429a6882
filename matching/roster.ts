/** Who is who in the incremental engine: households, vacancies and persons, and where the solver keeps them. */
import type { Instance } from './instance.ts';
import type { Transformed } from './solver/transform.ts';

/** Places of a home whose household is covered anyhow: all may stay. */
const UNLIMITED = 1 << 30;

/** The step of `covers` that a lock makes; bit 0 is an earlier job. */
export const LOCK = 2;

export class Roster {
  // by household
  readonly tier: number[];
  readonly settlement: number[];
  /** reasons why covering it earns nothing: an earlier job (1), locks (2 each) */
  readonly covers: number[];
  readonly members: number[];
  readonly homeOf: number[];
  // by vacancy
  readonly kind: number[];
  readonly place: number[];
  /** locked ones included */
  readonly places: number[];
  readonly objectOf: number[];
  // by person
  readonly household: number[];
  /** person of the problem */
  readonly inner: number[];
  /** does she take part: not removed, not locked */
  readonly active: boolean[];
  readonly lockedTo = new Map<number, number>();
  /** by object: vacancy, −1 for a home */
  readonly vacancyOf: number[];

  constructor(instance: Instance, { problem, person, home }: Transformed) {
    const { nH, nP, nV } = instance;
    this.tier = Array.from(instance.hTier);
    this.settlement = Array.from(instance.hSett);
    this.covers = Array.from(instance.hCov, (c) => (c === 0 ? 0 : 1));
    this.members = new Array<number>(nH).fill(0);
    this.homeOf = Array.from(home);
    this.kind = Array.from(instance.vKind);
    this.place = Array.from(instance.vSett);
    this.places = Array.from(instance.vCap, (n) => Math.max(0, n));
    this.objectOf = Array.from({ length: nV }, (_, v) => v);
    this.household = Array.from(instance.pHh);
    this.inner = new Array<number>(nP);
    for (let i = 0; i < nP; i++) this.inner[person[i]!] = i;
    this.active = new Array<boolean>(nP).fill(true);
    this.vacancyOf = Array.from({ length: problem.nO }, (_, o) => (o < nV ? o : -1));
    for (const h of this.household) this.members[h]!++;
  }

  addHousehold(tier: number, covered: boolean, settlement: number, home: number): number {
    this.settlement.push(settlement);
    this.covers.push(covered ? 1 : 0);
    this.members.push(0);
    this.homeOf.push(home);
    this.vacancyOf.push(-1);
    return this.tier.push(tier) - 1;
  }

  addVacancy(kind: number, places: number, settlement: number, object: number): number {
    this.place.push(settlement);
    this.places.push(places);
    this.objectOf.push(object);
    this.vacancyOf.push(this.kind.length);
    return this.kind.push(kind) - 1;
  }

  addPerson(h: number, i: number): number {
    this.inner.push(i);
    this.active.push(true);
    this.members[h]!++;
    return this.household.push(h) - 1;
  }

  /** Places of a household's home: all but one while covering it earns the bonus. */
  homePlaces(h: number): number {
    return this.covers[h]! > 0 ? UNLIMITED : Math.max(0, this.members[h]! - 1);
  }

  locksOf(v: number): number {
    let n = 0;
    for (const locked of this.lockedTo.values()) if (locked === v) n++;
    return n;
  }

  /** The problem's index of a person who takes part; throws RangeError otherwise. */
  activePerson(p: number): number {
    if (!this.active[p]) throw new RangeError(`person ${p} does not take part`);
    return this.inner[p]!;
  }

  activeOrLocked(p: number): number {
    if (!this.active[p] && !this.lockedTo.has(p)) throw new RangeError(`person ${p} does not take part`);
    return this.inner[p]!;
  }
}
