/** Builders and small random worlds for tests of matching. */
import { unpaidSkills } from '#matching/taxonomy.ts';
import type { Household, Person, PolicyRow, Strain, Vacancy, World } from '#matching/types.ts';

export const today = '2024-06-01';

const policy = (key: PolicyRow['key'], value: number, region = '52', unit = ''): PolicyRow => ({
  id: `${key}@${region}`,
  key,
  region,
  value,
  unit,
  validFrom: '2020-01-01',
  validTo: null,
  documentNumber: '测试文号',
});

export const policies: readonly PolicyRow[] = [
  policy('age.work.min', 16),
  policy('age.adult', 18),
  policy('age.public_welfare.max_entry', 60),
  policy('public_welfare.max_placements', 2),
  policy('pay.minimum.monthly', 1890, '52'),
  policy('pay.minimum.monthly', 1790, '520203'),
  policy('pay.minimum.hourly', 19.6),
  policy('hours.part_time.daily_max', 4),
  policy('reach.default_minutes', 45),
  policy('household.public_posts.max', 1),
];

export const household = (over: Partial<Household> = {}): Household => ({
  id: 'h1',
  tier: 'B',
  settlementId: 's1',
  covered: false,
  ...over,
});

type PersonOver = Partial<Omit<Person, 'wishes'>> & { wishes?: Partial<Person['wishes']> };

export const person = ({ wishes, ...over }: PersonOver = {}): Person => ({
  id: 'p1',
  householdId: 'h1',
  settlementId: 's1',
  birthDate: '1984-06-01',
  capacity: 'ordinary',
  seeking: true,
  educationRank: 2,
  literate: true,
  speaksPutonghua: true,
  skills: [],
  certificates: [],
  limits: [],
  care: null,
  hardToPlace: false,
  publicPostsHeld: 0,
  refused: [],
  ...over,
  wishes: {
    occupations: [],
    minPay: null,
    maxMinutes: null,
    away: 'home',
    needsLodging: false,
    partTimeOnly: false,
    companions: [],
    ...wishes,
  },
});

export const vacancy = (over: Partial<Vacancy> = {}): Vacancy => ({
  id: 'v1',
  employerId: 'e1',
  kind: 'market',
  form: 'full_time',
  occupation: '6-05-01-03',
  places: 1,
  settlementId: 's1',
  county: '520201',
  region: 'local',
  minAge: null,
  maxAge: null,
  minEducationRank: 0,
  needsLiteracy: false,
  needsPutonghua: false,
  skills: [],
  certificates: [],
  strains: [],
  acceptsWeak: false,
  payMin: 2500,
  payMax: 3200,
  hoursPerDay: 8,
  shift: { start: 8 * 60, end: 17 * 60 },
  flexible: false,
  childWelcome: false,
  lodging: false,
  meals: false,
  insurance: false,
  stability: 50,
  validUntil: null,
  ...over,
});

export const settlements = [
  { id: 's1', county: '520201' },
  { id: 's2', county: '520201' },
  { id: 's3', county: '520203' },
];

const distances: Record<string, number> = { s1s2: 20, s1s3: 90, s2s3: Number.POSITIVE_INFINITY };

export const world = (over: Partial<World> = {}): World => ({
  today,
  households: [household()],
  persons: [person()],
  vacancies: [vacancy()],
  settlements,
  minutes: (a, b) => (a === b ? 5 : distances[[a, b].sort().join('')]!),
  policies,
  ...over,
});

/** A generator of numbers 0 … n − 1 from a seed (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

const occupations = ['6-05-01-03', '6-05-01-02', '4-03-02-01', '4-10-01-05', '6-29-01-01', 'LOCAL-01'];
const skills = [...occupations, ...Object.keys(unpaidSkills)];
const strains: readonly Strain[] = ['heavy_lifting', 'long_standing', 'heights', 'dust', 'night'];

/**
 * A random world in which every rule refuses somebody and many pairs are eligible all the same.
 * `scarce` makes few places, so that households compete.
 */
