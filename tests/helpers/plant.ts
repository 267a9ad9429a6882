import type { Role } from '#contract/codes/account.ts';
import type { ImportCounts } from '#contract/routes/imports.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { hashPassword } from '#platform/crypto.ts';

/** One city, two counties (钟山 and 水城), a settlement in each, with a grid in it; in the own one two. */
export const places = {
  province: '520000',
  city: '520200',
  own: { county: '520201', street: '520201001', settlement: '520201001-S1', grid: '520201001-S1-G1' },
  beside: { county: '520201', street: '520201001', settlement: '520201001-S1', grid: '520201001-S1-G2' },
  other: { county: '520204', street: '520204005', settlement: '520204005-S1', grid: '520204005-S1-G1' },
} as const;

/** Where a thing lies, seen from an account: its own, another's in its grid, its settlement or elsewhere; nowhere. */
export const wheres = ['own', 'same grid', 'same settlement', 'other county', 'absent'] as const;
export type Where = (typeof wheres)[number];

const spots: Partial<Record<Where, Spot>> = {
  'same settlement': places.beside,
  'other county': places.other,
};
type Spot = { readonly [level in keyof typeof places.own]: string };
export const spotOf = (where: Where): Spot => spots[where] ?? places.own;

/** Where an account of the role asks for a region by its code. */
export const regionOf = (where: Where, role?: Role): string =>
  where === 'absent' ? '529999' : spotOf(where)[role === 'grid_worker' ? 'grid' : 'county'];

export const PASSWORD = 'leye-demo-2026';
const passwordHash = hashPassword(PASSWORD);

/** Regions and settlements; call it first. */
export async function plantRegions(db: Db): Promise<void> {
  const root = `${places.province}/${places.city}/`;
  await db.insert(schema.region).values([
    { code: places.province, level: 'province', name: '贵州省', parent: null, path: `${places.province}/` },
    { code: places.city, level: 'city', name: '六盘水市', parent: places.province, path: root },
  ]);
  for (const [{ county, street, settlement, grid }, name] of [
    [places.own, '钟山'],
    [places.other, '水城'],
  ] as const) {
    const path = `${root}${county}/`;
    await db.insert(schema.region).values([
      { code: county, level: 'county', name: `${name}区`, parent: places.city, path },
      { code: street, level: 'street', name: `${name}街道`, parent: county, path: `${path}${street}/` },
      {
        code: settlement,
        level: 'settlement',
        name: `${name}安置点`,
        parent: street,
        path: `${path}${street}/${settlement}/`,
      },
      {
        code: grid,
        level: 'grid',
        name: '一网格',
        parent: settlement,
        path: `${path}${street}/${settlement}/${grid}/`,
      },
    ]);
    if (settlement === places.own.settlement) {
      const { grid: code } = places.beside;
      const below = `${path}${street}/${settlement}/${code}/`;
      await db
        .insert(schema.region)
        .values({ code, level: 'grid', name: '二网格', parent: settlement, path: below });
    }
    await db.insert(schema.settlement).values({ code: settlement, county, street, lat: 26.6, lng: 104.8 });
    await db.insert(schema.travel).values({ from: settlement, to: settlement, minutes: 8 });
  }
}

let made = 0;
const unique = () => ++made;

/** An account that signs in with PASSWORD. */
export async function plantAccount(
  db: Db,
  role: Role,
  region: string,
  extra: Partial<typeof schema.account.$inferInsert> = {},
) {
  const login = `${role}-${unique()}`;
  const [row] = await db
    .insert(schema.account)
    .values({ login, name: '测试员', passwordHash: await passwordHash, role, region, ...extra })
    .returning();
  return row!;
}

type PersonValues = Partial<typeof schema.person.$inferInsert> & { name?: string };

