import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { household, person, region, spell } from '../schema/index.ts';
import { isEmployed, isLabourer, isOfferedIn, isOpen, isZeroEmployment, today } from './conditions.ts';
import type { Scope } from './scope.ts';

/** Raw counts of one region, made from facts. Shares are formed from these sums, never from other shares. */
export interface Counts {
  readonly households: number;
  /** households with ≥1 labourer */
  readonly householdsWithLabour: number;
  /** of these, households with ≥1 member in work */
  readonly householdsCovered: number;
  readonly labourers: number;
  /** labourers in work */
  readonly employed: number;
  /** of these, in the same verified spell for ≥3 and ≥6 months */
  readonly stable3: number;
  readonly stable6: number;
  /** of these, in a public-welfare post */
  readonly inPublicPosts: number;
  readonly zeroEmployment: number;
  /** zero-employment households a current plan covers */
  readonly zeroPlanned: number;
  readonly openPlaces: number;
}

/** Counts of a region in all, and of each region one level below that has households or open places. */
export interface RegionCounts {
  readonly total: Counts;
  readonly below: ReadonlyMap<string, Counts>;
}

/** What a region without households and places counts. */
export const noCounts: Counts = {
  households: 0,
  householdsWithLabour: 0,
  householdsCovered: 0,
  labourers: 0,
  employed: 0,
  stable3: 0,
  stable6: 0,
  inPublicPosts: 0,
  zeroEmployment: 0,
  zeroPlanned: 0,
  openPlaces: 0,
};

/** @param scope the region to count, everything below it included; a person counts once, at the settlement */
export async function countRegion(db: Db, scope: Scope): Promise<RegionCounts> {
  const level = scope.path.split('/').length;
  const child = sql`nullif(split_part(r.path, '/', ${sql.raw(String(level))}), '')`;
  const inScope = sql`r.path like ${`${scope.path}%`}`;
  // One after the other: both are heavy, and a caller has one connection.
  const people = await db.execute<PeopleRow>(householdCounts(child, inScope));
  const places = await db.execute<PlacesRow>(placeCounts(child, scope));

  const counts = new Map<string | null, Counts>();
  for (const { code, total, ...row } of people) counts.set(total ? TOTAL : code, { ...row, openPlaces: 0 });
  for (const { code, total, openPlaces } of places) {
    const key = total ? TOTAL : code;
    counts.set(key, { ...(counts.get(key) ?? noCounts), openPlaces });
  }
  const total = counts.get(TOTAL) ?? noCounts;
  counts.delete(TOTAL);
  counts.delete(null); // households that lie at no region below, e.g. without a grid: only in the total
  return { total, below: counts as Map<string, Counts> };
}

/** The key of the sum over everything; no region is called that. */
const TOTAL = '*';

interface Grouped extends Record<string, unknown> {
  readonly code: string | null;
  /** the row that sums up the others */
  readonly total: boolean;
}
type PeopleRow = Grouped & Omit<Counts, 'openPlaces'>;
type PlacesRow = Grouped & Pick<Counts, 'openPlaces'>;

/** 稳定就业 counts verified spells only, from the day they began. */
const stableFor = (months: number): SQL => sql`exists (
  select 1 from ${spell} s where s.person = ${person.id} and s.verified_on is not null
    and s.started_on <= ${today} - make_interval(months => ${sql.raw(String(months))})
    and (s.ended_on is null or s.ended_on >= ${today}))`;

const inPublicPost = sql`exists (
  select 1 from ${spell} s where s.person = ${person.id} and s.channel = 'public_welfare'
    and s.started_on <= ${today} and (s.ended_on is null or s.ended_on >= ${today}))`;

const isZeroPlanned = sql`exists (
  select 1 from run_household rh join matching_run m on m.id = rh.run
  where m.current and rh.household = ${household.id} and rh.outcome = 'covered')`;

const householdCounts = (child: SQL, inScope: SQL) => sql`
  with members as (
    select ${person.household} as id,
      count(*) filter (where ${isLabourer}) as labourers,
      count(*) filter (where ${isLabourer} and ${isEmployed}) as employed,
      count(*) filter (where ${isLabourer} and ${stableFor(3)}) as stable3,
      count(*) filter (where ${isLabourer} and ${stableFor(6)}) as stable6,
      count(*) filter (where ${isLabourer} and ${inPublicPost}) as in_public_posts,
      bool_or(${isEmployed}) as covered
    from ${person} where ${person.household} in (
      select ${household.id} from ${household}
      join ${region} r on r.code = coalesce(${household.grid}, ${household.settlement}) where ${inScope})
    group by 1
  ), counted as (
    select ${child} as code, coalesce(m.labourers, 0) as labourers, m.employed, m.stable3, m.stable6, m.in_public_posts,
      m.covered, ${isZeroEmployment} as zero, ${isZeroPlanned} as planned
    from ${household}
    join ${region} r on r.code = coalesce(${household.grid}, ${household.settlement})
    left join members m on m.id = ${household.id}
    where ${inScope}
  )
  select code, grouping(code) = 1 as total,
    count(*)::int as households,
    count(*) filter (where labourers > 0)::int as "householdsWithLabour",
    count(*) filter (where labourers > 0 and covered)::int as "householdsCovered",
    coalesce(sum(labourers), 0)::int as labourers,
    coalesce(sum(employed), 0)::int as employed,
    coalesce(sum(stable3), 0)::int as stable3,
    coalesce(sum(stable6), 0)::int as stable6,
    coalesce(sum(in_public_posts), 0)::int as "inPublicPosts",
    count(*) filter (where zero)::int as "zeroEmployment",
    count(*) filter (where zero and planned)::int as "zeroPlanned"
  from counted group by rollup (code)`;

/** Those offered to a region around the one counted lie at none below it: they are in the total only. */
const placeCounts = (child: SQL, scope: Scope) => sql`
  with open as (
    select ${child} as code, vacancy.headcount - vacancy.filled as places
    from vacancy join employer on employer.id = vacancy.employer
    left join ${region} r on r.code = coalesce(vacancy.settlement, vacancy.region_code)
    where ${isOpen} and ${isOfferedIn(scope)}
  )
  select code, grouping(code) = 1 as total, coalesce(sum(places), 0)::int as "openPlaces"
  from open group by rollup (code)`;