export function randomWorld(
  seed: number,
  size: { households: number; vacancies: number; maxMembers?: number; maxPlaces?: number },
): World {
  const roll = dice(seed);
  const one = <T>(items: readonly T[]): T => items[roll(items.length)]!;
  const some = <T>(items: readonly T[], chance: number): T[] => items.filter(() => roll(100) < chance);
  const yes = (percent: number): boolean => roll(100) < percent;
  const vacancies = Array.from({ length: size.vacancies }, (_, i): Vacancy => {
    const kind = one([
      'market',
      'market',
      'workshop',
      'public_welfare',
      'labour_export',
      'home_work',
    ] as const);
    const exported = kind === 'labour_export';
    const start = one([0, 7, 8, 9, 14]) * 60;
    const hoursPerDay = one([4, 6, 8, 10]);
    const payMin = one([800, 1800, 2400, 3000, 4500]);
    return vacancy({
      id: `v${String(roll(1e6)).padStart(6, '0')}-${i}`,
      employerId: `e${roll(4)}`,
      kind,
      form:
        kind === 'home_work'
          ? 'piece_home'
          : one(['full_time', 'full_time', 'part_time', 'seasonal'] as const),
      occupation: one(occupations),
      places: roll((size.maxPlaces ?? 3) + 1),
      settlementId: exported ? null : one(['s1', 's2', 's3']),
      county: exported ? one([null, '520201', '520203']) : '520201',
      region: exported ? one(['county', 'province', 'outside'] as const) : 'local',
      minAge: yes(20) ? one([18, 30]) : null,
      maxAge: yes(30) ? one([45, 55, 60]) : null,
      minEducationRank: yes(70) ? 0 : roll(4),
      needsLiteracy: yes(20),
      needsPutonghua: yes(15),
      skills: yes(25) ? [one(occupations)] : [],
      certificates: yes(8) ? ['health'] : [],
      strains: some(strains, 10),
      acceptsWeak: yes(50),
      payMin,
      payMax: payMin + one([0, 500, 1500]),
      hoursPerDay,
      shift: yes(70) ? { start, end: start + hoursPerDay * 60 + 60 } : null,
      flexible: yes(20),
      childWelcome: yes(20),
      lodging: exported ? yes(70) : yes(20),
      meals: yes(40),
      insurance: yes(40),
      stability: roll(101),
      validUntil: yes(10) ? one(['2024-05-31', '2024-12-31']) : null,
    });
  });
  const households: Household[] = [];
  const persons: Person[] = [];
  for (let h = 0; h < size.households; h++) {
    const id = `h${String(roll(1e6)).padStart(6, '0')}-${h}`;
    const settlementId = one(['s1', 's2', 's3']);
    households.push({
      ...household({ id, settlementId, tier: one(['A', 'B', 'C'] as const), covered: yes(20) }),
      ...(yes(10) ? { maxAway: 0 } : {}),
      ...(yes(10) ? { publicPosts: 1 } : {}),
    });
    for (let i = roll(1 + (size.maxMembers ?? 3)); i > 0; i--) {
      persons.push(
        person({
          id: `p${String(roll(1e6)).padStart(6, '0')}-${persons.length}`,
          householdId: id,
          settlementId,
          birthDate: yes(3) ? null : `${one([1956, 1962, 1970, 1984, 1998, 2007, 2009])}-0${1 + roll(9)}-15`,
          capacity: one(['skilled', 'ordinary', 'ordinary', 'ordinary', 'weak', 'lost']),
          seeking: yes(90),
          educationRank: roll(5),
          literate: yes(85),
          speaksPutonghua: yes(75),
          skills: some(skills, 12),
          certificates: yes(30) ? ['health'] : [],
          limits: some(strains, 6),
          care: yes(25)
            ? {
                kind: one(['child', 'elder', 'sick']),
                freeFrom: one([450, 510]),
                freeUntil: one([720, 960, 1080]),
              }
            : null,
          employerId: yes(5) ? `e${roll(4)}` : null,
          hardToPlace: yes(50),
          publicPostsHeld: roll(4) === 0 ? roll(3) : 0,
          refused: yes(20) ? some(vacancies, 20).map((v) => v.id) : [],
          wishes: {
            occupations: some(occupations, 20),
            minPay: yes(50) ? one([1500, 2500, 3500]) : null,
            maxMinutes: yes(50) ? one([10, 30, 100]) : null,
            away: one(['home', 'county', 'province', 'anywhere']),
            needsLodging: yes(30),
            partTimeOnly: yes(10),
            companions: yes(20) && persons.length > 0 ? [one(persons).id] : [],
          },
        }),
      );
    }
  }
  return world({ households, persons, vacancies });
}

/** Work away with lodging for all, but not more than one of a household; and the first two go together. */
export function withHouseRules(input: World, seed: number): World {
  const roll = dice(seed + 1);
  return {
    ...input,
    persons: input.persons.map((p) => ({ ...p, care: null, wishes: { ...p.wishes, away: 'anywhere' } })),
    vacancies: input.vacancies.map((v) =>
      roll(2) === 0 ? { ...v, region: 'outside', settlementId: null, lodging: true } : v,
    ),
    households: input.households.map((h) => {
      const [a, b] = input.persons.filter((p) => p.householdId === h.id && p.seeking);
      return { ...h, maxAway: 1, ...(a && b && roll(2) === 0 ? { couples: [[a.id, b.id]] } : {}) };
    }),
  };
}
