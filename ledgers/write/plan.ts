/** 匹配方案.xlsx: what a matching run answers, for people who have nothing but a spreadsheet. */
import { tier } from '#contract/codes/household.ts';
import { vacancyKind } from '#contract/codes/work.ts';
import type { PolicyLine } from '#contract/present/policy.ts';
import type { Tier, VacancyKind } from '#matching/types.ts';
import type { Problem } from '../problems.ts';
import { type SheetContent, type WrittenCell, writeWorkbook } from './workbook.ts';

/** Where a household lives, as the reader is to see it. */
export interface PlanHousehold {
  readonly county: string;
  readonly street: string;
  readonly settlement: string;
  readonly number: string;
  readonly grid: string | null;
  /** name and phone of the head; the caller masks them where that is due */
  readonly head: string;
  readonly phone: string | null;
  /** 3栋-2单元-501 */
  readonly address: string | null;
  /** 帮扶责任人 */
  readonly responsible: string | null;
  readonly tier: Tier;
}

/** One placed person. */
export interface PlanPlacement {
  readonly household: PlanHousehold;
  readonly member: string;
  readonly phone: string | null;
  readonly vacancy: string;
  readonly employer: string;
  readonly kind: VacancyKind;
  readonly place: string;
  /** 2800–3500 元/月 */
  readonly pay: string;
  readonly hours: string;
  /** 0–1000 */
  readonly score: number;
  /** Chinese, made of the score's parts */
  readonly explanation: string;
}

export interface PlanUncovered {
  readonly household: PlanHousehold;
  /** short Chinese title of the binding reason */
  readonly reason: string;
  readonly explanation: string;
}

export interface PlanExport {
  /** such as 六盘水市 */
  readonly region: string;
  /** ISO day the run was made for */
  readonly today: string;
  /** as text, with the time zone named */
  readonly madeAt: string;
  readonly totals: {
    readonly households: number;
    readonly employed: number;
    readonly covered: Readonly<Record<Tier, number>>;
    readonly uncovered: Readonly<Record<Tier, number>>;
    readonly seekers: number;
    readonly placed: number;
    readonly openPlaces: number;
    readonly placedByKind: Readonly<Record<VacancyKind, number>>;
    readonly score: number;
  };
  readonly placements: Iterable<PlanPlacement> | AsyncIterable<PlanPlacement>;
  readonly uncovered: Iterable<PlanUncovered> | AsyncIterable<PlanUncovered>;
  readonly certificate: { readonly valid: boolean; readonly value: string; readonly dualBound: string };
  readonly inputDigest: string;
  readonly policies: readonly PolicyLine[];
  /** what was assumed where the inputs are silent */
  readonly notes?: readonly string[];
  /** rows that were skipped; a sheet 问题 lists them. Left out by the API, whose imports list them already. */
  readonly problems?: readonly (Problem & { readonly ledger: string })[];
}

/** Bytes of the workbook: 汇总, 安置方案, 未覆盖家庭, 运行说明 and, when there are problems, 问题. */
export function writePlan(plan: PlanExport): AsyncGenerator<Uint8Array> {
  const sheets = [summary(plan), placements(plan), uncovered(plan), account(plan)];
  if (plan.problems !== undefined && plan.problems.length > 0) sheets.push(problems(plan.problems));
  return writeWorkbook(sheets);
}

const tiers: readonly Tier[] = ['A', 'B', 'C'];

function summary({ region, today, totals }: PlanExport): SheetContent {
  const sum = (counts: Readonly<Record<Tier, number>>) => counts.A + counts.B + counts.C;
  const head = (text: string): WrittenCell => ({ value: text, look: 'heading' });
  const rows: WrittenCell[][] = [
    [head('有劳动力家庭'), totals.households, ''],
    [head('其中已有人就业'), totals.employed, '匹配前就有家庭成员在业'],
    [head('本方案新覆盖'), sum(totals.covered), '至少给一名成员安排岗位'],
    ...tiers.map((code): WrittenCell[] => [`  ${tier.label(code)}`, totals.covered[code], '']),
    [head('仍未覆盖'), sum(totals.uncovered), '原因见“未覆盖家庭”'],
    ...tiers.map((code): WrittenCell[] => [`  ${tier.label(code)}`, totals.uncovered[code], '']),
    [head('求职人数'), totals.seekers, '有能力、有意愿、未就业'],
    [head('安排人数'), totals.placed, ''],
    ...vacancyKind.values.map((kind): WrittenCell[] => [
      `  ${vacancyKind.label(kind)}`,
      totals.placedByKind[kind],
      null,
    ]),
    [head('空缺岗位数'), totals.openPlaces, '匹配前'],
    [head('匹配总分'), totals.score, '每人最高 1000 分'],
  ];
  return {
    name: '汇总',
    titles: [`${region} 一户一就业匹配方案（${today}）`],
    columns: [
      { header: '项目', width: 22 },
      { header: '数量', width: 12 },
      { header: '说明', width: 40, wrap: true },
    ],
    rows,
  };
}

