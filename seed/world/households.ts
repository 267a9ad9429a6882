import { addDays } from '../clock.ts';
import { mobile } from '../identifiers.ts';
import type { Random } from '../random.ts';
import { careNeeded, carerAmong } from './care.ts';
import { composeFamily, type Member, male } from './family.ts';
import { nameFamily } from './naming.ts';
import { originOf } from './origin.ts';
import { buildPerson, type Standing } from './persons.ts';
import { flatOf, type Place } from './places.ts';
import type { HouseholdPlan } from './plan.ts';
import type { HouseholdRow, IdentityRow, PersonRow } from './rows.ts';

export interface BuiltHousehold {
  readonly row: HouseholdRow;
  readonly members: readonly {
    readonly member: Member;
    readonly row: PersonRow;
    readonly identity: IdentityRow;
  }[];
}

/** What a household needs from the world around it. */
export interface Surroundings {
  readonly today: string;
  readonly uuid: () => string;
  readonly issueId: (birthDate: string, male: boolean) => string;
  /** grid worker or cadre who answers for the household (帮扶责任人) */
  readonly responsible: (grid: string) => string;
}

/** One household: who lives there, who works, who cares for whom, who seeks. */
export function buildHousehold(
  random: Random,
  plan: HouseholdPlan,
  place: Place,
  nth: number,
  number: string,
  around: Surroundings,
): BuiltHousehold {
  const { today, uuid } = around;
  const family = composeFamily(random, plan.labourers, plan.dependents);
  const names = nameFamily(random, family, Number(today.slice(0, 4)));
  const standings = standingsOf(random, plan, family);
  const care = careNeeded(random, family);
  const jobless = family.filter((_, i) => standings[i] === 'seeking' || standings[i] === 'idle');
  const carer = care && carerAmong(random, jobless);
  const householdId = uuid();
  const sharedPhone = mobile(random);

  const members = family.map((member, i) => {
    const birthDate = addDays(today, -Math.floor(member.age * 365.2425) - random.int(1, 363));
    const row = buildPerson(random, {
      id: uuid(),
      householdId,
      member,
      birthDate,
      ethnicity: names[i]!.ethnicity,
      standing: standings[i]!,
      care: member === carer ? care : null,
      ofZeroHousehold: plan.standing === 'zero',
      monitored: plan.type === 'monitored',
      today,
    });
    const identity: IdentityRow = {
      person: row.id,
      name: names[i]!.name,
      phone: phoneOf(random, member, sharedPhone),
      idNumber: around.issueId(birthDate, member.sex === male),
    };
    return { member, row, identity };
  });

  const { building, door } = flatOf(place, nth);
  return {
    members: bindCouple(random, members),
    row: {
      id: householdId,
      number,
      type: plan.type,
      monitoring: plan.monitoring,
      settlement: place.code,
      grid: building.grid,
      building: building.code,
      door,
      origin: originOf(random, place),
      twoHomes: random.chance(0.09),
      allAway: plan.dependents === 0 && plan.employed === plan.labourers && random.chance(0.2),
      // Someone must be home at night where a small child or a sick member lives.
      maxAway: care !== null && plan.labourers > 1 && random.chance(0.3) ? plan.labourers - 1 : null,
      responsible: around.responsible(building.grid),
    },
  };
}

/** Who holds the household's jobs, and what the others want; exactly as many employed as planned. */
function standingsOf(random: Random, plan: HouseholdPlan, family: readonly Member[]): Standing[] {
  const labourers = family.filter(({ role }) => role === 'labourer');
  const order = labourers
    .map((member) => ({ member, key: random.next() * employability(member) }))
    .sort((a, b) => b.key - a.key);
  const employed = new Set(order.slice(0, plan.employed).map(({ member }) => member));
  // A zero-employment household has at least one who can and wants to work.
  const willing = plan.standing === 'zero' ? order[0]!.member : null;
  return family.map((member): Standing => {
    if (member.role !== 'labourer') return 'dependent';
    if (employed.has(member)) return 'employed';
    if (member === willing) return 'seeking';
    if (plan.standing === 'idle') return random.chance(0.25) ? 'unknown' : 'idle';
    return random.weighted<Standing>([
      ['seeking', 63],
      ['idle', 32],
      ['unknown', 5],
    ]);
  });
}

/** The middle years find work first; the very young and the old come last. */
const employability = ({ age, sex }: Member): number =>
  (age < 20 ? 0.5 : age < 48 ? 1 : age < 56 ? 0.75 : 0.45) * (sex === male ? 1 : 0.8);

/** Most adults have a phone of their own; some families share one; small children have none. */
function phoneOf(random: Random, { age }: Member, shared: string): string | null {
  if (age < 14) return null;
  if (age >= 70) return random.chance(0.5) ? shared : null;
  return random.chance(0.86) ? mobile(random) : shared;
}

/** Couples who both look for work away from home like to go together (夫妻同厂). */
function bindCouple(random: Random, members: BuiltHousehold['members']): BuiltHousehold['members'] {
  const couple = members.filter(
    ({ member, row }) =>
      (member.relation === 'head' || member.relation === 'spouse') &&
      row.willing &&
      row.employment === 'unemployed' &&
      (row.wishAway === 'province' || row.wishAway === 'anywhere'),
  );
  const [one, two] = couple;
  if (!one || !two || !random.chance(0.6)) return members;
  return members.map((entry) => {
    const partner = entry === one ? two : entry === two ? one : null;
    return partner ? { ...entry, row: { ...entry.row, wishCompanions: [partner.row.id] } } : entry;
  });
}
