import type { Db } from '#drizzle/db.ts';
import { newIds } from '#drizzle/queries/ids.ts';
import { type KnownPerson, knownPeople } from '#drizzle/queries/ledgerPeople.ts';
import type { Write } from '#drizzle/queries/ledgerWrites.ts';
import { bump, creation, revision } from './change.ts';
import { type Context, isProblem, type LedgerWork, type RowPlan, type Staged } from './ledgerWork.ts';
import {
  blankHousehold,
  blankPerson,
  householdColumns,
  householdTold,
  identityColumns,
  identityTold,
  personColumns,
  personTold,
  type StagedPerson,
} from './personFacts.ts';
import { problem } from './problems.ts';
import { resealForPerson, sealForRow } from './seal.ts';
import { blankSpell, spellChanges, spellColumns } from './spellFacts.ts';

/** 劳动力就业台账 → household, person, identity, spells. A person is known by the ID number, a household by 户编号. */
export const peopleWork: LedgerWork<'people', StagedPerson> = {
  openStage({ batch, places, parts }) {
    const spoken = new Set<string>();
    return (row, { idNumber, ...record }) => {
      const home = places.homeOf({ idNumber, ...record });
      if (isProblem(home)) return home;
      const speaks = !spoken.has(record.householdNumber);
      spoken.add(record.householdNumber);
      return { ...record, ...sealForRow(parts, batch.id, row, idNumber), home, speaks };
    };
  },

  async plan(db, context, rows, hold) {
    const known = await knownPeople(
      db,
      {
        indexes: rows.map(({ record }) => record.idNumberIndex),
        numbers: [...new Set(rows.map(({ record }) => record.householdNumber))],
      },
      hold,
    );
    const nextId = await idMaker(db, hold ? rows.length * 3 : 0);
    const created = new Map<string, string>();
    return rows.map((staged): RowPlan => {
      const { row, record } = staged;
      const person = known.persons.get(record.idNumberIndex);
      const household = known.households.get(record.householdNumber);
      const elsewhere = [person?.settlement, household?.settlement].some(
        (code) => code !== undefined && !context.places.covers(code),
      );
      if (elsewhere) return refused(row);

      const writes: Write[] = [];
      let householdId = household?.id ?? created.get(record.householdNumber);
      if (householdId === undefined) {
        householdId = nextId();
        created.set(record.householdNumber, householdId);
        const told = { number: record.householdNumber, ...householdTold(record) };
        writes.push(creation('household', householdId, blankHousehold, told, 1));
      } else if (household && record.speaks) {
        const change = revision('household', householdId, householdColumns, household, householdTold(record));
        if (change) writes.push(change);
      }
      if (person) writes.push(...personChanges(context, record, person, householdId, nextId));
      else writes.push(...newPerson(context, staged, householdId, nextId));
      return {
        row,
        effect: person ? (writes.length > 0 ? 'changed' : 'same') : 'added',
        problems: [],
        writes,
      };
    });
  },
};

function newPerson(
  context: Context,
  { row, record }: Staged<StagedPerson>,
  household: string,
  nextId: () => string,
) {
  const { batch, parts } = context;
  const id = nextId();
  const idNumberSealed = id === '' ? '' : resealForPerson(parts, batch.id, row, record.idNumberSealed, id);
  const identity = {
    person: id,
    ...identityTold(record),
    idNumberSealed,
    idNumberIndex: record.idNumberIndex,
    idNumberMasked: record.idNumberMasked,
  };
  const spells = spellChanges(record, [], batch.day);
  return [
    creation('person', id, blankPerson, { household, ...personTold(record) }, 1),
    creation('identity', id, blankIdentity, identity, null),
    ...spells.map(({ told }) => creation('spell', nextId(), blankSpell, { ...told, person: id }, null)),
  ];
}

const blankIdentity = {
  person: '',
  name: '',
  phone: null,
  idNumberSealed: '',
  idNumberIndex: '',
  idNumberMasked: '',
};

function personChanges(
  { batch }: Context,
  record: StagedPerson,
  { person, identity, spells }: KnownPerson,
  household: string,
  nextId: () => string,
): Write[] {
  const dependants = [
    revision('identity', person.id, identityColumns, { ...identity, version: null }, identityTold(record)),
    ...spellChanges(record, spells, batch.day).map(({ spell, told }) =>
      spell
        ? revision('spell', spell.id, spellColumns, { ...spell }, told)
        : creation('spell', nextId(), blankSpell, { ...told, person: person.id }, null),
    ),
  ].filter((write) => write !== null);
  const own = revision('person', person.id, personColumns, person, { household, ...personTold(record) });
  if (own) return [own, ...dependants];
  return dependants.length > 0 ? [bump('person', person.id, personColumns, person), ...dependants] : [];
}

const refused = (row: number): RowPlan => ({
  row,
  effect: 'refused',
  problems: [problem('out_of_region', '户编号', null, '此人或此户登记在别的地区，请与当地核对后再上传')],
  writes: [],
});

/** A dry run needs no ids: it asks for none and gets empty ones. */
async function idMaker(db: Db, count: number): Promise<() => string> {
  const ids = await newIds(db, count);
  return () => ids.pop() ?? '';
}
