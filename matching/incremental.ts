/**
 * An optimal plan that stays optimal while the world changes: every call costs a few shortest-path searches near
 * the change (solver/live.ts) and ends exact, equal in value to a solve from scratch.
 *
 * Every household has a home object here: its places are (members − 1) while covering it earns the bonus, and
 * unlimited once it is covered otherwise, by an earlier job or a lock.
 */
import { type SolveOptions, solve } from './flow.ts';
import type { Instance, Objective, Solution } from './instance.ts';
import { LOCK, Roster } from './roster.ts';
import { objectiveNow, type Snapshot, snapshotOf } from './snapshot.ts';
import { Live } from './solver/live.ts';
import { placeValue, type Weights, weightsOf } from './solver/objective.ts';
import { transform } from './solver/transform.ts';

/** An eligible pair as seen from one side: the other side's index and an integer score. */
export interface Offer {
  readonly with: number;
  readonly score: number;
}

/** Worth, in M, of leaving a demanded person unplaced: placing one person displaces at most one other, worth < 20 M. */
const DEMAND = -64;

export class Engine {
  private readonly weights: Weights;
  private readonly roster: Roster;
  private readonly live: Live;

  /** Starts from a solution of the instance, or solves it first. There is room for 25 % + 1024 additions. */
  constructor(instance: Instance, solution: Solution = solve(instance), options: SolveOptions = {}) {
    const { nH, nP, nV } = instance;
    const personRoom = Math.ceil(nP * 1.25) + 1024;
    const objectRoom = Math.ceil((nV + nH) * 1.25) + 1024;
    this.weights = weightsOf(instance, Math.min(personRoom, objectRoom));
    const transformed = transform(instance, this.weights, { dynamic: true });
    const { problem, person } = transformed;
    this.roster = new Roster(instance, transformed);
    this.live = new Live(problem, personRoom, objectRoom);
    for (let h = 0; h < nH; h++) problem.cap[this.roster.homeOf[h]!] = this.roster.homePlaces(h);

    const own = this.weights.M;
    const old = solution.M ?? weightsOf(instance).M;
    const price = solution.price.map((x) => {
      const q = Math.round(x / old); // the same price with the engine's larger M
      return Math.max(0, q * own + (x - q * old));
    });
    const match = person.map((p) => solution.match[p]!);
    this.live.start(nV, match, price, options.onProgress);
  }

  /** Adds a household without members; returns its index. */
  addHousehold(tier: 0 | 1 | 2, covered = false, settlement = 0): number {
    const home = this.live.newObject(0);
    const h = this.roster.addHousehold(tier, covered, settlement, home);
    this.live.problem.cap[home] = this.roster.homePlaces(h);
    return h;
  }

  /** Adds a person to household h with her offers (`with` = vacancy); returns her index. */
  addPerson(h: number, offers: readonly Offer[]): number {
    const { live, roster } = this;
    const i = live.newPerson(this.outsideOf(h));
    for (const offer of offers) live.link(i, roster.objectOf[offer.with]!, this.codeOf(offer.score));
    live.link(i, roster.homeOf[h]!, 0);
    const p = roster.addPerson(h, i);
    this.admit(i, h);
    return p;
  }

  /** Takes a person out; her index stays unused. */
  removePerson(p: number): void {
    const { live, roster } = this;
    if (roster.lockedTo.has(p)) this.unlock(p);
    const i = roster.activePerson(p);
    const h = roster.household[p]!;
    roster.active[p] = false;
    roster.members[h]!--;
    const held = live.hide(i);
    this.resizeHome(h);
    live.forget(i);
    if (held >= 0) live.settle(held);
  }

  /** Adds a vacancy with offers (`with` = person); returns its index. */
  openVacancy(kind: 0 | 1 | 2, places: number, offers: readonly Offer[], settlement = -1): number {
    const { live, roster } = this;
    const o = live.newObject(placeValue(this.weights, kind) + this.weights.minScore);
    const v = roster.addVacancy(kind, places, settlement, o);
    live.state.eff[o] = 18 * this.weights.M; // nobody wants it at this price; the search lowers it
    for (const offer of offers)
      live.link(roster.inner[offer.with]!, o, this.codeOf(offer.score), roster.active[offer.with]);
    live.resize(o, places);
    return v;
  }

  /** Takes every place of a vacancy away; `changeCapacity` can open it again. */
  closeVacancy(v: number): void {
    this.changeCapacity(v, 0);
  }

  /** Sets the places of a vacancy, locked ones included. RangeError when fewer than are locked. */
  changeCapacity(v: number, places: number): void {
    const locked = this.roster.locksOf(v);
    if (places < locked) throw new RangeError(`vacancy ${v} has ${locked} locked places`);
    this.roster.places[v] = places;
    this.live.resize(this.roster.objectOf[v]!, places - locked);
  }

  /** The household found, or lost, a job outside this plan. */
  setCovered(h: number, covered: boolean): void {
    const { covers } = this.roster;
    covers[h] = covers[h]! - (covers[h]! % LOCK) + (covered ? 1 : 0);
    this.resizeHome(h);
  }

