/**
 * Domain worlds of any size for benchmarks, with the shares of 六盘水: settlements in counties, households with
 * labour, seekers with ages, skills, care duties and wishes, and vacancies of every kind. Deterministic by seed.
 */
import { unpaidSkills } from '#matching/taxonomy.ts';
import type {
  CareWindow,
  Household,
  Person,
  PolicyKey,
  PolicyRow,
  Strain,
  Vacancy,
  VacancyKind,
  World,
} from '#matching/types.ts';
import { Random } from './random.ts';

export interface Shape {
  readonly seed: number;
  readonly households: number;
  readonly labourers: number;
  readonly vacancies: number;
  readonly places: number;
  readonly settlements: number;
  readonly counties: number;
  /** share of labourers who seek work */
  readonly seeking: number;
}

const city = { seed: 20240601, households: 19_323, labourers: 51_485, settlements: 78, counties: 4 };
export const shapes = {
  city: { ...city, vacancies: 6000, places: 26_765, seeking: 0.3 },
  crunch: { ...city, seed: 20240609, vacancies: 2200, places: 9500, seeking: 1 },
  stress: { ...city, vacancies: 6000, places: 26_765, seeking: 1 },
} as const satisfies Record<string, Shape>;

const today = '2024-06-01';
const counties = ['520201', '520203', '520204', '520281'];
/** commonest first: what people in the settlements have done, and what is asked for */
const occupations = [
  'LOCAL-01',
  '6-29-01-01',
  '6-05-01-03',
  '4-09-08-01',
  '5-01-02-01',
  '4-03-02-05',
  '4-02-05-01',
  '6-29-01-04',
  '4-10-01-06',
  '4-07-05-01',
  '6-25-04-07',
  '4-03-02-01',
  '6-05-04-01',
  '6-29-01-03',
  '4-01-02-03',
  '6-31-05-00',
  '5-03-02-01',
  '6-09-05-00',
  '4-10-01-05',
  '6-18-02-04',
  '4-02-02-02',
  '4-09-10-01',
  '6-02-05-08',
  '6-09-03-11',
  '5-01-02-03',
  '4-10-01-03',
  '6-29-04-01',
  '6-31-01-03',
  '4-02-07-08',
  '4-03-01-02',
  '6-05-01-02',
  '5-05-06-05',
] as const; // prettier-ignore
const atHome = Object.keys(unpaidSkills);
const strains: readonly Strain[] = [
  'heavy_lifting',
  'long_standing',
  'heights',
  'dust',
  'night',
  'fine_vision',
  'hearing',
];

export function domainWorld(shape: Shape): World {
  const random = new Random(shape.seed);
  const settlements = Array.from({ length: shape.settlements }, (_, s) => ({
    id: `s${String(s).padStart(4, '0')}`,
    county: counties[s % shape.counties] ?? String(530000 + (s % shape.counties)),
  }));
  const minutes = minutesBetween(settlements, random);
  const weightOf = settlements.map(() => Math.exp(0.9 * random.normal()));
  const { households, persons } = people(shape, settlements, weightOf, random);
  const vacancies = posts(shape, settlements, weightOf, random);
  return { today, households, persons, vacancies, settlements, minutes, policies };
}

type Settlements = World['settlements'];

/** Counties on a grid of 55 km, settlements around their centre; a country bus makes 1 km in 2.2 minutes. */
function minutesBetween(settlements: Settlements, random: Random): World['minutes'] {
  const names = [...new Set(settlements.map((s) => s.county))];
  const side = Math.ceil(Math.sqrt(names.length));
  const at = new Map(
    settlements.map(({ id, county }) => {
      const c = names.indexOf(county);
      const x = 55 * (c % side) + 14 * random.normal();
      const y = 55 * Math.floor(c / side) + 14 * random.normal();
      return [id, [x, y] as const];
    }),
  );
  return (from, to) => {
    const [a, b] = [at.get(from)!, at.get(to)!];
    return from === to ? 8 : Math.round(10 + 2.2 * 1.35 * Math.hypot(a[0] - b[0], a[1] - b[1]));
  };
}

