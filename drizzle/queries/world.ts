import { type SQL, sql } from 'drizzle-orm';
import type { WorldHousehold, WorldPerson, WorldPolicy, WorldVacancy } from '#contract/world.ts';
import type { Db } from '../db.ts';
import { isEmployed, isLabourer, isOfferedIn, isOpen, isSeeking, today } from './conditions.ts';
import type { Scope } from './scope.ts';

/**
 * What a matching run reads. Names, ID numbers, sex and ethnicity are not among it: what is absent cannot be
 * preferred. Everything comes in the order of ids, so that equal worlds give equal digests.
 */

/** Every household in scope that has labour. */
export const worldHouseholds = (db: Db, scope: Scope) =>
  householdsWhere(db, settled('household.settlement', scope));

/** The households of these people. */
export const householdsOf = (db: Db, persons: readonly string[]) =>
  householdsWhere(
    db,
    sql`household.id in (select p.household from person p where p.id in ${listOf(persons)})`,
  );

const householdsWhere = (db: Db, where: SQL) =>
  read<WorldHousehold>(
    db,
    sql`select household.id, household.settlement, household.max_away as "maxAway",
      case when household.type = 'monitored' or household.monitoring is not null then 'A'
        when household.type = 'lifted' then 'B' else 'C' end as tier,
      bool_or(${isEmployed}) as employed,
      coalesce(sum((select count(*) from spell where spell.person = person.id
        and spell.channel = 'public_welfare' and ${spellHolds})), 0)::int as "publicPosts"
    from household join person on person.household = household.id
    where ${where}
    group by household.id having bool_or(${isLabourer}) order by household.id`,
  );

/** Every labourer in scope, seeking or not: companions may already have a job. */
export const worldPersons = (db: Db, scope: Scope) =>
  personsWhere(db, settled('household.settlement', scope));

export const personsByIds = (db: Db, ids: readonly string[]) =>
  personsWhere(db, sql`person.id in ${listOf(ids)}`);

/**
 * Who looks for work in scope, may be found, and has not yet to do with the vacancy. Consent to be found is
 * presumed with the wish for work; the newest `be_found` row says otherwise when it is revoked.
 */
export const seekersFor = (db: Db, scope: Scope, vacancy: string) =>
  personsWhere(
    db,
    sql`${isSeeking} and ${settled('household.settlement', scope)}
      and not exists (select 1 from application where application.person = person.id
        and application.vacancy = ${vacancy} and application.status not in ('refused', 'withdrawn', 'obsolete'))
      and not coalesce((select consent.revoked_at is not null from consent where consent.person = person.id
        and consent.kind = 'be_found' order by consent.id desc limit 1), false)`,
  );

const personsWhere = (db: Db, where: SQL) =>
  read<WorldPerson>(
    db,
    sql`select person.id, person.household, household.settlement, person.birth_date::text as "birthDate",
      person.capacity, ${isSeeking} as seeking, person.education, person.literate,
      'putonghua' = any(person.languages) as putonghua, person.skills, person.certificates,
      person.health_limits as limits, person.care_kind as "careKind", person.care_free_from as "careFreeFrom",
      person.care_free_until as "careFreeUntil", person.hardship is not null as "hardToPlace",
      person.wish_occupations as "wishOccupations", person.wish_min_pay as "wishMinPay",
      person.wish_max_minutes as "wishMaxMinutes", person.wish_away as "wishAway",
      person.wish_lodging as "wishLodging", person.wish_part_time as "wishPartTime",
      person.wish_companions as companions,
      (select vacancy.employer from spell join vacancy on vacancy.id = spell.vacancy
        where spell.person = person.id and ${spellHolds} order by spell.id limit 1) as employer,
      (select count(*)::int from spell where spell.person = person.id and spell.channel = 'public_welfare')
        as "publicPostsHeld",
      array(select distinct refusal.vacancy from refusal where refusal.person = person.id order by 1) as refused
    from person join household on household.id = person.household
    where ${isLabourer} and ${where} order by person.id`,
  );

/** Published, valid vacancies with a free place that lie in scope, or are offered to a region around it. */
export const worldVacancies = (db: Db, scope: Scope) =>
  vacanciesWhere(db, sql`${isOpen} and ${isOfferedIn(scope)}`);

/** In whatever state they are. */
export const vacanciesAsWorld = (db: Db, ids: readonly string[]) =>
  vacanciesWhere(db, sql`vacancy.id in ${listOf(ids)}`);

const vacanciesWhere = (db: Db, where: SQL) =>
  read<WorldVacancy>(
    db,
    sql`select vacancy.id, vacancy.employer, vacancy.kind, vacancy.form, vacancy.occupation,
      vacancy.headcount - vacancy.filled as places, vacancy.settlement,
      coalesce(settlement.county, case when vacancy.region_code not like '____00%' then left(vacancy.region_code, 6) end)
        as county,
      vacancy.region, vacancy.min_age as "minAge", vacancy.max_age as "maxAge",
      vacancy.min_education as "minEducation", vacancy.needs_literacy as "needsLiteracy",
      vacancy.needs_putonghua as "needsPutonghua", vacancy.skills, vacancy.certificates, vacancy.demands,
      vacancy.accepts_weak as "acceptsWeak", vacancy.monthly_min as "monthlyMin",
      vacancy.monthly_max as "monthlyMax", vacancy.hours_per_day as "hoursPerDay",
      vacancy.shift_start as "shiftStart", vacancy.shift_end as "shiftEnd", vacancy.flexible,
      vacancy.child_welcome as "childWelcome", vacancy.lodging, vacancy.meals, vacancy.insurance,
      round(employer.stability * (0.5 + coalesce(employer.answer_rate, 100) / 200.0))::int as stability,
      vacancy.valid_until::text as "validUntil"
    from vacancy join employer on employer.id = vacancy.employer
      left join region r on r.code = coalesce(vacancy.settlement, vacancy.region_code)
      left join settlement on settlement.code = vacancy.settlement
    where ${where}
    order by vacancy.id`,
  );

/** Every settlement with its county: vacancies may lie outside the scope. */
export const worldSettlements = (db: Db) =>
  read<{ id: string; county: string }>(db, sql`select code as id, county from settlement order by code`);

/** One-way minutes; pairs without a daily journey are absent. */
export const worldTravel = (db: Db) =>
  read<{ from: string; to: string; minutes: number }>(
    db,
    sql`select "from", "to", minutes from travel order by "from", "to"`,
  );

export const worldPolicies = (db: Db) =>
  read<WorldPolicy>(
    db,
    sql`select id, key, region, value, unit, valid_from::text as "validFrom", valid_to::text as "validTo",
      document_number as "documentNumber" from policy order by id`,
  );

const spellHolds = sql`spell.started_on <= ${today} and (spell.ended_on is null or spell.ended_on >= ${today})`;

/** An empty list holds nobody. */
const listOf = (ids: readonly string[]): SQL =>
  ids.length === 0
    ? sql`(null)`
    : sql`(${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`;

const settled = (column: string, scope: Scope): SQL =>
  sql`${sql.raw(column)} in (select region.code from region where region.path like ${`${scope.path}%`})`;

async function read<T>(db: Db, query: SQL): Promise<T[]> {
  return (await db.execute(query)) as unknown as T[];
}