const householdColumns = [
  { header: '县', width: 10 },
  { header: '街道', width: 14 },
  { header: '安置点', width: 20 },
  { header: '网格', width: 16 },
  { header: '楼栋-单元-房号', width: 18 },
  { header: '户编号', width: 18 },
  { header: '户主', width: 10 },
  { header: '户类别', width: 12 },
  { header: '帮扶责任人', width: 12 },
];

function householdCells({
  county,
  street,
  settlement,
  grid,
  address,
  number,
  head,
  tier: code,
  responsible,
}: PlanHousehold): WrittenCell[] {
  return [county, street, settlement, grid, address, number, head, tier.label(code), responsible];
}

function placements({ placements }: PlanExport): SheetContent {
  const rows = async function* (): AsyncGenerator<WrittenCell[]> {
    for await (const {
      household,
      member,
      phone,
      vacancy,
      employer,
      kind,
      place,
      pay,
      hours,
      score,
      explanation,
    } of placements)
      yield [
        ...householdCells(household),
        member,
        phone,
        vacancy,
        employer,
        vacancyKind.label(kind),
        place,
        pay,
        hours,
        score,
        explanation,
      ];
  };
  return {
    name: '安置方案',
    columns: [
      ...householdColumns,
      { header: '成员', width: 10 },
      { header: '电话', width: 14 },
      { header: '岗位', width: 16 },
      { header: '用工单位', width: 26 },
      { header: '岗位类型', width: 14 },
      { header: '地点', width: 22 },
      { header: '工资', width: 18 },
      { header: '工时', width: 18 },
      { header: '匹配分', width: 8 },
      { header: '理由', width: 60, wrap: true },
    ],
    rows: rows(),
  };
}

function uncovered({ uncovered }: PlanExport): SheetContent {
  const rows = async function* (): AsyncGenerator<WrittenCell[]> {
    for await (const { household, reason, explanation } of uncovered)
      yield [...householdCells(household), household.phone, reason, explanation];
  };
  return {
    name: '未覆盖家庭',
    columns: [
      ...householdColumns,
      { header: '户主电话', width: 14 },
      { header: '主要原因', width: 26 },
      { header: '说明', width: 70, wrap: true },
    ],
    rows: rows(),
  };
}

function account({
  today,
  madeAt,
  certificate,
  inputDigest,
  policies,
  notes = [],
}: PlanExport): SheetContent {
  const proof = certificate.valid
    ? '方案已证明最优：方案值与任何方案都不能超过的上界相等'
    : '没有证明最优，请勿使用，并联系系统管理员';
  const rows: WrittenCell[][] = [
    ['匹配日期', today],
    ['生成时间', madeAt],
    ['最优性证书', proof],
    ['方案值', certificate.value],
    ['上界', certificate.dualBound],
    ['目标顺序', '先监测对象、脱贫户、其他搬迁户的覆盖户数，再少用公益性岗位，再多安排人，最后总分高'],
    ['输入摘要 SHA-256', inputDigest],
    ...notes.map((note): WrittenCell[] => ['假定', note]),
    ...policies.map(({ what, value, where, documentNumber, validFrom, validTo }): WrittenCell[] => [
      `政策：${what}`,
      `${value}（${where}，${documentNumber}，${validFrom} 至 ${validTo ?? '今'}）`,
    ]),
  ];
  return {
    name: '运行说明',
    columns: [
      { header: '项目', width: 34 },
      { header: '内容', width: 90, wrap: true },
    ],
    rows,
  };
}

function problems(list: readonly (Problem & { readonly ledger: string })[]): SheetContent {
  return {
    name: '问题',
    columns: [
      { header: '台账', width: 18 },
      { header: '行', width: 8 },
      { header: '列', width: 16 },
      { header: '填写内容', width: 28 },
      { header: '原因', width: 60, wrap: true },
    ],
    rows: list.map(({ ledger, row, column, value, reason }) => [ledger, row, column, value, reason]),
  };
}
