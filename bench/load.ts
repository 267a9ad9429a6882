import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import autocannon from 'autocannon';
import { and, eq, sql } from 'drizzle-orm';
import * as tables from '#drizzle/schema/index.ts';
import { type Database, openDb } from '#platform/connections.ts';
import { PASSWORD } from '../tests/helpers/browser.ts';
import { plantAccount, PASSWORD as planted } from '../tests/helpers/plant.ts';
import { signedIn } from '../tests/helpers/signedIn.ts';
import { judged } from '../tests/search/judged/queries.ts';
import { ROOT, type RunningProduct, withProduct } from './product.ts';
import { searchableAfter } from './searchable.ts';

/**
 * `npm run bench:load [-- --scale 1 --seconds 10]`
 * Requests a second and the 99th percentile of waiting, on a product of its own with the whole city in it, the
 * generator on the same machine. Ends with 1 when something is under its bar.
 */
const { values: args } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, seconds: { type: 'string', default: '10' } },
});
const seconds = Number(args.seconds);
/** An account may act so often a minute. */
const ACTS = 500;
/** ms from a change to what the search shows */
const SEARCHABLE_MS = 2_000;

interface Load {
  readonly name: string;
  readonly url: string;
  readonly requests: autocannon.Request[];
  readonly connections: number;
  /** at least so many answers a second, waited for at most so many ms by 99 in 100 */
  readonly rate: number;
  readonly wait?: number;
}

process.exitCode = await withProduct(async (product) => {
  await promisify(execFile)(process.execPath, ['seed/main.ts', '--replace', '--scale', args.scale], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: product.data },
  });
  await indexed(product);
  const database = openDb(product.database, { pool: 2, name: 'bench-load' });
  try {
    const loads = await loadsOn(product, database.db);
    console.log('  /s  p50  p99 ms  not 2xx  (bars: /s, p99)');
    let under = 0;
    for (const load of loads) if (!(await holds(load))) under += 1;
    if (!(await showsSoon(product.api))) under += 1;
    return under === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
});

/** Search answers from the new world once its index has been swapped in. */
async function indexed({ api, database: url }: RunningProduct): Promise<void> {
  const database = openDb(url, { pool: 1 });
  const open = sql<number>`count(*) filter (where relayed_at is null)::int`;
  try {
    for (;;) {
      const [outbox] = await database.db.select({ open }).from(tables.outbox);
      const { items } = (await (await fetch(`${api}/api/vacancies?size=1`)).json()) as {
        items: { id: string }[];
      };
      const known =
        items[0] && (await database.db.$count(tables.vacancy, eq(tables.vacancy.id, items[0].id)));
      if (outbox?.open === 0 && known) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await database.close();
  }
}

async function loadsOn({ api, web }: RunningProduct, db: Database['db']): Promise<Load[]> {
  const searches = judged.map(({ q }) => `?q=${encodeURIComponent(q)}`);
  const get = (paths: readonly string[]) => paths.map((path) => ({ method: 'GET' as const, path }));
  const open = await db
    .select({ id: tables.vacancy.id })
    .from(tables.vacancy)
    .where(and(eq(tables.vacancy.status, 'published'), sql`headcount > filled`))
    .limit(1_000);
  const details = open.map(({ id }) => `/${id}`);
  return [
    {
      name: 'search',
      url: api,
      requests: get(searches.map((q) => `/api/vacancies${q}`)),
      connections: 20,
      rate: 400,
      wait: 150,
    },
    {
      name: 'detail',
      url: api,
      requests: get(details.map((id) => `/api/vacancies${id}`)),
      connections: 20,
      rate: 800,
    },
    {
      name: 'page of jobs',
      url: web,
      requests: get(searches.map((q) => `/jobs${q}`)),
      connections: 10,
      rate: 120,
      wait: 300,
    },
    {
      name: 'page of a job',
      url: web,
      requests: get(details.map((id) => `/jobs${id}`)),
      connections: 10,
      rate: 120,
      wait: 300,
    },
    {
      name: 'apply',
      url: api,
      requests: await applications(api, db, open),
      connections: 20,
      rate: 200,
      wait: 250,
    },
    { name: 'sign in', url: api, requests: await signIns(db), connections: 4, rate: 25 },
  ];
}

/** Counsellors apply for people of their city, each for a post of its own. */
async function applications(api: string, db: Database['db'], open: readonly { id: string }[]) {
  const people = await db
    .select({ id: tables.person.id })
    .from(tables.person)
    .where(and(eq(tables.person.employment, 'unemployed'), eq(tables.person.capacity, 'ordinary')))
    .limit(400 * seconds);
  const requests: autocannon.Request[] = [];
  for (let from = 0; from < people.length; from += ACTS) {
    const { login } = await plantAccount(db, 'counsellor', '520200');
    const { authorization } = (await signedIn(api, login, planted)).headers;
    for (const [i, { id }] of people.slice(from, from + ACTS).entries()) {
      requests.push({
        method: 'POST',
        path: `/api/persons/${id}/applications`,
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': `bench-${id}` },
        body: JSON.stringify({ vacancy: open[(from + i) % open.length]!.id, authority: 'phone' }),
      });
    }
  }
  return requests;
}

async function signIns(db: Database['db']): Promise<autocannon.Request[]> {
  const accounts = await Promise.all(
    Array.from({ length: 200 }, () => plantAccount(db, 'counsellor', '520200')),
  );
  return accounts.map(({ login }) => ({
    method: 'POST',
    path: '/api/auth/sign-in',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: planted }),
  }));
}

async function holds({ name, url, requests, connections, rate, wait = Infinity }: Load): Promise<boolean> {
  // What must not come twice ends with its list; reading goes round.
  const amount = requests[0]?.method === 'POST' ? { amount: requests.length } : { duration: seconds };
  let sent = 0;
  // One list for all connections: by itself each would begin at the first.
  const setupRequest = (request: autocannon.Request) => ({
    ...request,
    ...requests[sent++ % requests.length],
  });
  const result = await autocannon({ url, connections, requests: [{ setupRequest }], ...amount });
  const { latency, non2xx, errors, start, finish, '2xx': fine } = result;
  const reached = fine / ((finish.getTime() - start.getTime()) / 1_000);
  const ok = reached >= rate && latency.p99 <= wait && non2xx + errors === 0;
  const figures = [reached.toFixed(0), latency.p50, latency.p99, non2xx + errors].map((n) =>
    String(n).padStart(5),
  );
  console.log(
    `${figures.join(' ')}  ${name} (${rate}${wait === Infinity ? '' : `, ${wait}`})${ok ? '' : '  ✗'}`,
  );
  return ok;
}

/** What an employer changes is found, or no longer found, within two seconds. */
async function showsSoon(api: string): Promise<boolean> {
  const waits = await searchableAfter(api, 'qiye', PASSWORD);
  const [median, last] = [waits[waits.length >> 1]!, waits.at(-1)!];
  const ok = last <= SEARCHABLE_MS;
  console.log(
    `${' '.repeat(6)}${median.toFixed(0).padStart(5)} ${last.toFixed(0).padStart(5)}        change to searchable (${SEARCHABLE_MS})${ok ? '' : '  ✗'}`,
  );
  return ok;
}
