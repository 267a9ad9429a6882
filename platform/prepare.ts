import type postgres from 'postgres';

/** Statements a process prepares at most: each lives in every connection until that is closed. */
const MOST = 300;
/** A text seen so often is worth preparing; lists of all lengths write texts that hardly come again. */
const OFTEN = 3;
const LONGEST = 10_000;

type Unsafe = postgres.Sql['unsafe'];
type Act = (sql: postgres.TransactionSql) => unknown;

/**
 * The client as drizzle uses it, but what comes often is prepared: the server then parses it once, and it takes one
 * round trip instead of two.
 */
export function preparing<S extends postgres.Sql | postgres.TransactionSql>(
  client: S,
  isWorth: (text: string) => boolean = oftenSeen(),
): S {
  const unsafe: Unsafe = (text, parameters = [], options) =>
    client.unsafe(text, parameters, {
      ...options,
      // What a query names for preparing is prepared at once, whatever else has come.
      prepare: options?.prepare || (parameters.length > 0 && isWorth(text)),
    });
  const wrapped = (act: Act) => (sql: postgres.TransactionSql) => act(preparing(sql, isWorth));
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') return unsafe;
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || (name !== 'begin' && name !== 'savepoint')) return member;
      return (...given: [...unknown[], Act]) => member(...given.slice(0, -1), wrapped(given.at(-1) as Act));
    },
  });
}

function oftenSeen(): (text: string) => boolean {
  const prepared = new Set<string>();
  let seen = new Map<string, number>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (prepared.size >= MOST || text.length > LONGEST) return false;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times >= OFTEN) prepared.add(text);
    if (seen.size > 10 * MOST) seen = new Map();
    return false;
  };
}