function people(shape: Shape, settlements: Settlements, weightOf: number[], random: Random) {
  const households: Household[] = [];
  const persons: Person[] = [];
  const mean = shape.labourers / shape.households;
  for (let h = 0; h < shape.households; h++) {
    const left = shape.labourers - persons.length;
    const after = shape.households - h - 1;
    const wanted = 1 + random.pickWeighted([17, 33, 25, 14, 7, 4]);
    const members = after === 0 ? left : Math.max(1, Math.min(wanted, left - after, Math.ceil(3 * mean)));
    const settlement = settlements[random.pickWeighted(weightOf)]!;
    const id = `h${String(h).padStart(6, '0')}`;
    const careHome = random.chance(0.35);
    let employed = false;
    for (let i = 0; i < members; i++) {
      const seeking = random.chance(shape.seeking);
      employed ||= !seeking;
      persons.push(labourer(persons.length, i, id, settlement.id, seeking, careHome, random));
    }
    const tier = (['A', 'B', 'C'] as const)[random.pickWeighted([6, 54, 40])]!;
    households.push({ id, tier, settlementId: settlement.id, covered: employed });
  }
  return { households, persons };
}

function labourer(
  index: number,
  rank: number,
  householdId: string,
  settlementId: string,
  seeking: boolean,
  careHome: boolean,
  random: Random,
): Person {
  const age = Math.round(random.between(18, 64, rank < 2 ? 44 : 27, rank < 2 ? 9 : 8));
  const caring = careHome && rank === 1 ? random.chance(0.55) : random.chance(0.03);
  const limited = random.chance(age > 52 ? 0.17 : 0.05);
  const free = !caring && !limited;
  const moves = free && random.chance(age < 40 ? 0.6 : 0.3);
  const education = Math.round(random.between(0, 6, age < 35 ? 2.4 : 1.2, 0.9));
  const skills = new Set<string>();
  for (let k = Math.round(random.between(0, 4, 1 + 0.3 * education, 1)); k > 0; k--)
    skills.add(random.zipf(occupations));
  if (random.chance(0.5)) skills.add(random.zipf(atHome));
  const wishes = new Set<string>();
  for (let k = random.int(3); k > 0; k--) wishes.add(random.zipf(occupations));
  return {
    id: `p${String(index).padStart(6, '0')}`,
    householdId,
    settlementId,
    birthDate: `${2024 - age}-0${1 + random.int(5)}-1${random.int(10)}`,
    capacity: limited
      ? random.chance(0.5)
        ? 'weak'
        : 'ordinary'
      : random.chance(0.25)
        ? 'skilled'
        : 'ordinary',
    seeking,
    educationRank: education,
    literate: education > 0 || random.chance(0.4),
    speaksPutonghua: random.chance(age < 45 ? 0.95 : 0.7),
    skills: [...skills].sort(),
    certificates: random.chance(0.2) ? ['health'] : [],
    limits: limited ? [...new Set([strains[random.int(7)]!, strains[random.int(7)]!])].sort() : [],
    care: caring ? careDuty(random) : null,
    hardToPlace: random.chance(0.1 + (limited ? 0.4 : 0) + (age > 50 ? 0.3 : 0)),
    publicPostsHeld: random.chance(0.05) ? 1 + random.int(2) : 0,
    refused: [],
    wishes: {
      occupations: [...wishes].sort(),
      minPay: random.chance(0.7)
        ? 100 * Math.round(random.between(12, 50, 20 + 2 * education - (caring ? 5 : 0), 4))
        : null,
      maxMinutes: random.chance(0.6) ? [20, 30, 45, 60, 90][random.int(5)]! : null,
      away: moves ? (['county', 'province', 'anywhere', 'anywhere'] as const)[random.int(4)]! : 'home',
      needsLodging: moves && random.chance(0.7),
      partTimeOnly: caring && random.chance(0.2),
      companions: index > 0 && random.chance(0.04) ? [`p${String(index - 1).padStart(6, '0')}`] : [],
    },
  };
}

function careDuty(random: Random): CareWindow {
  const kind = (['child', 'child', 'elder', 'sick'] as const)[random.int(4)]!;
  return {
    kind,
    freeFrom: [480, 510, 540][random.int(3)]!,
    freeUntil: [690, 960, 990, 1050, 1110][random.int(5)]!,
  };
}

const kinds: readonly VacancyKind[] = [
  'public_welfare',
  'labour_export',
  'workshop',
  'home_work',
  'social_enterprise',
  'market',
];

