/**
 * Two ledgers → the engine's world, without a database. What the ledgers do not say is assumed as follows:
 * - a household counts as covered when a member is 已就业; tier by 户类型, none stated = C;
 * - 就业意愿 empty = willing, unless the reason given is 暂无意愿; no language stated = speaks Putonghua;
 * - no wish for a place stated = within the county; an employer's stability is 50 of 100;
 * - minutes: 10 within a settlement, 20 within a street, 40 within a county, no daily way beyond it;
 * - a workplace is found by the names of settlements, streets and counties in its text; a local one that
 *   names none lies somewhere in the county when the people's ledger knows only one.
 */
import { educationRank } from '#contract/codes/person.ts';
import type { Household, Person, PolicyRow, Tier, Vacancy, World } from '#matching/types.ts';
import { Places } from './places.ts';
import type { PersonRecord, VacancyRecord } from './records.ts';

export interface LedgerWorld {
  readonly world: World;
  /** person id → record; ids are P and the row */
  readonly persons: ReadonlyMap<string, PersonRecord>;
  /** vacancy id → record; ids are V and the row */
  readonly vacancies: ReadonlyMap<string, VacancyRecord>;
  /** household id (its number) → any one member, the head where known */
  readonly households: ReadonlyMap<string, PersonRecord>;
}

export interface WorldOptions {
  /** ISO day */
  readonly today: string;
  readonly policies: readonly PolicyRow[];
  /** GB/T 2260 code for people whose 县 is empty or unknown */
  readonly county: string | null;
}

export interface NumberedRecord<R> {
  readonly row: number;
  readonly record: R;
}

/** Throws UnknownCountyError when a person's county is unknown and `county` gives no other. */
export function worldOf(
  people: Iterable<NumberedRecord<PersonRecord>>,
  vacancies: Iterable<NumberedRecord<VacancyRecord>>,
  { today, policies, county }: WorldOptions,
): LedgerWorld {
  const places = new Places(county);
  const members = new Map<string, NumberedRecord<PersonRecord>[]>();
  for (const entry of people) {
    places.add(entry.record);
    const number = entry.record.householdNumber;
    const household = members.get(number);
    if (household === undefined) members.set(number, [entry]);
    else household.push(entry);
  }

  const households: Household[] = [];
  const persons: Person[] = [];
  const personRecords = new Map<string, PersonRecord>();
  const householdRecords = new Map<string, PersonRecord>();
  for (const [number, family] of members) {
    const records = family.map(({ record }) => record);
    if (!records.some(isLabourer)) continue;
    households.push(householdOf(number, records, places));
    householdRecords.set(number, records.find(({ relation }) => relation === 'head') ?? records[0]!);
    for (const { row, record } of family) {
      if (!isLabourer(record)) continue;
      const person = personOf(`P${row}`, record, places);
      persons.push(person);
      personRecords.set(person.id, record);
    }
  }
  const offered: Vacancy[] = [];
  const vacancyRecords = new Map<string, VacancyRecord>();
  for (const { row, record } of vacancies) {
    const vacancy = vacancyOf(`V${row}`, record, places);
    if (vacancy.places === 0) continue;
    offered.push(vacancy);
    vacancyRecords.set(vacancy.id, record);
  }
  return {
    world: {
      today,
      households,
      persons,
      vacancies: offered,
      settlements: places.all(),
      minutes: (from, to) => places.minutes(from, to),
      policies,
    },
    persons: personRecords,
    vacancies: vacancyRecords,
    households: householdRecords,
  };
}

const isLabourer = ({ capacity }: PersonRecord): boolean =>
  capacity === 'skilled' || capacity === 'ordinary' || capacity === 'weak';

const isEmployed = ({ employment }: PersonRecord): boolean => employment === 'employed';

const holdsPublicPost = (record: PersonRecord): boolean =>
  isEmployed(record) && record.channel === 'public_welfare';

function tierOf(family: readonly PersonRecord[]): Tier {
  if (family.some(({ householdType, monitoring }) => householdType === 'monitored' || monitoring !== null))
    return 'A';
  return family.some(({ householdType }) => householdType === 'lifted') ? 'B' : 'C';
}

function householdOf(id: string, family: readonly PersonRecord[], places: Places): Household {
  return {
    id,
    tier: tierOf(family),
    settlementId: places.home(family[0]!),
    covered: family.some(isEmployed),
    publicPosts: family.filter(holdsPublicPost).length,
  };
}

function personOf(id: string, record: PersonRecord, places: Places): Person {
  return {
    id,
    householdId: record.householdNumber,
    settlementId: places.home(record),
    birthDate: record.birthDate,
    capacity: record.capacity,
    seeking: record.willing && !isEmployed(record) && record.unemploymentReason !== 'studying',
    educationRank: educationRank(record.education ?? '90'),
    literate: record.literate,
    speaksPutonghua: record.languages.length === 0 || record.languages.includes('putonghua'),
    skills: record.skills,
    certificates: record.certificates,
    limits: record.healthLimits,
    care: record.care,
    hardToPlace: record.hardship !== null,
    publicPostsHeld: holdsPublicPost(record) ? 1 : 0,
    wishes: {
      occupations: record.wishOccupations,
      minPay: record.wishMinPay,
      maxMinutes: record.wishMaxMinutes,
      away: record.wishAway ?? 'county',
      needsLodging: record.wishLodging ?? false,
      partTimeOnly: record.wishPartTime ?? false,
      companions: [],
    },
    refused: [],
  };
}

function vacancyOf(id: string, record: VacancyRecord, places: Places): Vacancy {
  const { region, shiftStart: start, shiftEnd: end } = record;
  const settlementId = region === 'local' || region === 'county' ? places.find(record.place) : null;
  return {
    id,
    employerId: record.uscc ?? record.employer,
    kind: record.kind,
    form: record.form,
    occupation: record.occupation,
    places: Math.max(0, record.headcount - record.filled),
    settlementId,
    county: settlementId === null ? null : places.countyOf(settlementId),
    region,
    minAge: record.minAge,
    maxAge: record.maxAge,
    minEducationRank: record.minEducation === null ? 0 : educationRank(record.minEducation),
    needsLiteracy: record.needsLiteracy,
    needsPutonghua: record.needsPutonghua,
    skills: record.skills,
    certificates: record.certificates,
    strains: record.demands,
    acceptsWeak: record.acceptsWeak,
    payMin: record.monthlyMin,
    payMax: record.monthlyMax,
    hoursPerDay: record.hoursPerDay,
    shift: start === null || end === null ? null : { start, end },
    flexible: record.flexible,
    childWelcome: record.childWelcome,
    lodging: record.lodging,
    meals: record.meals,
    insurance: record.insurance,
    stability: 50,
    validUntil: record.validUntil,
  };
}
