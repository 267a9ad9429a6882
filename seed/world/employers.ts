import { addDays } from '../clock.ts';
import { mobile, type Registration, uscc } from '../identifiers.ts';
import type { Random } from '../random.ts';
import { type Sector, type SectorSeed, sectors, tradeNames } from '../reference/employers.ts';
import { givenNameOf, surnameOf } from '../reference/names.ts';
import { female, male } from './family.ts';
import type { Place } from './places.ts';
import type { EmployerRow } from './rows.ts';

/** Founds firms as vacancies ask for them, and lets one firm advertise several times. */
export interface Employers {
  readonly rows: EmployerRow[];
  /** a verified firm of this line of business at this place */
  verified(sector: Sector, place: Place): EmployerRow;
  /** a firm of its own, e.g. one whose licence has not been checked yet */
  found(sector: Sector, place: Place, status: EmployerRow['status']): EmployerRow;
}

/** Vacancies one firm at one place may have at once before another opens. */
const advertisementsPerFirm = 3;

export function createEmployers(random: Random, uuid: () => string, today: string): Employers {
  const rows: EmployerRow[] = [];
  const taken = new Set<string>();
  const current = new Map<string, { row: EmployerRow; advertisements: number }>();

  function found(sector: Sector, place: Place, status: EmployerRow['status']): EmployerRow {
    const { kinds, industry, address }: SectorSeed = sectors[sector];
    const [kind, registration, suffix] = random.weighted(kinds.map((entry) => [entry, entry[3]] as const));
    const row: EmployerRow = {
      id: uuid(),
      name: nameOf(sector, place, suffix),
      uscc: uscc(registration satisfies Registration, rows.length + 1),
      kind,
      industry,
      status,
      region: place.street,
      settlement: sector === 'labour_agency' ? null : place.code,
      address: `${place.countyName}${place.streetName}${place.name}安置点${random.pick(address)}`,
      contact: contactOf(random),
      phone: mobile(random),
      legalRepresentative: personName(random),
      licenceValidUntil: addDays(today, random.int(200, 4000)),
      recheckOn: status === 'verified' ? addDays(today, random.int(5, 180)) : null,
      suspendedReason: status === 'suspended' ? '多次未按约定时间发放工资，整改中' : null,
      answerRate: null,
      stability: random.around(30, 95),
    };
    rows.push(row);
    return row;
  }

  function nameOf(sector: Sector, place: Place, suffix: string): string {
    // A street has one body that opens public-welfare posts, and it is called after the street.
    if (sector === 'public_post') return `${place.streetName}${place.name}${suffix}`;
    const county = place.countyName.replace(/[区市]$|特区$/, '');
    for (;;) {
      const name = `${county}${random.pick([...tradeNames.first])}${random.pick([...tradeNames.second])}${suffix}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  }

  return {
    rows,
    found,
    verified(sector, place) {
      // Labour agencies serve a county, everybody else the neighbourhood.
      const key = `${sector}/${sector === 'labour_agency' ? place.county : place.code}`;
      const known = current.get(key);
      if (known && (sector === 'public_post' || known.advertisements < advertisementsPerFirm)) {
        known.advertisements++;
        return known.row;
      }
      const row = found(sector, place, 'verified');
      current.set(key, { row, advertisements: 1 });
      return row;
    },
  };
}

/** 李经理, or a full name, as advertisements give it. */
function contactOf(random: Random): string {
  const surname = surnameOf(random, '01');
  return random.chance(0.4) ? surname + random.pick(['经理', '主任', '师傅', '老板']) : personName(random);
}

function personName(random: Random): string {
  const surname = surnameOf(random, '01');
  return surname + givenNameOf(random, '01', random.pick([male, female]), 1980, surname);
}
