import type { VoucherStatus } from '#contract/codes/training.ts';
import { ageOn } from '#contract/identifiers.ts';
import { addDays } from '../clock.ts';
import { mobile, uscc } from '../identifiers.ts';
import type { Random } from '../random.ts';
import { type ClassSeed, classSeeds } from '../reference/classes.ts';
import { certificatesOf, providerSeeds } from '../reference/courses.ts';
import type { Place } from './places.ts';
import type {
  AttendanceRow,
  AwardedCertificateRow,
  ClassCommitmentRow,
  CourseClassRow,
  CourseRow,
  EnrolmentRow,
  HouseholdRow,
  PersonRow,
  PolicyRow,
  ProviderRow,
  VacancyRow,
  VoucherRow,
} from './rows.ts';

export interface TrainingRows {
  readonly providers: ProviderRow[];
  readonly courses: CourseRow[];
  readonly classes: CourseClassRow[];
  readonly commitments: ClassCommitmentRow[];
  readonly enrolments: EnrolmentRow[];
  readonly attendance: AttendanceRow[];
  readonly awarded: AwardedCertificateRow[];
  readonly vouchers: VoucherRow[];
}

interface Ground {
  readonly random: Random;
  readonly uuid: () => string;
  readonly today: string;
  readonly places: readonly Place[];
  readonly households: readonly HouseholdRow[];
  readonly persons: readonly PersonRow[];
  readonly vacancies: readonly VacancyRow[];
  readonly policies: readonly PolicyRow[];
}

/** Licence serials of providers start far above those of employers. */
const firstSerial = 900_001;

/** Schools, courses and classes with the people in them; nobody sits in two classes. */
export function createTraining(ground: Ground): TrainingRows {
  const { random, uuid, today } = ground;
  const rows: TrainingRows = {
    providers: [],
    courses: [],
    classes: [],
    commitments: [],
    enrolments: [],
    attendance: [],
    awarded: [],
    vouchers: [],
  };
  for (const [i, { courses, recheckIn, ...seed }] of providerSeeds.entries()) {
    const provider: ProviderRow = {
      id: uuid(),
      ...seed,
      uscc: uscc('52', firstSerial + i),
      licence: `人社民${seed.region}400${String(i + 1).padStart(4, '0')}`,
      licenceValidUntil: addDays(today, random.int(300, 1200)),
      suspendedReason: null,
      recheckOn: recheckIn === null ? null : addDays(today, recheckIn),
      contact: random.pick(['李老师', '王校长', '陈主任', '杨老师']),
      phone: mobile(random),
      account: null,
    };
    rows.providers.push(provider);
    for (const { literate, skills, ...course } of courses) {
      rows.courses.push({
        id: uuid(),
        provider: provider.id,
        ...course,
        skills: [...(skills ?? [course.occupation])],
        certificates: certificatesOf(course.occupation),
        literacyNeeded: literate ?? false,
        status: provider.status === 'verified' ? 'published' : 'draft',
      });
    }
  }
  const learners = openLearners(ground);
  const posts = openPosts(ground.vacancies);
  for (const [i, seed] of classSeeds.entries()) addClass(ground, rows, seed, i + 1, learners, posts);
  return rows;
}

type Learners = ReturnType<typeof openLearners>;
type Posts = ReturnType<typeof openPosts>;

/** Their queue is over. */
const BEGUN: readonly ClassSeed['status'][] = ['running', 'finished'];

