/** Lists of ints in one pool (start, end, edge), which can grow and shrink in place. */
export interface Lists {
  start: Int32Array;
  end: Int32Array;
  edge: Int32Array;
}

/** Gives the lists of a problem or its transpose room to change. */
export class GrowingLists {
  private readonly lists: Lists;
  /** end of the room of each list */
  private readonly limit: Int32Array;
  private used: number;

  /** `rooms` lists, the first of which are those of `lists`, whose arrays are replaced by larger ones. */
  constructor(lists: Lists, rooms: number) {
    this.lists = lists;
    this.used = lists.edge.length;
    lists.start = enlarge(lists.start, rooms);
    lists.end = enlarge(lists.end, rooms);
    lists.edge = enlarge(lists.edge, Math.ceil(this.used * 1.1) + 4096);
    this.limit = lists.end.slice();
  }

  /** Adds a value to list i; a full list moves to the end of the pool with twice the room. */
  add(i: number, value: number): void {
    const { lists, limit } = this;
    const { start, end } = lists;
    if (end[i] === limit[i]) {
      const length = end[i]! - start[i]!;
      const room = 2 * length + 4;
      if (this.used + room > lists.edge.length)
        lists.edge = enlarge(lists.edge, Math.ceil(lists.edge.length * 1.5) + room);
      lists.edge.copyWithin(this.used, start[i]!, end[i]!);
      start[i] = this.used;
      end[i] = this.used + length;
      limit[i] = this.used + room;
      this.used += room;
    }
    lists.edge[end[i]!] = value;
    end[i]!++;
  }

  /** Removes the values of list i whose upper part (value >> bits) is `key`. */
  remove(i: number, bits: number, key: number): void {
    const { start, end, edge } = this.lists;
    let kept = start[i]!;
    for (let e = start[i]!; e < end[i]!; e++) if (edge[e]! >> bits !== key) edge[kept++] = edge[e]!;
    end[i] = kept;
  }
}

/** A copy with room for n numbers. */
export function enlarge<T extends Int32Array | Float64Array>(array: T, n: number): T {
  const copy = (array instanceof Int32Array ? new Int32Array(n) : new Float64Array(n)) as T;
  copy.set(array);
  return copy;
}