function posts(shape: Shape, settlements: Settlements, weightOf: number[], random: Random): Vacancy[] {
  const vacancies = Array.from({ length: shape.vacancies }, (_, v): Vacancy => {
    const kind = kinds[random.pickWeighted([8, 25, 18, 4, 8, 37])]!;
    const exported = kind === 'labour_export';
    const welfare = kind === 'public_welfare';
    const atHomeWork = kind === 'home_work';
    const settlement = settlements[random.pickWeighted(weightOf)]!;
    const occupation = random.zipf(occupations);
    const education = welfare ? 0 : Math.round(random.between(0, 5, 0.8, 0.9));
    const hoursPerDay = welfare || random.chance(0.2) ? 4 + random.int(3) : 8 + random.int(3);
    const start = 60 * (6 + random.int(4)) + 30 * random.int(2);
    const payMin = welfare
      ? 800 + 100 * random.int(5)
      : 100 *
        Math.round(exported ? random.between(30, 80, 45, 9) : random.between(19, 60, 25 + 3 * education, 4));
    return {
      id: `v${String(v).padStart(5, '0')}`,
      employerId: `e${String(random.int(Math.ceil(shape.vacancies / 3))).padStart(5, '0')}`,
      kind,
      form: atHomeWork ? 'piece_home' : !welfare && hoursPerDay < 6 ? 'part_time' : 'full_time',
      occupation: welfare ? '4-09-08-01' : occupation,
      places: Math.max(
        1,
        Math.min(exported ? 200 : 80, Math.round(1.15 * (1 - random.float()) ** (-1 / 1.35))),
      ),
      settlementId: exported ? null : settlement.id,
      county: exported ? (random.chance(0.5) ? null : counties[random.int(4)]!) : settlement.county,
      region: exported
        ? random.chance(0.6)
          ? 'outside'
          : random.chance(0.5)
            ? 'province'
            : 'county'
        : 'local',
      minAge: exported ? 18 : null,
      maxAge: welfare ? null : random.chance(0.7) ? 45 + 5 * random.int(4) : null,
      minEducationRank: education,
      needsLiteracy: !welfare && random.chance(0.4),
      needsPutonghua: random.chance(exported ? 0.4 : 0.1),
      skills: !welfare && random.chance(0.5) ? [occupation] : [],
      certificates: random.chance(0.05) ? ['health'] : [],
      strains: strains.filter(() => random.chance(welfare ? 0.03 : 0.13)),
      acceptsWeak: welfare || random.chance(0.3),
      payMin,
      payMax: payMin + 100 * random.int(15),
      hoursPerDay,
      shift: atHomeWork ? null : { start, end: start + 60 * hoursPerDay + 60 },
      flexible: welfare || random.chance(0.2),
      childWelcome: kind === 'workshop' && random.chance(0.5),
      lodging: exported ? random.chance(0.9) : random.chance(0.15),
      meals: random.chance(0.5),
      insurance: random.chance(0.5),
      stability: Math.round(random.between(0, 100, 55, 20)),
      validUntil: null,
    };
  });
  return withPlaces(vacancies, shape.places, random);
}

/** Adds or takes places here and there until the total is right. */
function withPlaces(vacancies: Vacancy[], total: number, random: Random): Vacancy[] {
  const places = vacancies.map((vacancy) => vacancy.places);
  let sum = places.reduce((a, b) => a + b, 0);
  while (sum !== total) {
    const v = random.int(places.length);
    const step = sum < total ? 1 : places[v]! > 1 ? -1 : 0;
    places[v]! += step;
    sum += step;
  }
  return vacancies.map((vacancy, v) => ({ ...vacancy, places: places[v]! }));
}

const row = (key: PolicyKey, value: number, unit: string): PolicyRow => ({
  id: key,
  key,
  region: '000000',
  value,
  unit,
  validFrom: '2020-01-01',
  validTo: null,
  documentNumber: 'bench',
});

const policies: readonly PolicyRow[] = [
  row('age.work.min', 16, 'year'),
  row('age.adult', 18, 'year'),
  row('age.public_welfare.max_entry', 60, 'year'),
  row('public_welfare.max_placements', 2, 'placement'),
  row('pay.minimum.monthly', 1890, 'yuan'),
  row('pay.minimum.hourly', 19.6, 'yuan'),
  row('hours.part_time.daily_max', 4, 'hour'),
  row('reach.default_minutes', 60, 'minute'),
];
