import { occupation } from '#contract/codes/occupation.ts';
import type { Channel, VacancyKind, WorkRegion } from '#contract/codes/work.ts';
import { addDays } from '../clock.ts';
import type { Random } from '../random.ts';
import { destinations } from '../reference/employers.ts';
import type { Jobs, Worker } from './jobs.ts';
import type { Place } from './places.ts';
import type { SpellRow } from './rows.ts';

interface Work {
  readonly channel: Channel;
  readonly share: number;
  /** where, in per cent: local, county, province, outside */
  readonly regions: readonly [number, number, number, number];
  readonly employer: readonly string[];
}

/** Channels in the order of size they have in ledgers; 公益岗 follows the report's 1,700 for the city. */
const works: readonly Work[] = [
  {
    channel: 'unit',
    share: 26,
    regions: [30, 30, 14, 26],
    employer: ['建筑公司', '商贸公司', '物业公司', '煤矿'],
  },
  { channel: 'flexible', share: 26, regions: [44, 20, 10, 26], employer: ['自己接活', '零工市场', '摆摊'] },
  {
    channel: 'organised_export',
    share: 17,
    regions: [0, 0, 16, 84],
    employer: ['电子厂', '鞋厂', '服装厂', '五金厂'],
  },
  {
    channel: 'workshop',
    share: 9,
    regions: [88, 12, 0, 0],
    employer: ['服装车间', '制鞋车间', '电子车间', '刺绣车间'],
  },
  { channel: 'public_welfare', share: 4, regions: [95, 5, 0, 0], employer: ['社区居委会', '街道办事处'] },
  { channel: 'base', share: 5, regions: [50, 50, 0, 0], employer: ['刺梨基地', '猕猴桃基地', '茶叶基地'] },
  { channel: 'new_operator', share: 5, regions: [50, 50, 0, 0], employer: ['种养殖专业合作社', '家庭农场'] },
  { channel: 'return_business', share: 4, regions: [55, 45, 0, 0], employer: ['自家小店', '自家养殖场'] },
  { channel: 'other', share: 4, regions: [30, 25, 15, 30], employer: ['亲友介绍'] },
];

const channelOf: Readonly<Record<VacancyKind, Channel>> = {
  workshop: 'workshop',
  social_enterprise: 'unit',
  public_welfare: 'public_welfare',
  market: 'unit',
  labour_export: 'organised_export',
  home_work: 'flexible',
};

/** Monthly pay by where the work is, yuan. */
const pay: Readonly<Record<WorkRegion, readonly [number, number]>> = {
  local: [1900, 3600],
  county: [2200, 4800],
  province: [3200, 5500],
  outside: [4000, 7000],
};

/** The job somebody holds today. */
export function currentSpell(
  random: Random,
  id: string,
  worker: Worker,
  place: Place,
  jobs: Jobs,
  today: string,
): SpellRow {
  // Those recognised as hard to place are the only ones whose ledger says 公益岗.
  const vacancy = jobs.take(worker);
  const startedOn = addDays(today, -daysIn(random, worker.age));
  const verified = random.chance(0.76);
  return {
    id,
    person: worker.person.id,
    ...(vacancy ? ofVacancy(random, vacancy) : ofLedger(random, worker, place)),
    startedOn,
    endedOn: null,
    contract: random.chance(0.55),
    insurance: random.chance(0.5),
    evidence: verified ? { by: random.pick(['电话核实', '入户核实', '工资流水', '单位证明']) } : null,
    verifiedOn: verified ? latest(startedOn, addDays(today, -random.int(0, 40))) : null,
  };
}

/** A job that ended, of somebody who has none now. */
export function pastSpell(random: Random, id: string, worker: Worker, place: Place, today: string): SpellRow {
  const endedOn = addDays(today, -random.int(12, 700));
  return {
    id,
    person: worker.person.id,
    ...ofLedger(random, worker, place),
    startedOn: addDays(endedOn, -Math.min(daysIn(random, worker.age), (worker.age - 18) * 365 + 30)),
    endedOn,
    contract: random.chance(0.3),
    insurance: random.chance(0.25),
    evidence: null,
    verifiedOn: null,
  };
}

function ofVacancy(random: Random, { row, employer, place }: NonNullable<ReturnType<Jobs['take']>>) {
  return {
    vacancy: row.id,
    employerName: employer.name,
    occupation: row.occupation,
    channel: channelOf[row.kind],
    region: row.region,
    place: row.address ?? place.name,
    monthlyPay: roundHundred(row.monthlyMin + random.next() * (row.monthlyMax - row.monthlyMin)),
  };
}

function ofLedger(random: Random, { person }: Worker, place: Place) {
  const allowed = works.filter(({ channel }) =>
    channel === 'public_welfare'
      ? person.hardship !== null
      : person.hardship === null || channel !== 'organised_export',
  );
  // The few who may hold a public-welfare post often do.
  const work = random.weighted(
    allowed.map((entry) => [entry, entry.channel === 'public_welfare' ? 200 : entry.share]),
  );
  const [local, county, province, outside] = work.regions;
  const region = random.weighted<WorkRegion>([
    ['local', local],
    ['county', county],
    ['province', province],
    ['outside', outside],
  ]);
  const [low, high] = work.channel === 'public_welfare' ? [800, 1400] : pay[region];
  return {
    vacancy: null,
    employerName: random.pick(work.employer),
    occupation: person.skills.find(occupation.is) ?? 'LOCAL-01',
    channel: work.channel,
    region,
    place: placeName(random, region, place),
    monthlyPay: roundHundred(random.around(low, high)),
  };
}

function placeName(random: Random, region: WorkRegion, place: Place): string {
  if (region === 'local') return place.streetName;
  if (region === 'county') return place.countyName;
  const there = destinations.filter((destination) => destination.region === region);
  return random.weighted(there.map(({ name, weight }) => [name, weight] as const));
}

/** Days in the job: many are new, some have stayed for years; never longer than since the 18th birthday. */
function daysIn(random: Random, age: number): number {
  const [from, to] = random.weighted([
    [[3, 90], 15],
    [[91, 182], 15],
    [[183, 365], 22],
    [[366, 1500], 48],
  ] as const);
  return Math.min(random.int(from, to), Math.max(3, (age - 16) * 365));
}

const latest = (a: string, b: string) => (a > b ? a : b);
const roundHundred = (yuan: number) => Math.round(yuan / 100) * 100;
