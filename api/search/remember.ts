/** Keeps the answer of a slow-changing look-up for a while; concurrent callers share one look-up. */
export function remember<K, V>(look: (key: K) => Promise<V>, { seconds = 60, most = 500 } = {}) {
  const kept = new Map<K, { readonly value: Promise<V>; readonly until: number }>();
  return (key: K): Promise<V> => {
    const found = kept.get(key);
    if (found && found.until > performance.now()) return found.value;
    const value = look(key);
    kept.delete(key);
    kept.set(key, { value, until: performance.now() + seconds * 1000 });
    // A failed look-up is forgotten, so that the next caller tries again.
    value.catch(() => kept.delete(key));
    if (kept.size > most) kept.delete(kept.keys().next().value as K);
    return value;
  };
}
