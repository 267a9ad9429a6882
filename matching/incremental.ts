/**
 * An optimal plan that stays optimal while the world changes.
 *
 * The engine keeps the prices of the last optimum. A change disturbs the invariants of solver/matching.ts in one
 * place: somebody becomes FREE (one forward search places her again) or an object becomes slack (reverse searches
 * settle it). So every call costs a few shortest-path searches near the change and ends exact, equal in value to
 * a solve from scratch.
 *
 * Every household has a home object here: its places are (members − 1) while covering it earns the bonus, and
 * unlimited once it is covered otherwise, by an earlier job or a lock.
 */
import { objectiveOf, type SolveOptions, solve } from './flow.ts';
import type { Instance, Objective, Solution } from './instance.ts';
import { finish } from './solver/finish.ts';
import { Forward } from './solver/forward.ts';
import { Heap } from './solver/heap.ts';
import { enlarge, GrowingLists } from './solver/lists.ts';
import { FREE, Matching, OUTSIDE } from './solver/matching.ts';
import { placeValue, type Weights, weightsOf } from './solver/objective.ts';
import { type Problem, transpose } from './solver/problem.ts';
import { Reverse } from './solver/reverse.ts';
import { startFrom } from './solver/start.ts';
import { transform } from './solver/transform.ts';

/** An eligible pair as seen from one side: the other side's index and an integer score. */
export interface Offer {
  readonly with: number;
  readonly score: number;
}

const UNLIMITED = 1 << 30;
/** Worth, in M, of leaving a demanded person unplaced: placing one person displaces at most one other, worth < 20 M. */
const DEMAND = -64;

export class Engine {
  private readonly weights: Weights;
  private readonly problem: Problem;
  private readonly state: Matching;
  private readonly rowLists: GrowingLists;
  private readonly columnLists: GrowingLists;
  private readonly forward: Forward;
  private readonly reverse: Reverse;

  private readonly tier: number[];
  private readonly settlement: number[];
  private readonly kind: number[];
  private readonly place: number[];
  /** places of each vacancy, locked ones included */
  private readonly places: number[];
  /** reasons why covering a household earns nothing: an earlier job, locks */
  private readonly covers: number[];
  private readonly members: number[];
  private readonly household: number[];
  private readonly homeOf: number[];
  private readonly objectOf: number[];
  /** person of the problem ↔ person of the instance, vacancy of an object (−1 home) */
  private readonly inner: number[];
  private readonly outer: number[];
  private readonly vacancyOf: number[];
  /** [persons] does she take part: not removed, not locked */
  private readonly active: boolean[];
  private readonly lockedTo = new Map<number, number>();

