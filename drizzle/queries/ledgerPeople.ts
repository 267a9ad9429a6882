import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { household, person, personIdentity, spell } from '../schema/index.ts';

export type HouseholdRow = typeof household.$inferSelect;
export type PersonRow = typeof person.$inferSelect;
export type IdentityRow = typeof personIdentity.$inferSelect;
export type SpellRow = typeof spell.$inferSelect;

export interface KnownPerson {
  readonly person: PersonRow;
  readonly identity: IdentityRow;
  /** settlement of the household the person belongs to now */
  readonly settlement: string;
  /** oldest first */
  readonly spells: SpellRow[];
}

/** What the database knows of the people a piece of a ledger speaks of. */
export interface KnownPeople {
  /** by blind index of the ID number */
  readonly persons: ReadonlyMap<string, KnownPerson>;
  /** by 户编号 */
  readonly households: ReadonlyMap<string, HouseholdRow>;
}

/** @param lock holds what is found until the transaction ends */
export async function knownPeople(
  db: Db,
  { indexes, numbers }: { readonly indexes: readonly string[]; readonly numbers: readonly string[] },
  lock: boolean,
): Promise<KnownPeople> {
  if (indexes.length === 0) return { persons: new Map(), households: new Map() };
  const byNumber = db
    .select()
    .from(household)
    .where(inArray(household.number, [...numbers]))
    .orderBy(asc(household.id));
  const households = await (lock ? byNumber.for('update') : byNumber);
  const byIndex = db
    .select({ person, identity: personIdentity, settlement: household.settlement })
    .from(personIdentity)
    .innerJoin(person, eq(person.id, personIdentity.person))
    .innerJoin(household, eq(household.id, person.household))
    .where(inArray(personIdentity.idNumberIndex, [...indexes]))
    .orderBy(asc(person.id));
  const found = await (lock ? byIndex.for('update', { of: person }) : byIndex);
  const ids = found.map((row) => row.person.id);
  const spells =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(spell)
          .where(inArray(spell.person, ids))
          .orderBy(asc(spell.startedOn), asc(spell.id));
  const byPerson = Map.groupBy(spells, (row) => row.person);
  return {
    persons: new Map(
      found.map((row) => [
        row.identity.idNumberIndex!,
        { ...row, spells: byPerson.get(row.person.id) ?? [] },
      ]),
    ),
    households: new Map(households.map((row) => [row.number, row])),
  };
}

/** Ids of everybody in the households of these people. */
export async function householdMembers(db: Db, persons: readonly string[]): Promise<string[]> {
  if (persons.length === 0) return [];
  const households = db
    .select({ household: person.household })
    .from(person)
    .where(inArray(person.id, [...persons]));
  const rows = await db.select({ id: person.id }).from(person).where(inArray(person.household, households));
  return rows.map(({ id }) => id);
}
