import type { Certificate } from '#contract/codes/person.ts';
import { monthlyPay } from '#ledgers/normalise/pay.ts';
import type { Random } from '../random.ts';
import { destinations, pairedCity } from '../reference/employers.ts';
import { cityCode } from '../reference/settlements.ts';
import type { Trade } from '../reference/trades/index.ts';
import type { Place } from './places.ts';
import type { EmployerRow, VacancyRow } from './rows.ts';

type Cast = Omit<VacancyRow, 'id' | 'headcount' | 'status' | 'validUntil' | 'publishedAt'>;

/** One advertisement out of the mould of its trade: what, where, for whom, when and for how much. */
export function castVacancy(random: Random, trade: Trade, place: Place, employer: EmployerRow): Cast {
  const odds = (name: keyof Trade['odds']) => random.chance(trade.odds[name] ?? 0);
  const shift = trade.shifts.length > 0 ? random.pick(trade.shifts) : null;
  return {
    employer: employer.id,
    title: random.pick(trade.titles),
    kind: trade.kind,
    form: trade.form,
    occupation: trade.occupation,
    content: trade.content,
    filled: 0,
    ...placeOf(random, trade, place, employer),
    minAge: trade.age?.[0] ?? (random.chance(0.5) ? 18 : null),
    maxAge: trade.age?.[1] ?? null,
    ageReason: trade.ageReason ?? null,
    minEducation: trade.education ?? null,
    needsLiteracy: trade.literate ?? false,
    needsPutonghua: trade.putonghua ?? false,
    skills: trade.skills && random.chance(0.6) ? [...trade.skills] : [],
    certificates: (trade.certificates ?? []).filter(
      (certificate) => lawful.has(certificate) || random.chance(0.6),
    ),
    demands: [...trade.demands].filter((demand) => demand !== 'night' || (shift !== null && late(shift))),
    acceptsWeak: (trade.acceptsWeak ?? false) && random.chance(0.6),
    ...payOf(random, trade),
    hoursPerDay: trade.hours,
    shiftStart: shift?.[0] ?? null,
    shiftEnd: shift?.[1] ?? null,
    // no shift means the worker's own hours, in ledgers too
    flexible: odds('flexible') || shift === null,
    childWelcome: odds('childWelcome'),
    lodging: odds('lodging'),
    meals: odds('meals'),
    insurance: odds('insurance'),
    contact: employer.contact,
    phone: employer.phone,
    ledgerKey: null,
  };
}

/** Certificates the law asks for: no advertisement may leave them out. */
const lawful: ReadonlySet<Certificate> = new Set([
  'electrician',
  'welder',
  'heights',
  'forklift',
  'security_guard',
  'driver_b',
]);

/** Night work: any of it falls between 22:00 and 6:00. */
const late = ([start, end]: readonly [number, number]) => end > 22 * 60 || start < 6 * 60;

function placeOf(random: Random, trade: Trade, place: Place, employer: EmployerRow) {
  if (trade.kind === 'labour_export') {
    const paired = trade.content.includes('大连');
    const away = paired ? pairedCity : random.weighted(destinations.map((to) => [to, to.weight] as const));
    return {
      region: away.region,
      // Six in ten groups are put together by one county, the others take people of the whole city.
      regionCode: random.chance(0.6) ? place.county : cityCode,
      settlement: null,
      address: away.name,
      lat: null,
      lng: null,
    };
  }
  return {
    region: 'local' as const,
    regionCode: place.code,
    settlement: place.code,
    address: trade.kind === 'home_work' ? `${place.name}安置点（在家做）` : employer.address,
    lat: nearby(random, place.lat),
    lng: nearby(random, place.lng),
  };
}

/** Within about 400 m. */
const nearby = (random: Random, degrees: number) =>
  Math.round((degrees + (random.next() - 0.5) * 0.008) * 1e5) / 1e5;

const payStep = { monthly: 100, piece: 100, daily: 10, hourly: 1 } as const;
const payDays = ['每月10日', '每月15日', '每月20日', '次月5日'];

/** A band inside the trade's range. */
function payOf(random: Random, trade: Trade) {
  const [low, high] = trade.pay;
  const from = random.next() * 0.5;
  const to = from + (1 - from) * (0.3 + random.next() * 0.7);
  const within = ([start, end]: readonly [number, number], share: number, step: number) =>
    Math.ceil((start + (end - start) * share) / step) * step;
  const step = payStep[trade.basis];
  const [payMin, payMax] = [within([low, high], from, step), within([low, high], to, step)];
  const monthly = monthlyPay({ basis: trade.basis, min: payMin, max: payMax }, trade.hours);
  return {
    payBasis: trade.basis,
    payMin,
    payMax,
    monthlyMin: monthly.min,
    monthlyMax: monthly.max,
    payNote: null,
    payDay:
      trade.form === 'part_time' ? '每半月结算' : trade.form === 'casual' ? '按天结算' : random.pick(payDays),
  };
}
