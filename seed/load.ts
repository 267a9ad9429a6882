import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { maskIdNumber } from '#contract/identifiers.ts';
import type { Db } from '#drizzle/db.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import * as tables from '#drizzle/schema/index.ts';
import { blindIndex, encryptField, type FieldKeys } from '#platform/crypto.ts';
import { FIRST_VERSION, occupationWords } from './reference/words/index.ts';
import type { IdentityRow, WorldRows } from './world/rows.ts';

/** Keys that seal ID numbers; the shape of the same names in `Env`. */
export interface SealKeys {
  readonly fieldKeys: FieldKeys;
  readonly blindIndexKey: Buffer;
}

/** True when no household is there yet. */
export async function isEmptyWorld(db: Db): Promise<boolean> {
  const [household] = await db.select({ id: tables.household.id }).from(tables.household).limit(1);
  return household === undefined;
}

/** Takes out every row, the audit trail among them: for demo worlds, which belong to nobody. */
export async function clearWorld(db: Db): Promise<void> {
  const names = Object.values(tables)
    .filter((table) => is(table, PgTable))
    .map((table) => sql.identifier(getTableName(table)));
  await db.execute(sql`truncate ${sql.join(names, sql`, `)}`);
}

/**
 * Writes a world into an empty, migrated database: all of it in one transaction, with one audit row and
 * one event that has the search indexes rebuilt.
 * @throws the driver's error when rows are there already (unique keys)
 */
export async function loadWorld(db: Db, world: WorldRows, keys: SealKeys): Promise<void> {
  await db.transaction(async (db) => {
    await insertMany(db, tables.region, world.regions);
    await insertMany(db, tables.settlement, world.settlements);
    await insertMany(db, tables.travel, world.travel);
    await insertMany(db, tables.building, world.buildings);
    await insertMany(db, tables.policy, world.policies);
    await db.insert(tables.taxonomyVersion).values({ number: FIRST_VERSION, note: '初始词表' });
    await insertMany(db, tables.occupationWord, occupationWords);
    await insertMany(db, tables.household, world.households);
    await insertMany(db, tables.person, world.persons);
    await insertMany(
      db,
      tables.personIdentity,
      world.identities.map((identity) => sealIdentity(identity, keys)),
    );
    await insertMany(db, tables.employer, world.employers);
    await insertMany(db, tables.vacancy, world.vacancies);
    await insertMany(db, tables.spell, world.spells);
    await insertMany(db, tables.refusal, world.refusals);
    await insertMany(db, tables.provider, world.providers);
    await insertMany(db, tables.course, world.courses);
    await insertMany(db, tables.courseClass, world.classes);
    await insertMany(db, tables.classCommitment, world.commitments);
    await insertMany(db, tables.enrolment, world.enrolments);
    await insertMany(db, tables.attendance, world.attendance);
    await insertMany(db, tables.awardedCertificate, world.awarded);
    await insertMany(db, tables.voucher, world.vouchers);
    await recordAudit(db, {
      actor: null,
      action: 'world.seeded',
      subject: 'world',
      region: '520200',
      details: { households: world.households.length, persons: world.persons.length, today: world.today },
    });
    await emit(db, 'search.rebuild', { index: 'all' });
  });
}

/** Plans of a database that has just been filled are bad until its tables have been looked at. */
export async function analyse(db: Db): Promise<void> {
  await db.execute(sql`analyze`);
}

function sealIdentity(
  { person, name, phone, idNumber }: IdentityRow,
  { fieldKeys, blindIndexKey }: SealKeys,
) {
  return {
    person,
    name,
    phone,
    idNumberSealed: encryptField(fieldKeys, `person:${person}:id_number`, idNumber),
    idNumberIndex: blindIndex(blindIndexKey, 'id_number', idNumber),
    idNumberMasked: maskIdNumber(idNumber),
  };
}
