import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import * as tables from '#drizzle/schema/index.ts';
import { hashPassword } from '#platform/crypto.ts';
import { defaultToday } from '../../seed/clock.ts';
import { generateWorld, type WorldOptions, type WorldRows } from '../../seed/generateWorld.ts';
import { idNumberIssuer } from '../../seed/identifiers.ts';
import { loadWorld, type SealKeys } from '../../seed/load.ts';
import { marketPolicySeeds, policySeeds } from '../../seed/reference/policies.ts';
import { buildPlaces } from '../../seed/world/places.ts';
import { travelBetween } from '../../seed/world/travel.ts';

/** Builders that put one row into the database and create the parents it lacks. Each returns the row. */

/** Keys of tests only; nothing sealed with them leaves a test database. */
export const testKeys: SealKeys = {
  fieldKeys: { current: 'test', keys: new Map([['test', Buffer.alloc(32, 1)]]) },
  blindIndexKey: Buffer.alloc(32, 2),
};

/** 以朵, the largest settlement: where everything is that a test does not place elsewhere. */
export const home = {
  city: '520200',
  county: '520204',
  street: '520204007',
  settlement: '52020400700101',
  grid: '5202040070010101',
} as const;

/** A whole small world, for tests that want many rows; 1:400 has 73 households. */
export async function aWorld(db: Db, options: WorldOptions = { scale: 1 / 400 }): Promise<WorldRows> {
  const world = generateWorld(options);
  await loadWorld(db, world, testKeys);
  return world;
}

/** All regions, settlements and journeys of 六盘水 and all policies, without people; made once a database. */
export async function theRegions(db: Db): Promise<void> {
  const [known] = await db.select({ code: tables.region.code }).from(tables.region).limit(1);
  if (known) return;
  const { places, regions } = buildPlaces(1_000);
  await db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(520200)`);
    const [made] = await db.select({ code: tables.region.code }).from(tables.region).limit(1);
    if (made) return;
    await insertMany(db, tables.region, regions);
    await insertMany(
      db,
      tables.settlement,
      places.map(({ code, county, street, lat, lng }) => ({ code, county, street, lat, lng })),
    );
    await insertMany(db, tables.travel, travelBetween(places));
    await insertMany(
      db,
      tables.building,
      places.flatMap(({ buildings }) => buildings),
    );
    await insertMany(db, tables.policy, [...policySeeds, ...marketPolicySeeds]);
  });
}

type Insert<T extends { $inferInsert: object }> = Partial<T['$inferInsert']>;

export async function aHousehold(db: Db, values: Insert<typeof tables.household> = {}) {
  await theRegions(db);
  const [row] = await db
    .insert(tables.household)
    .values({
      number: `T-${unique()}`,
      type: 'lifted',
      settlement: home.settlement,
      grid: values.settlement === undefined ? home.grid : null,
      ...values,
    })
    .returning();
  return row!;
}

const issueId = idNumberIssuer();

/** A woman of 36 who looks for work; give `name` or `phone` to change who she is. */
export async function aPerson(
  db: Db,
  values: Insert<typeof tables.person> = {},
  identity: Insert<typeof tables.personIdentity> = {},
) {
  const household = values.household ?? (await aHousehold(db)).id;
  const [row] = await db
    .insert(tables.person)
    .values({
      household,
      relation: 'head',
      birthDate: '1990-05-01',
      sex: '2',
      education: '70',
      languages: ['putonghua', 'dialect'],
      capacity: 'ordinary',
      employment: 'unemployed',
      wishAway: 'anywhere',
      ...values,
    })
    .returning();
  const person = row!;
  const [who] = await db
    .insert(tables.personIdentity)
    .values({
      name: '陆小芳',
      idNumberMasked: maskedId(person.birthDate ?? '1990-05-01'),
      ...identity,
      person: person.id,
    })
    .returning();
  return { ...person, identity: who! };
}

/** A job the person holds since half a year ago; ended when `endedOn` is given. */
export async function aSpell(db: Db, person: string, values: Insert<typeof tables.spell> = {}) {
  const [row] = await db
    .insert(tables.spell)
    .values({ person, channel: 'unit', region: 'local', startedOn: '2026-05-20', ...values })
    .returning();
  return row!;
}

export async function anEmployer(db: Db, values: Insert<typeof tables.employer> = {}) {
  await theRegions(db);
  const [row] = await db
    .insert(tables.employer)
    .values({
      name: `凉都服饰有限公司${unique()}`,
      kind: 'workshop',
      status: 'verified',
      region: home.street,
      settlement: home.settlement,
      ...values,
    })
    .returning();
  return row!;
}

/** Two published places for sewing, by day, beside the flats of 以朵. */
export async function aVacancy(db: Db, values: Insert<typeof tables.vacancy> = {}) {
  const employer = values.employer ?? (await anEmployer(db)).id;
  const [row] = await db
    .insert(tables.vacancy)
    .values({
      employer,
      title: '缝纫工',
      kind: 'workshop',
      form: 'full_time',
      occupation: '6-05-01-03',
      content: '缝制服装部件,新手有师傅带教。',
      headcount: 2,
      status: 'published',
      region: 'local',
      regionCode: home.street,
      settlement: home.settlement,
      payBasis: 'monthly',
      payMin: 2600,
      payMax: 3200,
      monthlyMin: 2600,
      monthlyMax: 3200,
      hoursPerDay: 8,
      shiftStart: 510,
      shiftEnd: 1050,
      publishedAt: new Date(`${defaultToday}T01:00:00Z`),
      ...values,
    })
    .returning();
  return row!;
}

/** An account that can sign in: `password` is the clear text that opens it. */
export async function anAccount(
  db: Db,
  role: Role,
  { password = 'test-2026-leye', ...values }: Insert<typeof tables.account> & { password?: string } = {},
) {
  await theRegions(db);
  const [row] = await db
    .insert(tables.account)
    .values({
      login: `${role}-${unique()}`,
      name: '测试账号',
      passwordHash: await hashPassword(password),
      role,
      region: home.city,
      ...values,
    })
    .returning();
  return { ...row!, password };
}

const unique = () => randomBytes(5).toString('hex');

function maskedId(birthDate: string): string {
  const number = issueId(birthDate, false);
  return `${number.slice(0, 6)}********${number.slice(14)}`;
}