/** A household at a settlement with its members, the first of whom is its head. */
export async function plantHousehold(
  db: Db,
  { settlement, grid }: { settlement: string; grid: string },
  members: readonly PersonValues[] = [{}],
  extra: Partial<typeof schema.household.$inferInsert> = {},
) {
  const [household] = await db
    .insert(schema.household)
    .values({ number: `H${String(unique()).padStart(6, '0')}`, type: 'lifted', settlement, grid, ...extra })
    .returning();
  const people = [];
  for (const [i, { name = '张建明', ...values }] of members.entries()) {
    const [person] = await db
      .insert(schema.person)
      .values({
        household: household!.id,
        relation: i === 0 ? 'head' : 'child',
        birthDate: '1985-05-01',
        capacity: 'ordinary',
        employment: 'unemployed',
        ...values,
      })
      .returning();
    await db.insert(schema.personIdentity).values({ person: person!.id, name, phone: '13800001234' });
    people.push(person!);
  }
  return { household: household!, people };
}

/** A published vacancy of a verified employer. */
export async function plantVacancy(
  db: Db,
  settlement: string,
  extra: Partial<typeof schema.vacancy.$inferInsert> = {},
) {
  const [employer] = await db
    .insert(schema.employer)
    .values({ name: `车间${unique()}`, kind: 'workshop', status: 'verified', region: settlement, settlement })
    .returning();
  const [vacancy] = await db
    .insert(schema.vacancy)
    .values({
      employer: employer!.id,
      title: '缝纫工',
      kind: 'workshop',
      form: 'full_time',
      occupation: '6-05-01-03',
      content: '缝制校服',
      headcount: 5,
      status: 'published',
      region: 'local',
      settlement,
      payBasis: 'monthly',
      payMin: 2800,
      payMax: 3500,
      monthlyMin: 2800,
      monthlyMax: 3500,
      hoursPerDay: 8,
      shiftStart: 510,
      shiftEnd: 990,
      ...extra,
    })
    .returning();
  return { employer: employer!, vacancy: vacancy! };
}

/** A spell of work that has not ended. */
export const plantSpell = (
  db: Db,
  person: string,
  startedOn: string,
  extra: Partial<typeof schema.spell.$inferInsert> = {},
) => db.insert(schema.spell).values({ person, startedOn, channel: 'workshop', region: 'local', ...extra });

type Run = typeof schema.matchingRun.$inferInsert;

/** A finished run in force, with nothing in it. */
export async function plantRun(db: Db, region: string, extra: Partial<Run> = {}) {
  const none = { A: 0, B: 0, C: 0 };
  const [run] = await db
    .insert(schema.matchingRun)
    .values({
      region,
      status: 'done',
      current: true,
      today: '2026-11-22',
      progress: 100,
      totals: {
        zeroBefore: none,
        covered: none,
        employed: 0,
        uncovered: 0,
        seekers: 0,
        placed: 0,
        public: 0,
        score: 0,
        openPlaces: 0,
        byKind: {
          workshop: 0,
          social_enterprise: 0,
          public_welfare: 0,
          market: 0,
          labour_export: 0,
          home_work: 0,
        },
      },
      certificate: { valid: true, value: '0', dualBound: '0' },
      policyRows: [],
      finishedAt: new Date(),
      ...extra,
    })
    .returning();
  return run!;
}

/** What a check counts in an empty file. */
export const noCounts: ImportCounts = {
  rows: 0,
  valid: 0,
  invalid: 0,
  added: 0,
  changed: 0,
  same: 0,
  groups: 0,
  problems: [],
  unknownColumns: [],
  missingColumns: [],
};

/** A batch that was uploaded and is in some state. */
export async function plantImport(
  db: Db,
  region: string,
  uploadedBy: string,
  extra: Partial<typeof schema.importBatch.$inferInsert> = {},
) {
  const [batch] = await db
    .insert(schema.importBatch)
    .values({
      kind: 'people',
      fileName: '台账.csv',
      fileHash: '0'.repeat(64),
      fileSize: 10,
      status: 'checked',
      region,
      uploadedBy,
      ...extra,
    })
    .returning();
  return batch!;
}