  /** Starts from a solution of the instance, or solves it first. There is room for 25 % + 1024 additions. */
  constructor(instance: Instance, solution: Solution = solve(instance), options: SolveOptions = {}) {
    const { nH, nP, nV } = instance;
    const personRoom = Math.ceil(nP * 1.25) + 1024;
    const objectRoom = Math.ceil((nV + nH) * 1.25) + 1024;
    this.weights = weightsOf(instance, Math.min(personRoom, objectRoom));
    const { problem, person, home } = transform(instance, this.weights, { dynamic: true });
    this.problem = problem;
    const columns = transpose(problem);
    this.rowLists = new GrowingLists(problem, personRoom);
    this.columnLists = new GrowingLists(columns, objectRoom);
    problem.cap = enlarge(problem.cap, objectRoom);
    problem.base = enlarge(problem.base, objectRoom);
    problem.out = enlarge(problem.out, personRoom);
    this.state = new Matching(problem);

    this.tier = Array.from(instance.hTier);
    this.settlement = Array.from(instance.hSett);
    this.kind = Array.from(instance.vKind);
    this.place = Array.from(instance.vSett);
    this.places = Array.from(instance.vCap, (n) => Math.max(0, n));
    this.covers = Array.from(instance.hCov, (c) => (c === 0 ? 0 : 1));
    this.household = Array.from(instance.pHh);
    this.homeOf = Array.from(home);
    this.objectOf = Array.from({ length: nV }, (_, v) => v);
    this.vacancyOf = Array.from({ length: problem.nO }, (_, o) => (o < nV ? o : -1));
    this.outer = Array.from(person);
    this.inner = new Array<number>(nP);
    for (let i = 0; i < nP; i++) this.inner[person[i]!] = i;
    this.active = new Array<boolean>(nP).fill(true);
    this.members = new Array<number>(nH).fill(0);
    for (const h of this.household) this.members[h]!++;
    for (let h = 0; h < nH; h++) problem.cap[this.homeOf[h]!] = this.homePlaces(h);

    const own = this.weights.M;
    const old = solution.M ?? weightsOf(instance).M;
    const price = solution.price.map((x) => {
      const q = Math.round(x / old); // the same price with the engine's larger M
      return Math.max(0, q * own + (x - q * old));
    });
    startFrom(
      this.state,
      nV,
      person.map((p) => solution.match[p]!),
      price,
    );
    finish(this.state, options.onProgress);

    const heap = new Heap(objectRoom);
    this.forward = new Forward(this.state, heap);
    this.reverse = new Reverse(this.state, columns, heap);
  }

  /** Adds a household without members; returns its index. */
  addHousehold(tier: 0 | 1 | 2, covered = false, settlement = 0): number {
    const h = this.tier.push(tier) - 1;
    this.settlement.push(settlement);
    this.covers.push(covered ? 1 : 0);
    this.members.push(0);
    this.homeOf.push(this.newObject(-1, 0));
    this.problem.cap[this.homeOf[h]!] = this.homePlaces(h);
    return h;
  }

  /** Adds a person to household h with her offers (`with` = vacancy); returns her index. */
  addPerson(h: number, offers: readonly Offer[]): number {
    const { problem, state } = this;
    const i = problem.nP;
    if (i >= problem.out.length) throw new RangeError('no room for more persons: build a new engine');
    problem.nP++;
    const p = this.household.push(h) - 1;
    this.inner.push(i);
    this.outer.push(p);
    this.active.push(true);
    problem.out[i] = -this.weights.bonus[this.tier[h]!]!;
    for (const offer of offers) this.addEdge(i, this.objectOf[offer.with]!, offer.score);
    this.link(i, this.homeOf[h]!, 0);
    state.match[i] = FREE;
    this.members[h]!++;
    this.admit(i, h);
    return p;
  }

  /** Takes a person out; her index stays unused. */
  removePerson(p: number): void {
    if (this.lockedTo.has(p)) this.unlock(p);
    const i = this.activePerson(p);
    this.active[p] = false;
    const held = this.detach(i);
    this.members[this.household[p]!]!--;
    this.resizeHome(this.household[p]!);
    this.problem.end[i] = this.problem.start[i]!;
    if (held >= 0) this.reverse.settle(held);
  }

  /** Adds a vacancy with offers (`with` = person); returns its index. */
  openVacancy(kind: 0 | 1 | 2, places: number, offers: readonly Offer[], settlement = -1): number {
    const v = this.kind.push(kind) - 1;
    this.place.push(settlement);
    this.places.push(places);
    const o = this.newObject(v, placeValue(this.weights, kind) + this.weights.minScore);
    this.objectOf.push(o);
    this.state.eff[o] = 18 * this.weights.M; // nobody wants it at this price; the search lowers it
    for (const offer of offers) {
      const i = this.inner[offer.with]!;
      if (this.active[offer.with]) this.addEdge(i, o, offer.score);
      else this.rowLists.add(i, this.pack(o, offer.score));
    }
    this.resize(o, places);
    return v;
  }

