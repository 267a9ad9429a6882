import { apportion } from '../apportion.ts';
import {
  type CountyCode,
  counties,
  type SettlementSeed,
  settlementSeeds,
  streets,
} from '../reference/settlements.ts';
import type { BuildingRow, RegionRow } from './rows.ts';

/** A settlement with everything below it; grids and buildings keep their full size in every slice. */
export interface Place {
  readonly code: string;
  readonly county: CountyCode;
  readonly countyName: string;
  readonly street: string;
  readonly streetName: string;
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  /** households at full scale: decides the buildings */
  readonly size: number;
  /** households in this world */
  readonly households: number;
  readonly buildings: readonly BuildingRow[];
}

const householdsPerGrid = 300;

export function buildPlaces(households: number): { places: Place[]; regions: RegionRow[] } {
  const regions: RegionRow[] = [];
  const add = (
    level: RegionRow['level'],
    code: string,
    name: string,
    parent: RegionRow | null,
  ): RegionRow => {
    const row = { code, level, name, parent: parent?.code ?? null, path: `${parent?.path ?? ''}${code}/` };
    regions.push(row);
    return row;
  };
  const province = add('province', '520000', '贵州省', null);
  const city = add('city', '520200', '六盘水市', province);

  const seeds = counties.flatMap(({ code }) => settlementSeeds[code]);
  const shares = apportion(
    households,
    seeds.map((seed) => seed.households),
  );
  const places: Place[] = [];
  for (const county of counties) {
    const countyRegion = add('county', county.code, county.name, city);
    for (const [suffix, streetName] of streets[county.code]) {
      const street = add('street', county.code + suffix, streetName, countyRegion);
      const here = settlementSeeds[county.code].filter((seed) => seed.street === streetName);
      here.forEach((seed, i) => {
        const number = String(i + 1).padStart(3, '0');
        const community = add('community', street.code + number, communityName(seed), street);
        const settlement = add('settlement', `${community.code}01`, `${seed.name}安置点`, community);
        const grids = Array.from({ length: Math.ceil(seed.households / householdsPerGrid) }, (_, grid) =>
          add(
            'grid',
            settlement.code + String(grid + 1).padStart(2, '0'),
            `${seed.name}第${grid + 1}网格`,
            settlement,
          ),
        );
        places.push({
          code: settlement.code,
          county: county.code,
          countyName: county.name,
          street: street.code,
          streetName,
          name: seed.name,
          lat: seed.lat,
          lng: seed.lng,
          size: seed.households,
          households: shares[seeds.indexOf(seed)]!,
          buildings: buildingsOf(settlement.code, seed.households, grids),
        });
      });
    }
  }
  return { places, regions };
}

/** Below 1,000 people a settlement joins the community of its town; above, it has its own 居委会. */
function communityName({ street, name, households }: SettlementSeed): string {
  return households < 250 ? `${townName(street)}社区` : `${name}社区`;
}

/** 南开苗族彝族乡 → 南开 */
export function townName(street: string): string {
  return street.replace(/((苗|彝|布依|回|白)族)*(街道|镇|乡)$/, '');
}

/** Big settlements stand in lift towers, small ones in six-storey blocks without a lift. */
function buildingsOf(settlement: string, households: number, grids: readonly RegionRow[]): BuildingRow[] {
  const [units, floors] = households > 1_500 ? [2, 18] : households > 300 ? [2, 11] : [3, 6];
  const count = Math.ceil(households / (units * floors * doorsPerFloor));
  return Array.from({ length: count }, (_, i) => ({
    code: `${settlement}-${String(i + 1).padStart(2, '0')}`,
    settlement,
    grid: grids[Math.floor((i * grids.length) / count)]!.code,
    name: `${i + 1}栋`,
    units,
    floors,
  }));
}

const doorsPerFloor = 4;

/** The flat of the nth household of a settlement, spread over its buildings; no two share one. */
export function flatOf(place: Place, nth: number): { building: BuildingRow; door: string } {
  const slot = Math.floor((nth * place.size) / place.households);
  const { units, floors } = place.buildings[0]!;
  const perBuilding = units * floors * doorsPerFloor;
  const building = place.buildings[Math.floor(slot / perBuilding)]!;
  const inside = slot % perBuilding;
  const unit = Math.floor(inside / (floors * doorsPerFloor)) + 1;
  const floor = (Math.floor(inside / doorsPerFloor) % floors) + 1;
  return { building, door: `${unit}单元-${floor}${String((inside % doorsPerFloor) + 1).padStart(2, '0')}` };
}
