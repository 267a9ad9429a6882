interface Keeping {
  readonly seconds?: number;
  /** answers kept at once; the oldest goes first */
  readonly most?: number;
}

/** Keeps answers for a while under their keys; concurrent callers share one look-up. */
export function keep<K, V>({ seconds = 60, most = 500 }: Keeping = {}) {
  const kept = new Map<K, { readonly value: Promise<V>; readonly until: number }>();
  return (key: K, look: () => Promise<V>): Promise<V> => {
    const found = kept.get(key);
    if (found && found.until > performance.now()) return found.value;
    const value = look();
    kept.delete(key);
    kept.set(key, { value, until: performance.now() + seconds * 1000 });
    // A failed look-up is forgotten, so that the next caller tries again.
    value.catch(() => kept.delete(key));
    if (kept.size > most) kept.delete(kept.keys().next().value as K);
    return value;
  };
}

/** Keeps the answer of a slow-changing look-up for a while. */
export function remember<K, V>(look: (key: K) => Promise<V>, keeping?: Keeping) {
  const kept = keep<K, V>(keeping);
  return (key: K): Promise<V> => kept(key, () => look(key));
}