  /** Takes every place of a vacancy away; `changeCapacity` can open it again. */
  closeVacancy(v: number): void {
    this.changeCapacity(v, 0);
  }

  /** Sets the places of a vacancy, locked ones included. RangeError when fewer than are locked. */
  changeCapacity(v: number, places: number): void {
    const locked = this.locksOf(v);
    if (places < locked) throw new RangeError(`vacancy ${v} has ${locked} locked places`);
    this.places[v] = places;
    this.resize(this.objectOf[v]!, places - locked);
  }

  /** The household found, or lost, a job outside this plan. */
  setCovered(h: number, covered: boolean): void {
    const locks = this.covers[h]! - (this.covers[h]! % 2);
    this.covers[h] = locks + (covered ? 1 : 0);
    this.resizeHome(h);
  }

  /** Forbids a pair: the person or the employer refused. */
  exclude(p: number, v: number): void {
    if (this.lockedTo.get(p) === v) this.unlock(p);
    const i = this.activeOrLocked(p);
    const o = this.objectOf[v]!;
    this.rowLists.remove(i, this.problem.bits, o);
    if (!this.active[p]) return;
    this.columnLists.remove(o, this.problem.bits, i);
    if (this.state.match[i] === o) this.replace(i);
  }

  /** Allows a pair with this score, replacing an earlier score. */
  allow(p: number, v: number, score: number): void {
    this.exclude(p, v);
    const i = this.activeOrLocked(p);
    const o = this.objectOf[v]!;
    if (!this.active[p]) {
      this.rowLists.add(i, this.pack(o, score));
      return;
    }
    this.addEdge(i, o, score);
    const net = score - this.weights.minScore - this.state.eff[o]!;
    if (net > this.state.net(i)) this.replace(i);
  }

  /** Fixes an eligible pair: the rest is optimised around it. */
  lock(p: number, v: number): void {
    if (this.lockedTo.has(p)) this.unlock(p);
    const i = this.activePerson(p);
    const o = this.objectOf[v]!;
    if (this.scoreOf(i, o) === undefined)
      throw new RangeError(`person ${p} is not eligible for vacancy ${v}`);
    if (this.problem.cap[o]! < 1) throw new RangeError(`vacancy ${v} has no place left to lock`);
    const h = this.household[p]!;
    this.active[p] = false;
    const held = this.detach(i);
    this.members[h]!--;
    this.lockedTo.set(p, v);
    this.covers[h]! += 2;
    this.resizeHome(h);
    if (held >= 0 && held !== o) this.reverse.settle(held);
    this.resize(o, this.problem.cap[o]! - 1);
  }

  unlock(p: number): void {
    const v = this.lockedTo.get(p);
    if (v === undefined) return;
    const i = this.inner[p]!;
    const h = this.household[p]!;
    this.lockedTo.delete(p);
    this.resize(this.objectOf[v]!, this.places[v]! - this.locksOf(v));
    const { start, end, edge, bits } = this.problem;
    const mask = (1 << bits) - 1;
    for (let e = start[i]!; e < end[i]!; e++) {
      const packed = edge[e]!;
      this.columnLists.add(packed >> bits, (i << bits) | (packed & mask));
    }
    this.active[p] = true;
    this.covers[h]! -= 2;
    this.members[h]!++;
    this.state.match[i] = FREE;
    this.admit(i, h);
  }

  /**
   * Demands that a person be placed, or lifts the demand: staying home becomes worse than any chain of moves.
   * Where no place can be found she stays unplaced, `vacancy` −1.
   */
  require(p: number, demanded: boolean): void {
    const i = this.activePerson(p);
    const { problem, state } = this;
    const home = this.homeOf[this.household[p]!]!;
    this.rowLists.remove(i, problem.bits, home);
    this.columnLists.remove(home, problem.bits, i);
    const held = state.match[i]!;
    state.unseat(i);
    if (demanded) problem.out[i] = DEMAND * this.weights.M;
    else {
      problem.out[i] = -this.weights.bonus[this.tier[this.household[p]!]!]!;
      this.link(i, home, 0);
    }
    this.forward.place(i);
    if (held >= 0) this.reverse.settle(held);
  }