function addClass(
  { random, uuid, today, places, policies }: Ground,
  rows: TrainingRows,
  seed: ClassSeed,
  nth: number,
  learners: Learners,
  posts: Posts,
): void {
  const course = rows.courses.find(({ title }) => title === seed.course)!;
  const provider = rows.providers.find(({ id }) => id === course.provider)!;
  const place = placeOf(places, provider.region, seed.settlement);
  const startsOn = addDays(today, seed.start);
  const finished = seed.status === 'finished';
  const wanted = Math.round(seed.seats * seed.filled);
  const persons = learners(place.code, course, wanted, finished);
  const taken = Math.min(seed.seats, persons.length);
  const row: CourseClassRow = {
    id: uuid(),
    course: course.id,
    number: `${startsOn.slice(0, 4)}-${String(nth).padStart(3, '0')}`,
    status: seed.status,
    seats: seed.seats,
    taken,
    startsOn,
    endsOn: addDays(startsOn, seed.days - 1),
    dayStart: seed.hours[0],
    dayEnd: seed.hours[1],
    place: '社区培训教室',
    settlement: place.code,
    childcare: seed.childcare ?? false,
    allowance: course.kind === 'literacy' ? 0 : 30,
    attendanceKey: Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join(''),
    cancelReason: null,
  };
  rows.classes.push(row);
  rows.commitments.push(...posts(row, course));

  const amount = policies.find(
    ({ key, validTo }) => key === `training.subsidy.${course.level}` && validTo === null,
  );
  const days = lessonDays(row, today);
  for (const [i, person] of persons.entries()) {
    const passed = finished && (i === 0 || random.chance(0.85));
    const enrolment: EnrolmentRow = {
      id: uuid(),
      class: row.id,
      person: person.id,
      status:
        i >= seed.seats
          ? BEGUN.includes(seed.status)
            ? 'unplaced'
            : 'waiting'
          : !finished
            ? 'enrolled'
            : passed
              ? 'passed'
              : 'failed',
      source: random.chance(0.6) ? 'assisted' : 'self',
      assessedOn: finished ? row.endsOn : null,
      score: finished ? (passed ? random.int(60, 98) : random.int(20, 58)) : null,
    };
    rows.enrolments.push(enrolment);
    if (i >= seed.seats) continue;
    for (const day of days) {
      const method = random.weighted([
        ['qr', 7],
        ['teacher', 2],
        [null, 1],
      ] as const);
      if (method) rows.attendance.push({ enrolment: enrolment.id, day, method });
    }
    const { occupation, level } = course;
    if (passed)
      rows.awarded.push({
        id: uuid(),
        person: person.id,
        occupation,
        level,
        number: `5202${row.number.replace('-', '')}${String(i + 1).padStart(3, '0')}`,
        awardedOn: addDays(row.endsOn, 7),
        enrolment: enrolment.id,
      });
    if (!amount || seed.status === 'open' || !random.chance(0.7)) continue;
    const status: VoucherStatus = passed ? 'verified' : 'claimed';
    const claimedAt = new Date(`${startsOn}T02:00:00Z`);
    rows.vouchers.push({
      id: uuid(),
      code: `LY${String(rows.vouchers.length + 1).padStart(8, '0')}`,
      person: person.id,
      occupation,
      level,
      amount: amount.value,
      policy: amount.id,
      facts: { day: startsOn, labourer: true, age: ageOn(person.birthDate!, startsOn) },
      status,
      enrolment: enrolment.id,
      issuedBy: null,
      claimedAt,
      verifiedAt: passed ? new Date(`${row.endsOn}T08:00:00Z`) : null,
    });
  }
}

/** The nth largest settlement a provider teaches at: of its county, or of the whole city round 以朵. */
function placeOf(places: readonly Place[], region: string, nth: number): Place {
  const near = places.filter(({ county }) => region === '520200' || county === region);
  return near.toSorted((a, b) => b.size - a.size || (a.code < b.code ? -1 : 1))[nth]!;
}

/** Hands out people of a settlement, then of its county: graduates can do it already, learners cannot yet. */
function openLearners({ persons, households, today }: Ground) {
  const settlement = new Map(households.map(({ id, settlement }) => [id, settlement]));
  const busy = new Set<string>();
  return (where: string, course: CourseRow, wanted: number, graduates: boolean): PersonRow[] => {
    const fits = (person: PersonRow) =>
      settlement.get(person.household)!.startsWith(where.slice(0, 6)) &&
      !busy.has(person.id) &&
      ['skilled', 'ordinary', 'weak'].includes(person.capacity) &&
      ageOn(person.birthDate!, today) >= 18 &&
      (person.literate || !course.literacyNeeded) &&
      person.skills.includes(course.occupation) === graduates &&
      (graduates || (person.willing && person.employment === 'unemployed') || person.wishTraining);
    const here = ({ household }: PersonRow) => Number(settlement.get(household) === where);
    const chosen = persons
      .filter(fits)
      .sort((a, b) => here(b) - here(a))
      .slice(0, wanted);
    for (const { id } of chosen) busy.add(id);
    return chosen;
  };
}

/** Promises free places of posts that ask for a course, each place once. */
function openPosts(vacancies: readonly VacancyRow[]) {
  const left = new Map(vacancies.map(({ id, headcount, filled }) => [id, headcount - filled]));
  return (row: CourseClassRow, course: CourseRow): ClassCommitmentRow[] => {
    if (row.status === 'finished' || course.kind === 'literacy' || course.kind === 'startup') return [];
    const asking = vacancies.filter(
      ({ id, status, skills, certificates }) =>
        status === 'published' &&
        left.get(id)! > 0 &&
        (skills.some((code) => course.skills.includes(code)) ||
          certificates.some((code) => course.certificates.includes(code))),
    );
    const near = asking.toSorted(
      (a, b) => Number(b.settlement === row.settlement) - Number(a.settlement === row.settlement),
    );
    return near.slice(0, 3).map(({ id }) => {
      const places = Math.min(left.get(id)!, 4);
      left.set(id, left.get(id)! - places);
      return { class: row.id, vacancy: id, places };
    });
  };
}

/** Monday to Saturday, from the first lesson to the last one before or on today. */
function lessonDays({ startsOn, endsOn, status }: CourseClassRow, today: string): string[] {
  if (status !== 'running' && status !== 'finished') return [];
  const days: string[] = [];
  for (let day = startsOn; day <= endsOn && day < today; day = addDays(day, 1))
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== 0) days.push(day);
  return days;
}
