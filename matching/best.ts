/** Keeps the few greatest of many values. */
export class Best {
  readonly #value: Float64Array;
  readonly #index: Int32Array;
  size = 0;

  constructor(room: number) {
    this.#value = new Float64Array(room);
    this.#index = new Int32Array(room);
  }

  clear(): void {
    this.size = 0;
  }

  /** Insertion into a short descending list; equal values keep the earlier one. */
  add(value: number, index: number): void {
    const full = this.size === this.#value.length;
    let at = full ? this.size - 1 : this.size++;
    if (full && value <= this.#value[at]!) return;
    for (; at > 0 && this.#value[at - 1]! < value; at--) {
      this.#value[at] = this.#value[at - 1]!;
      this.#index[at] = this.#index[at - 1]!;
    }
    this.#value[at] = value;
    this.#index[at] = index;
  }

  ascending(): Int32Array {
    return this.#index.slice(0, this.size).sort();
  }
}
