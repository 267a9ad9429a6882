import { eq, type SQL, sql } from 'drizzle-orm';
import { courseClass, household, provider } from '../../schema/index.ts';
import type { Caller } from '../accounts.ts';
import { within } from '../scope.ts';

/**
 * What of training a caller may see, as conditions over the tables named; whatever lies outside is absent.
 * A provider sees its own, staff what is held in or for their region.
 */
export const reachesProvider = (caller: Caller): SQL =>
  caller.role === 'provider' ? eq(provider.account, caller.id) : within(provider.region, caller.region);

/** Over `courseClass` joined with `provider`. */
export const reachesClass = (caller: Caller): SQL =>
  caller.role === 'provider'
    ? eq(provider.account, caller.id)
    : within(sql`coalesce(${courseClass.settlement}, ${provider.region})`, caller.region);

/** Over `household`: whose people a member of staff serves. */
export const servesHousehold = (caller: Caller): SQL =>
  within(sql`coalesce(${household.grid}, ${household.settlement})`, caller.region);
