/**
 * The threads of an auction. The leader calls `bid` and `accept`; helpers run `serve` and do their part of each.
 * Pure but for Atomics: whoever calls the solver starts the threads, with `worker_threads` or whatever it has.
 */
import { bid } from './bids.ts';
import { accept } from './desks.ts';
import type { Hall } from './hall.ts';

/** What a helper thread is started with; survives structured cloning. */
export interface Seat {
  readonly hall: Hall;
  readonly control: Int32Array;
  readonly part: number;
  readonly parts: number;
}

/** Threads beside the caller's: how many, and how to start one that calls `serve(seat)`. */
export interface Helpers {
  readonly count: number;
  start(seat: Seat): void;
}

// Cells of `control`.
const TURN = 0;
const TASK = 1;
const SIZE = 2;
const EPS = 3;
const FALLEN = 4;
const DONE = 5;
const READY = 6;
const CELLS = 7;

const BID = 0;
const ACCEPT = 1;
const LEAVE = 2;

/** Smaller blocks are done sooner alone. */
const ALONE = 128;
/** Looks at a cell before sleeping, some 40 µs: waking a thread costs more than waiting for the other half. */
const LOOKS = 30_000;
/** Milliseconds after which a helper that does not answer has failed. */
const PATIENCE = 60_000;

export class Team {
  private readonly hall: Hall;
  private readonly helpers: number;
  private readonly control: Int32Array;

  constructor(hall: Hall, helpers?: Helpers) {
    this.hall = hall;
    this.helpers = helpers?.count ?? 0;
    this.control = new Int32Array(new SharedArrayBuffer(4 * CELLS));
    const parts = this.helpers + 1;
    for (let part = 1; part < parts; part++) helpers!.start({ hall, control: this.control, part, parts });
  }

  bid(n: number, eps: number, fallen: number): void {
    this.run(BID, n, eps, fallen);
  }

  accept(n: number): void {
    this.run(ACCEPT, n, 0, 0);
  }

  /** Sends the helpers home. */
  close(): void {
    this.call(LEAVE, 0, 0, 0);
  }

  /** Alone until all helpers have come, and when there is little to do: the outcome is the same. */
  private run(task: number, n: number, eps: number, fallen: number): void {
    const { hall, helpers, control } = this;
    if (helpers === 0 || n < ALONE || Atomics.load(control, READY) < helpers) {
      perform(hall, task, n, eps, fallen, 0, 1);
      return;
    }
    Atomics.store(control, DONE, 0);
    this.call(task, n, eps, fallen);
    perform(hall, task, n, eps, fallen, 0, helpers + 1);
    for (let done = 0; done < helpers; done = Atomics.load(control, DONE))
      if (!waitChange(control, DONE, done)) throw new Error('a helper thread of the auction has stopped');
  }

  private call(task: number, n: number, eps: number, fallen: number): void {
    const { control } = this;
    control[TASK] = task;
    control[SIZE] = n;
    control[EPS] = eps;
    control[FALLEN] = fallen;
    Atomics.add(control, TURN, 1);
    Atomics.notify(control, TURN);
  }
}

/** A helper's work, until the leader closes the team. */
export function serve({ hall, control, part, parts }: Seat): void {
  let turn = Atomics.load(control, TURN);
  Atomics.add(control, READY, 1);
  for (;;) {
    while (Atomics.load(control, TURN) === turn) waitChange(control, TURN, turn);
    turn = Atomics.load(control, TURN);
    if (control[TASK] === LEAVE) return;
    perform(hall, control[TASK]!, control[SIZE]!, control[EPS]!, control[FALLEN]!, part, parts);
    Atomics.add(control, DONE, 1);
    Atomics.notify(control, DONE);
  }
}

function perform(
  hall: Hall,
  task: number,
  n: number,
  eps: number,
  fallen: number,
  part: number,
  parts: number,
): void {
  if (task === BID) bid(hall, n, eps, fallen, part, parts);
  else accept(hall, n, part, parts);
}

/** False when the cell kept its value for too long. */
function waitChange(control: Int32Array, cell: number, value: number): boolean {
  for (let i = 0; i < LOOKS; i++) if (Atomics.load(control, cell) !== value) return true;
  return Atomics.wait(control, cell, value, PATIENCE) !== 'timed-out';
}
