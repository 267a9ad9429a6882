import { sql } from 'drizzle-orm';
import { household, person, vacancy } from '../schema/index.ts';
import type { Scope } from './scope.ts';

/**
 * The statuses everything is counted by, derived from facts in this one place. Use them in a query over
 * `person` (and `household` where named); "today" is the database's day in Asia/Shanghai.
 */
export const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/** 劳动力: a person assessed as able, wholly or in part. Never derived from age. */
export const isLabourer = sql<boolean>`${person.capacity} in ('skilled', 'ordinary', 'weak')`;

/** 已就业: an employment spell that has begun and not ended. */
export const isEmployed = sql<boolean>`exists (
  select 1 from spell s
  where s.person = ${person.id} and s.started_on <= ${today} and (s.ended_on is null or s.ended_on >= ${today}))`;

/** In want of a post: a labourer, willing, and without a job today. */
export const isSeeking = sql<boolean>`(${isLabourer} and ${person.willing} and not ${isEmployed})`;

/** 零就业家庭: at least one labourer who is willing, and no member with a job today. */
export const isZeroEmployment = sql<boolean>`(
  exists (
    select 1 from person able
    where able.household = ${household.id} and able.willing and able.capacity in ('skilled', 'ordinary', 'weak'))
  and not exists (
    select 1 from person member join spell s on s.person = member.id
    where member.household = ${household.id}
      and s.started_on <= ${today} and (s.ended_on is null or s.ended_on >= ${today})))`;

/** Published, valid, with a free place. */
export const isOpenVacancy = sql<boolean>`(${vacancy.status} = 'published' and ${vacancy.filled} < ${vacancy.headcount}
  and (${vacancy.validUntil} is null or ${vacancy.validUntil} >= ${today}))`;

/** 空缺岗位: open, of an employer nobody has suspended. Over `vacancy` and `employer`. */
export const isOpen = sql<boolean>`(${isOpenVacancy} and employer.status <> 'suspended')`;

/** Lies in scope, or is offered to a region around it. Over `vacancy`; `r` is its region, absent = offered everywhere. */
export const isOfferedIn = ({ path }: Scope) => sql<boolean>`(
  r.path is null or r.path like ${`${path}%`} or ${path} like r.path || '%')`;