  /** Eligible pairs of a person now. */
  offers(p: number): Offer[] {
    const { start, end, edge, bits } = this.problem;
    const i = this.inner[p]!;
    const list: Offer[] = [];
    for (let e = start[i]!; e < end[i]!; e++) {
      const v = this.vacancyOf[edge[e]! >> bits]!;
      if (v >= 0) list.push({ with: v, score: (edge[e]! & ((1 << bits) - 1)) + this.weights.minScore });
    }
    return list;
  }

  /** The world as it stands without locked persons and their places, and its optimal solution: certifiable. */
  snapshot(): {
    readonly instance: Instance;
    readonly solution: Solution;
    readonly locked: ReadonlyMap<number, number>;
  } {
    const { problem, state } = this;
    const nP = this.household.length;
    const nV = this.kind.length;
    const mask = (1 << problem.bits) - 1;
    const eStart = new Int32Array(nP + 1);
    const eV: number[] = [];
    const eScore: number[] = [];
    const match = new Int32Array(nP).fill(-1);
    for (let p = 0; p < nP; p++) {
      const i = this.inner[p]!;
      if (this.active[p]) {
        for (let e = problem.start[i]!; e < problem.end[i]!; e++) {
          const v = this.vacancyOf[problem.edge[e]! >> problem.bits]!;
          if (v < 0) continue;
          eV.push(v);
          eScore.push((problem.edge[e]! & mask) + this.weights.minScore);
        }
        const o = state.match[i]!;
        if (o >= 0) match[p] = this.vacancyOf[o]!;
      }
      eStart[p + 1] = eV.length;
    }
    const instance: Instance = {
      nH: this.tier.length,
      nP,
      nV,
      nE: eV.length,
      hTier: Int32Array.from(this.tier),
      hCov: Int32Array.from(this.covers, (n) => (n > 0 ? 1 : 0)),
      hSett: Int32Array.from(this.settlement),
      pHh: Int32Array.from(this.household),
      vCap: Int32Array.from(this.objectOf, (o) => problem.cap[o]!),
      vKind: Int32Array.from(this.kind),
      vSett: Int32Array.from(this.place),
      eStart,
      eV: Int32Array.from(eV),
      eScore: Int32Array.from(eScore),
    };
    const price = Float64Array.from(this.objectOf, (o) => state.price(o));
    const solution = { match, price, objective: objectiveOf(instance, match), M: this.weights.M };
    return { instance, solution, locked: new Map(this.lockedTo) };
  }

  /** The objective of the free part of the plan, without locked persons. O(persons). */
  objective(): Objective {
    const covered: [number, number, number] = [0, 0, 0];
    const done = new Set<number>();
    let publicPosts = 0;
    let placed = 0;
    let score = 0;
    for (let p = 0; p < this.household.length; p++) {
      const v = this.active[p] ? this.vacancy(p) : -1;
      if (v < 0) continue;
      placed++;
      score += this.state.code[this.inner[p]!]! + this.weights.minScore;
      if (this.kind[v] === 1) publicPosts++;
      const h = this.household[p]!;
      if (this.covers[h]! > 0 || done.has(h)) continue;
      done.add(h);
      covered[this.tier[h] as 0 | 1 | 2]++;
    }
    return { covered, public: publicPosts, placed, score };
  }

  /** What a pair with this score would add to the plan at today's prices; positive when it could improve it. */
  reducedProfit(p: number, v: number, score: number): number {
    return (
      score - this.weights.minScore - this.state.eff[this.objectOf[v]!]! - this.state.net(this.inner[p]!)
    );
  }

