/**
 * Indexed 4-ary min-heap of objects by distance, with decrease-key. Four children share a cache line, so it
 * beats a binary heap on the shallow, decrease-heavy queues of Dijkstra's algorithm.
 * `key` doubles as the table of tentative distances: Infinity = never met in this search.
 */
export class Heap {
  readonly key: Float64Array;
  size = 0;
  private readonly items: Int32Array;
  private readonly place: Int32Array;
  private readonly touched: Int32Array;
  private touches = 0;

  constructor(n: number) {
    this.key = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.items = new Int32Array(n);
    this.place = new Int32Array(n);
    this.touched = new Int32Array(n);
  }

  /** Inserts x or lowers its key; the caller has checked key < this.key[x]. */
  lower(x: number, key: number): void {
    const { items, place, key: keys } = this;
    let i: number;
    if (keys[x]! === Number.POSITIVE_INFINITY) {
      this.touched[this.touches++] = x;
      i = this.size++;
    } else i = place[x]!;
    keys[x] = key;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const y = items[parent]!;
      if (keys[y]! <= key) break;
      items[i] = y;
      place[y] = i;
      i = parent;
    }
    items[i] = x;
    place[x] = i;
  }

  /** Removes and returns the item of least key; its key stays readable until `clear`. */
  pop(): number {
    const { items, place, key: keys } = this;
    const top = items[0]!;
    const size = --this.size;
    if (size > 0) {
      const x = items[size]!;
      const key = keys[x]!;
      let i = 0;
      for (;;) {
        const first = 4 * i + 1;
        if (first >= size) break;
        const last = first + 4 < size ? first + 4 : size;
        let child = first;
        let least = keys[items[first]!]!;
        for (let c = first + 1; c < last; c++) {
          const k = keys[items[c]!]!;
          if (k < least) {
            least = k;
            child = c;
          }
        }
        if (least >= key) break;
        const y = items[child]!;
        items[i] = y;
        place[y] = i;
        i = child;
      }
      items[i] = x;
      place[x] = i;
    }
    return top;
  }

  /** Key of the least item, Infinity when empty. */
  min(): number {
    return this.size > 0 ? this.key[this.items[0]!]! : Number.POSITIVE_INFINITY;
  }

  /** Forgets this search in time proportional to what it touched. */
  clear(): void {
    const { touched, key } = this;
    for (let i = 0; i < this.touches; i++) key[touched[i]!] = Number.POSITIVE_INFINITY;
    this.touches = 0;
    this.size = 0;
  }
}
