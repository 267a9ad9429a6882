import type { Occupation } from '#contract/codes/occupation.ts';
import { ageOn } from '#contract/identifiers.ts';
import { addDays } from '../clock.ts';
import type { Employers } from './employers.ts';
import type { Place } from './places.ts';
import type { HouseholdRow, PersonRow, VacancyRow } from './rows.ts';

interface Ground {
  readonly today: string;
  readonly uuid: () => string;
  readonly places: readonly Place[];
  readonly employers: Employers;
  readonly households: readonly HouseholdRow[];
  readonly persons: readonly PersonRow[];
  readonly vacancies: readonly VacancyRow[];
}

/** What a workshop beside the flats takes people on for while children are at school, given they can do it. */
interface Craft {
  readonly occupation: Occupation;
  readonly title: string;
  readonly content: string;
  readonly skills: readonly Occupation[];
}

const crafts: readonly Craft[] = [
  {
    occupation: '6-05-01-03',
    title: '校服缝纫工（顾家班）',
    content: '操作电动缝纫机缝制校服部件，坐着做，接送孩子的时间留出来。要会踩机子，交货急，没有师傅带。',
    skills: ['6-05-01-03', '4-10-02-01'],
  },
  {
    occupation: '6-09-03-11',
    title: '绣片绣娘（顾家班）',
    content: '按图案绣制服饰绣片，坐着做，接送孩子的时间留出来。要会基本针法，绣片按等级计价。',
    skills: ['6-09-03-11'],
  },
];

/**
 * The case that proves training by demand: where several zero-employment families live, those who seek can only sit,
 * are bound to school hours and to the neighbourhood, and the workshop that would suit asks for a craft they lack.
 * Posts are moved from elsewhere, so that no total of the city changes.
 */
export function leaveUntaught(ground: Ground): { persons: PersonRow[]; vacancies: VacancyRow[] } {
  const changed = new Map<string, PersonRow>();
  const vacancies = [...ground.vacancies];
  for (const [i, { place, seekers }] of zeroHouseholds(ground).slice(0, crafts.length).entries()) {
    const craft = crafts[i]!;
    const posts = new Set(seekers.map(({ household }) => household)).size + 1;
    const from = vacancies.findIndex(
      ({ status, region, headcount, filled }) =>
        status === 'published' && region !== 'local' && headcount - (filled ?? 0) > posts,
    );
    const giver = vacancies[from];
    if (!giver) continue;
    vacancies[from] = { ...giver, headcount: giver.headcount - posts };
    vacancies.push(schoolHoursPost(ground, place, craft, posts));
    for (const person of seekers) changed.set(person.id, bound(person, craft, ground.today));
  }
  return { persons: ground.persons.map((person) => changed.get(person.id) ?? person), vacancies };
}

/** Settlements by how many zero-employment families live there, at least two, with those of them who seek. */
function zeroHouseholds({ places, households, persons }: Ground) {
  const settlement = new Map(households.map(({ id, settlement }) => [id, settlement]));
  const seekers = [...Map.groupBy(persons, ({ household }) => household).values()]
    .filter((members) => members.every(({ employment }) => employment !== 'employed'))
    .map((members) =>
      members.filter(
        ({ willing, capacity }) => willing && ['skilled', 'ordinary', 'weak'].includes(capacity),
      ),
    )
    .filter((members) => members.length > 0);
  const bySettlement = Map.groupBy(seekers, ([first]) => settlement.get(first!.household)!);
  return places
    .map((place) => ({ place, families: bySettlement.get(place.code) ?? [] }))
    .filter(({ families }) => families.length >= 2)
    .toSorted((a, b) => b.families.length - a.families.length || (a.place.code < b.place.code ? -1 : 1))
    .map(({ place, families }) => ({ place, seekers: families.flat() }));
}

const SCHOOL_HOURS = { from: 8 * 60 + 30, until: 16 * 60 } as const;

function bound(person: PersonRow, { occupation, skills }: Craft, today: string): PersonRow {
  const teaches: readonly string[] = [...skills, 'HOME-SEWING', 'HOME-WEAVING'];
  return {
    ...person,
    capacity: 'ordinary',
    skills: person.skills.filter((code) => code.startsWith('HOME-') && !teaches.includes(code)),
    certificates: [],
    healthLimits: ['heavy_lifting', 'long_standing', 'dust', 'heights', 'night'],
    careKind: person.careKind ?? (ageOn(person.birthDate!, today) < 50 ? 'child' : 'elder'),
    careFreeFrom: SCHOOL_HOURS.from,
    careFreeUntil: SCHOOL_HOURS.until,
    hardship: null,
    unemploymentReason: 'no_skill',
    wishTraining: true,
    wishOccupations: [occupation],
    wishMinPay: 2600,
    wishMaxMinutes: 15,
    wishAway: 'home',
    wishLodging: false,
    wishPartTime: false,
    wishCompanions: [],
  };
}

function schoolHoursPost(
  { uuid, employers, today }: Ground,
  place: Place,
  { occupation, title, content, skills }: Craft,
  headcount: number,
): VacancyRow {
  const employer = employers.verified('garment', place);
  return {
    id: uuid(),
    employer: employer.id,
    title,
    kind: 'workshop',
    form: 'full_time',
    occupation,
    content,
    headcount,
    filled: 0,
    region: 'local',
    regionCode: place.code,
    settlement: place.code,
    address: employer.address,
    lat: place.lat,
    lng: place.lng,
    minAge: 18,
    maxAge: null,
    ageReason: null,
    minEducation: null,
    needsLiteracy: false,
    needsPutonghua: false,
    skills: [...skills],
    certificates: [],
    demands: [],
    acceptsWeak: true,
    payBasis: 'piece',
    payMin: 2700,
    payMax: 3300,
    monthlyMin: 2700,
    monthlyMax: 3300,
    payNote: null,
    payDay: '每月15日',
    hoursPerDay: 6,
    shiftStart: 9 * 60,
    shiftEnd: 15 * 60 + 30,
    flexible: false,
    childWelcome: true,
    lodging: false,
    meals: true,
    insurance: true,
    contact: employer.contact,
    phone: employer.phone,
    ledgerKey: null,
    status: 'published',
    validUntil: addDays(today, 45),
    publishedAt: new Date(`${addDays(today, -6)}T02:00:00Z`),
  };
}
