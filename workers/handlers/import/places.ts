import type { Db } from '#drizzle/db.ts';
import {
  type PartNames,
  partNames,
  type SettlementNames,
  settlementNames,
} from '#drizzle/queries/importPlaces.ts';
import type { ImportProblem } from '#drizzle/queries/imports.ts';
import type { Scope } from '#drizzle/queries/scope.ts';
import type { PersonRecord, VacancyRecord } from '#ledgers/records.ts';
import { problem } from './problems.ts';

/** Codes of the tree of regions; null where the ledger names nothing we know. */
export interface Home {
  readonly settlement: string;
  readonly grid: string | null;
  readonly building: string | null;
}

export interface Workplace {
  readonly settlement: string | null;
  /** region code of the workplace; null for work away, which says nothing of the region it is offered to */
  readonly regionCode: string | null;
  readonly address: string | null;
}

export interface Places {
  homeOf(record: PersonRecord): Home | ImportProblem;
  workplaceOf(record: VacancyRecord): Workplace | ImportProblem;
  /** whether the settlement or region lies in the uploader's region; null lies nowhere */
  covers(code: string | null): boolean;
}

/** Turns place names as people write them into codes, within what the uploader may write to. */
export async function openPlaces(db: Db, region: { readonly code: string } & Scope): Promise<Places> {
  const settlements = await settlementNames(db);
  const { grids, buildings } = await partNames(db, region);
  const bySettlement = Map.groupBy(settlements, ({ name }) => core(name));
  const gridsOf = Map.groupBy(grids, ({ settlement }) => settlement);
  const buildingsOf = Map.groupBy(buildings, ({ settlement }) => settlement);
  const below = settlements.filter(({ path }) => path.startsWith(region.path));
  const mine = new Set([
    region.code,
    ...below.flatMap(({ path }) => path.slice(region.path.length).split('/')),
  ]);
  const covers = (code: string | null) => code !== null && mine.has(code);

  function homeOf(record: PersonRecord): Home | ImportProblem {
    const named = bySettlement.get(core(record.settlement)) ?? [];
    const fitting = narrow(named, record);
    const fits = fitting.filter(({ code }) => covers(code));
    const shown = record.settlement;
    if (named.length === 0)
      return problem('unknown_settlement', '安置点', shown, '系统里没有这个安置点，请核对名称');
    if (fits.length === 0)
      return problem('out_of_region', '安置点', shown, '这个安置点不在您负责的地区，请交给当地上传');
    if (fits.length > 1)
      return problem('ambiguous_settlement', '安置点', shown, '有几个安置点同名，请写明县、街道和社区');
    const settlement = fits[0]!.code;
    const building = findBuilding(buildingsOf.get(settlement) ?? [], record.building);
    const grid = findGrid(gridsOf.get(settlement) ?? [], record.grid) ?? building?.grid ?? null;
    return { settlement, grid, building: building?.code ?? null };
  }

  function workplaceOf(record: VacancyRecord): Workplace | ImportProblem {
    const { place } = record;
    const needsPlace =
      record.region === 'local' && record.kind !== 'labour_export' && record.kind !== 'home_work';
    const near = place === null ? [] : nearest(settlements, place);
    const here = near.filter(({ code }) => covers(code));
    if (near.length > 0 && here.length === 0)
      return problem('out_of_region', '地点', place, '工作地点不在您负责的地区，请交给当地上传');
    if (here.length === 1) return { settlement: here[0]!.code, regionCode: here[0]!.code, address: place };
    if (here.length > 1 && needsPlace)
      return problem('ambiguous_place', '地点', place, `可能是${listed(here)}，请写明是哪一个安置点`);
    if (needsPlace && !settlements.some(({ county }) => place?.includes(short(county))))
      return problem('unknown_place', '地点', place, '请写明在哪个安置点、社区、街道或县');
    return { settlement: null, regionCode: null, address: place };
  }

  return { homeOf, workplaceOf, covers };
}

/** Several of one name: those whose county, street and community agree with what is written, when any do. */
function narrow(named: readonly SettlementNames[], written: PersonRecord): readonly SettlementNames[] {
  let left = named;
  for (const level of ['county', 'street', 'community'] as const) {
    const word = written[level];
    if (word === null || left.length < 2) continue;
    const agreeing = left.filter(
      (place) => place[level].startsWith(short(word)) || word.startsWith(short(place[level])),
    );
    if (agreeing.length > 0) left = agreeing;
  }
  return left;
}

/** The settlement a workplace text names, else all of the community or street it names: none, one, or a choice. */
function nearest(settlements: readonly SettlementNames[], text: string): readonly SettlementNames[] {
  const mentions = (name: string) => name.length >= 2 && text.includes(name);
  const inCounty = settlements.filter(({ county }) => mentions(short(county)));
  const pool = inCounty.length > 0 ? inCounty : settlements;
  const named = pool.filter(({ name }) => mentions(core(name)));
  if (named.length > 0) return longest(named);
  const inCommunity = pool.filter(({ community }) => mentions(community));
  if (inCommunity.length > 0) return inCommunity;
  // 大河 may be the town or its community
  return pool.filter(({ community, street }) => mentions(short(community)) || mentions(short(street)));
}

/** Of 新双桥 and 双桥, both found in a text, the longer name is meant. */
function longest(named: readonly SettlementNames[]): readonly SettlementNames[] {
  const length = Math.max(...named.map(({ name }) => core(name).length));
  return named.filter(({ name }) => core(name).length === length);
}

/** 甲、乙、丙等 5 个 */
function listed(places: readonly SettlementNames[]): string {
  const names = places.slice(0, 3).map(({ name }) => name);
  return `${names.join('、')}${places.length > 3 ? `等 ${places.length} 个` : ''}`;
}

/** 第3网格, 双桥第3网格 and 3 name the same grid of 双桥. */
function findGrid(grids: readonly PartNames[], written: string | null): string | null {
  if (written === null) return null;
  const number = /\d+/.exec(written)?.[0];
  return (
    grids.find(({ name }) => name === written || name.endsWith(written))?.code ??
    grids.find(({ name }) => number !== undefined && /\d+/.exec(name.slice(-5))?.[0] === number)?.code ??
    null
  );
}

/** 3栋, 3号楼 and 3 name the same building. */
function findBuilding(buildings: readonly PartNames[], written: string | null): PartNames | null {
  if (written === null) return null;
  const number = /\d+/.exec(written)?.[0];
  return (
    buildings.find(({ name }) => name === written) ??
    buildings.find(({ name }) => number !== undefined && /\d+/.exec(name)?.[0] === number) ??
    null
  );
}

/** 双桥安置点, 双桥易地扶贫搬迁集中安置区 and 双桥 name the same settlement. */
const core = (name: string) =>
  name.replace(/(?:易地扶贫搬迁|易地搬迁|扶贫搬迁)?(?:集中)?安置(?:点|区|小区|社区)$/, '');

/** 双桥社区 and 双桥, 钟山区 and 钟山. */
const short = (name: string) =>
  name.length > 2 ? name.replace(/(?:街道办事处|街道|社区|特区|区|县|市|镇|乡)$/, '') : name;
