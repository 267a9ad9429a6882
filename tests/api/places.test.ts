import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newIds } from '#drizzle/queries/ids.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import * as schema from '#drizzle/schema/index.ts';
import { apiProcess } from '../helpers/apiProcess.ts';
import { type TestDatabase, testDb } from '../helpers/database.ts';
import { plantMarket } from '../helpers/market.ts';
import { patientFetch } from '../helpers/patientFetch.ts';
import {
  PASSWORD,
  places,
  plantAccount,
  plantHousehold,
  plantRegions,
  plantVacancy,
} from '../helpers/plant.ts';

const CLIENTS = 2_000;
const PLACES = 30;
/** Accounts of the employer: each has a limit of its own a minute. */
const ACCOUNTS = 8;

let database: TestDatabase;
let dataDir: string;
/** Settled while the API runs. */
let alive: Promise<void> = Promise.resolve();
let api: Awaited<ReturnType<typeof apiProcess>>;
beforeAll(async () => {
  database = await testDb({ pool: 4 });
  dataDir = await mkdtemp(join(tmpdir(), 'leye-places-'));
  await plantRegions(database.db);
  await plantMarket(database.db);
  api = await apiProcess(database.url, dataDir);
});
afterAll(async () => {
  await api?.kill();
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** 2,000 people wait for 30 places of one advertisement. @returns ids of their applications */
async function queueUp() {
  const { db } = database;
  const { employer, vacancy } = await plantVacancy(db, places.own.settlement, { headcount: PLACES });
  const { household } = await plantHousehold(db, places.own);
  const persons = await newIds(db, CLIENTS);
  await insertMany(
    db,
    schema.person,
    persons.map((id) => ({
      id,
      household: household.id,
      relation: 'other' as const,
      capacity: 'ordinary' as const,
      employment: 'unemployed' as const,
    })),
  );
  const ids = await newIds(db, CLIENTS);
  await insertMany(
    db,
    schema.application,
    persons.map((person, i) => ({
      id: ids[i]!,
      person,
      vacancy: vacancy.id,
      status: 'recommended' as const,
      source: 'self' as const,
    })),
  );
  return { employer: employer.id, vacancy: vacancy.id, applications: ids };
}

async function signIn(employer: string): Promise<string> {
  const { login } = await plantAccount(database.db, 'employer', places.own.settlement, { employer });
  const answer = await patientFetch(`${api.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  return `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}`;
}

/** One click on 录用, repeated with its key until somebody answers; a busy or dead API is given time. */
async function hire(application: string, authorization: string): Promise<number> {
  for (let wait = 250; ; wait = Math.min(4_000, wait * 2)) {
    await alive;
    const answer = await fetch(`${api.url}/api/employer/applications/${application}/hire`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        'idempotency-key': `hire-${application}`,
      },
      body: '{}',
    }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer.status;
    await pause(wait * (0.5 + Math.random()));
  }
}

it('gives 30 places to exactly 30 of 2,000 at once, though the API is killed in the middle', async () => {
  const { employer, vacancy, applications } = await queueUp();
  const bearers = await Promise.all(Array.from({ length: ACCOUNTS }, () => signIn(employer)));
  const { db } = database;
  const filled = async () =>
    (await db.select().from(schema.vacancy).where(eq(schema.vacancy.id, vacancy)))[0]!.filled;

  const click = (id: string, i: number) => hire(id, bearers[i % ACCOUNTS]!);
  // Fewer than the places at first, so that the API always dies before the last is given.
  const early = applications.slice(0, PLACES - 1).map(click);
  while ((await filled()) < PLACES / 3) await pause(5);
  const killed = api.kill();
  const late = applications.slice(PLACES - 1).map(click);
  await killed;
  const atDeath = await filled();
  alive = api.start();
  const statuses = await Promise.all([...early, ...late]);

  expect(atDeath).toBeLessThan(PLACES);
  const told = Object.fromEntries(
    [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]),
  );
  expect(told).toEqual({ 200: PLACES, 409: CLIENTS - PLACES });
  const [row] = await db.select().from(schema.vacancy).where(eq(schema.vacancy.id, vacancy));
  expect(row).toMatchObject({ filled: PLACES, status: 'filled' });
  const [facts] = await db.execute(sql`select
    (select count(*)::int from spell where vacancy = ${vacancy}) as spells,
    (select count(distinct person)::int from spell where vacancy = ${vacancy}) as people,
    (select count(*)::int from application where vacancy = ${vacancy} and status = 'hired') as hired,
    (select count(*)::int from application where vacancy = ${vacancy} and status = 'obsolete' and reason = 'filled'
      and answered_at is not null) as told,
    (select count(*)::int from vacancy_event where vacancy = ${vacancy} and action = 'hire') as history,
    (select count(*)::int from audit where action = 'application.hire') as audits,
    (select count(*)::int from person where employment = 'employed') as employed`);
  expect(facts).toEqual({
    spells: PLACES,
    people: PLACES,
    hired: PLACES,
    told: CLIENTS - PLACES,
    history: PLACES,
    audits: PLACES,
    employed: PLACES,
  });
}, 240_000);
