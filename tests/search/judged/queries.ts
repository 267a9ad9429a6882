import { places } from './places.ts';
import type { Judged, QueryKind } from './rules.ts';
import { services } from './services.ts';
import { trades } from './trades.ts';

/** Whoever writes an everyday word does not ask for a title: any post of the occupation is right. */
const UNTITLED: ReadonlySet<QueryKind> = new Set(['everyday', 'dialect', 'english', 'wish']);

/** Who writes 传菜员 wants that title, not the table's first; other spellings stand for the table's. */
const wanted = (q: string, title: string, kind: QueryKind) =>
  kind === 'word' && !q.includes(title) ? q : title;

/** Every query with what it wants, in the order of the tables above. */
export const judged: readonly Judged[] = [...services, ...trades, ...places].flatMap(
  ({ said, title, ...rest }) =>
    (Object.entries(said) as [QueryKind, string][]).flatMap(([kind, line]) =>
      line.split('、').map((q) => ({
        q,
        kind,
        want: UNTITLED.has(kind) || title === undefined ? rest : { ...rest, title: wanted(q, title, kind) },
      })),
    ),
);