  /** Is the pair eligible now? */
  eligible(p: number, v: number): boolean {
    return this.scoreOf(this.inner[p]!, this.objectOf[v]!) !== undefined;
  }

  /** Vacancy of a person now, locked or proposed; −1 when none. O(1). */
  vacancy(p: number): number {
    const locked = this.lockedTo.get(p);
    if (locked !== undefined) return locked;
    const o = this.active[p] ? this.state.match[this.inner[p]!]! : OUTSIDE;
    return o >= 0 ? this.vacancyOf[o]! : -1;
  }

  private homePlaces(h: number): number {
    return this.covers[h]! > 0 ? UNLIMITED : Math.max(0, this.members[h]! - 1);
  }

  private resizeHome(h: number): void {
    this.resize(this.homeOf[h]!, this.homePlaces(h));
  }

  /** Places a FREE new member first, then shrinks her home if covering it earns the bonus again. */
  private admit(i: number, h: number): void {
    const home = this.homeOf[h]!;
    this.problem.cap[home] = Math.max(this.homePlaces(h), this.state.count[home]!);
    this.forward.place(i);
    this.resizeHome(h);
  }

  /** Changes the places of an object and restores the optimum. */
  private resize(o: number, places: number): void {
    const { state, problem } = this;
    problem.cap[o] = places;
    while (state.count[o]! > places) {
      const i = state.head[o]!;
      state.unseat(i);
      this.forward.place(i);
    }
    this.reverse.settle(o);
  }

  /** Places a person anew and settles what she left. */
  private replace(i: number): void {
    const held = this.state.match[i]!;
    this.state.unseat(i);
    this.forward.place(i);
    if (held >= 0) this.reverse.settle(held);
  }

  /** Unseats a person and hides her from all objects; returns what she held. Her own list stays. */
  private detach(i: number): number {
    const { start, end, edge, bits } = this.problem;
    const held = this.state.match[i]!;
    this.state.unseat(i);
    this.state.match[i] = OUTSIDE;
    for (let e = start[i]!; e < end[i]!; e++) this.columnLists.remove(edge[e]! >> bits, bits, i);
    return held;
  }

  private newObject(vacancy: number, base: number): number {
    const { problem, state } = this;
    const o = problem.nO;
    if (o >= problem.cap.length) throw new RangeError('no room for more vacancies: build a new engine');
    problem.nO++;
    problem.base[o] = base;
    state.eff[o] = -base;
    this.vacancyOf.push(vacancy);
    return o;
  }

  private pack(o: number, score: number): number {
    const code = score - this.weights.minScore;
    if (!Number.isInteger(code) || code < 0 || score > this.weights.maxScore)
      throw new RangeError(`score ${score} is outside the scores this engine was built for`);
    return (o << this.problem.bits) | code;
  }

  private addEdge(i: number, o: number, score: number): void {
    this.link(i, o, this.pack(o, score) & ((1 << this.problem.bits) - 1));
  }

  private link(i: number, o: number, code: number): void {
    const { bits } = this.problem;
    this.rowLists.add(i, (o << bits) | code);
    this.columnLists.add(o, (i << bits) | code);
  }

  private scoreOf(i: number, o: number): number | undefined {
    const { start, end, edge, bits } = this.problem;
    for (let e = start[i]!; e < end[i]!; e++)
      if (edge[e]! >> bits === o) return (edge[e]! & ((1 << bits) - 1)) + this.weights.minScore;
    return undefined;
  }

  private locksOf(v: number): number {
    let n = 0;
    for (const locked of this.lockedTo.values()) if (locked === v) n++;
    return n;
  }

  private activePerson(p: number): number {
    if (!this.active[p]) throw new RangeError(`person ${p} does not take part`);
    return this.inner[p]!;
  }

  private activeOrLocked(p: number): number {
    if (!this.active[p] && !this.lockedTo.has(p)) throw new RangeError(`person ${p} does not take part`);
    return this.inner[p]!;
  }
}
