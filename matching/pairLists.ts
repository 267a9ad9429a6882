/** Sparse pairs of persons and vacancies with their scores. */

/** Pairs person by person (compressed sparse rows), vacancies ascending. */
export interface PairLists {
  readonly start: Int32Array;
  readonly vacancy: Int32Array;
  readonly score: Int32Array;
}

/** Pairs that arrive person by person, vacancies ascending. */
export class PairWriter {
  readonly #start: Int32Array;
  #vacancy: Int32Array;
  #score: Int32Array;
  #person = 0;
  count = 0;

  /** for `persons` persons and, at first, `room` pairs */
  constructor(persons: number, room: number) {
    this.#start = new Int32Array(persons + 1);
    this.#vacancy = new Int32Array(room);
    this.#score = new Int32Array(room);
  }

  add(vacancy: number, score: number): void {
    if (this.count === this.#vacancy.length) {
      this.#vacancy = grown(this.#vacancy);
      this.#score = grown(this.#score);
    }
    this.#vacancy[this.count] = vacancy;
    this.#score[this.count++] = score;
  }

  endPerson(): void {
    this.#start[++this.#person] = this.count;
  }

  lists(): PairLists {
    const { count } = this;
    return { start: this.#start, vacancy: this.#vacancy.slice(0, count), score: this.#score.slice(0, count) };
  }
}

const grown = (array: Int32Array): Int32Array => {
  const larger = new Int32Array(Math.ceil(array.length * 1.6) + 64);
  larger.set(array);
  return larger;
};

/** The pairs of two lists about the same persons, each once. */
export function union(a: PairLists, b: PairLists): PairLists {
  const persons = a.start.length - 1;
  const all = new PairWriter(persons, a.vacancy.length + b.vacancy.length);
  for (let p = 0; p < persons; p++) {
    let j = b.start[p]!;
    const end = b.start[p + 1]!;
    for (let i = a.start[p]!; i < a.start[p + 1]!; i++) {
      const v = a.vacancy[i]!;
      for (; j < end && b.vacancy[j]! < v; j++) all.add(b.vacancy[j]!, b.score[j]!);
      if (j < end && b.vacancy[j] === v) j++;
      all.add(v, a.score[i]!);
    }
    for (; j < end; j++) all.add(b.vacancy[j]!, b.score[j]!);
    all.endPerson();
  }
  return all.lists();
}

/** Lists about some persons, then others, as one. */
export function concatenated(parts: readonly PairLists[]): PairLists {
  const sum = (of: (lists: PairLists) => number) => parts.reduce((all, lists) => all + of(lists), 0);
  const pairs = sum(({ vacancy }) => vacancy.length);
  const start = new Int32Array(sum(({ start }) => start.length - 1) + 1);
  const vacancy = new Int32Array(pairs);
  const score = new Int32Array(pairs);
  let person = 0;
  let end = 0;
  for (const part of parts) {
    for (let p = 1; p < part.start.length; p++) start[++person] = end + part.start[p]!;
    vacancy.set(part.vacancy, end);
    score.set(part.score, end);
    end += part.vacancy.length;
  }
  return { start, vacancy, score };
}