  /** Forbids a pair: the person or the employer refused. */
  exclude(p: number, v: number): void {
    const { live, roster } = this;
    if (roster.lockedTo.get(p) === v) this.unlock(p);
    const i = roster.activeOrLocked(p);
    const o = roster.objectOf[v]!;
    live.unlink(i, o, roster.active[p]);
    if (roster.active[p] && live.state.match[i] === o) live.replace(i);
  }

  /** Allows a pair with this score, replacing an earlier score. */
  allow(p: number, v: number, score: number): void {
    this.exclude(p, v);
    const { live, roster } = this;
    const i = roster.activeOrLocked(p);
    live.link(i, roster.objectOf[v]!, this.codeOf(score), roster.active[p]);
    if (roster.active[p] && this.reducedProfit(p, v, score) > 0) live.replace(i);
  }

  /** Fixes an eligible pair: the rest is optimised around it. */
  lock(p: number, v: number): void {
    const { live, roster } = this;
    if (roster.lockedTo.has(p)) this.unlock(p);
    const i = roster.activePerson(p);
    const o = roster.objectOf[v]!;
    if (!this.eligible(p, v)) throw new RangeError(`person ${p} is not eligible for vacancy ${v}`);
    if (live.problem.cap[o]! < 1) throw new RangeError(`vacancy ${v} has no place left to lock`);
    const h = roster.household[p]!;
    roster.active[p] = false;
    roster.lockedTo.set(p, v);
    roster.members[h]!--;
    roster.covers[h]! += LOCK;
    const held = live.hide(i);
    this.resizeHome(h);
    if (held >= 0 && held !== o) live.settle(held);
    live.resize(o, live.problem.cap[o]! - 1);
  }

  unlock(p: number): void {
    const { live, roster } = this;
    const v = roster.lockedTo.get(p);
    if (v === undefined) return;
    const h = roster.household[p]!;
    roster.lockedTo.delete(p);
    live.resize(roster.objectOf[v]!, roster.places[v]! - roster.locksOf(v));
    roster.active[p] = true;
    roster.covers[h]! -= LOCK;
    roster.members[h]!++;
    live.show(roster.inner[p]!);
    this.admit(roster.inner[p]!, h);
  }

  /**
   * Demands that a person be placed, or lifts the demand: staying home becomes worse than any chain of moves.
   * Where no place can be found she stays unplaced, `vacancy` −1.
   */
  require(p: number, demanded: boolean): void {
    const { live, roster } = this;
    const i = roster.activePerson(p);
    const h = roster.household[p]!;
    live.replace(i, () => {
      live.unlink(i, roster.homeOf[h]!);
      if (!demanded) live.link(i, roster.homeOf[h]!, 0);
      live.problem.out[i] = demanded ? DEMAND * this.weights.M : this.outsideOf(h);
    });
  }

  /** Eligible pairs of a person now. */
  offers(p: number): Offer[] {
    const { start, end, edge, bits } = this.live.problem;
    const i = this.roster.inner[p]!;
    const list: Offer[] = [];
    for (let e = start[i]!; e < end[i]!; e++) {
      const v = this.roster.vacancyOf[edge[e]! >> bits]!;
      if (v >= 0) list.push({ with: v, score: (edge[e]! & ((1 << bits) - 1)) + this.weights.minScore });
    }
    return list;
  }

  /** The world as it stands without locked persons and their places, and its optimal solution: certifiable. */
  snapshot(): Snapshot {
    return snapshotOf(this.roster, this.live, this.weights);
  }

  /** The objective of the free part of the plan, without locked persons. O(persons). */
  objective(): Objective {
    return objectiveNow(this.roster, this.live, this.weights);
  }

  /** What a pair with this score would add to the plan at today's prices; positive when it could improve it. */
  reducedProfit(p: number, v: number, score: number): number {
    const { state } = this.live;
    const { objectOf, inner } = this.roster;
    return score - this.weights.minScore - state.eff[objectOf[v]!]! - state.net(inner[p]!);
  }

  /** Is the pair eligible now? */
  eligible(p: number, v: number): boolean {
    return this.live.codeOf(this.roster.inner[p]!, this.roster.objectOf[v]!) !== undefined;
  }

  /** Vacancy of a person now, locked or proposed; −1 when none. O(1). */
  vacancy(p: number): number {
    const { lockedTo, active, inner, vacancyOf } = this.roster;
    const locked = lockedTo.get(p);
    if (locked !== undefined) return locked;
    const o = active[p] ? this.live.state.match[inner[p]!]! : -1;
    return o >= 0 ? vacancyOf[o]! : -1;
  }

  private outsideOf(h: number): number {
    return -this.weights.bonus[this.roster.tier[h]!]!;
  }

  private resizeHome(h: number): void {
    this.live.resize(this.roster.homeOf[h]!, this.roster.homePlaces(h));
  }

  /** Places a FREE new member first, then shrinks her home if covering it earns the bonus again. */
  private admit(i: number, h: number): void {
    const home = this.roster.homeOf[h]!;
    const { problem, state } = this.live;
    problem.cap[home] = Math.max(this.roster.homePlaces(h), state.count[home]!);
    this.live.place(i);
    this.resizeHome(h);
  }

  private codeOf(score: number): number {
    const code = score - this.weights.minScore;
    if (!Number.isInteger(code) || code < 0 || score > this.weights.maxScore)
      throw new RangeError(`score ${score} is outside the scores this engine was built for`);
    return code;
  }
}
