import { z } from 'zod';
import { defineRoutes, staff } from '../route.ts';
import { regionCode } from './shared.ts';

/** A figure prints its definition and its as-of time; shares come as raw counts, never as averages. */
export const indicator = z.object({
  key: z.enum([
    'household_coverage',
    'employment',
    'zero_employment',
    'stable_3',
    'stable_6',
    'public_share',
  ]),
  label: z.string(),
  definition: z.string(),
  value: z.int(),
  /** null when the figure is a plain count */
  of: z.int().nullable(),
  target: z.number().nullable(),
});

export const regionRow = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  households: z.int(),
  householdsWithLabour: z.int(),
  householdsCovered: z.int(),
  labourers: z.int(),
  employed: z.int(),
  zeroEmployment: z.int(),
  /** zero-employment households the current plan covers */
  zeroPlanned: z.int(),
  openPlaces: z.int(),
});

export const overview = z.object({
  region: z.object({ code: z.string(), name: z.string() }),
  asOf: z.iso.datetime(),
  indicators: z.array(indicator),
  /** the next level down */
  rows: z.array(regionRow),
  /** free places open to the region, those offered to a wider one included: they are in no row */
  openPlaces: z.int(),
  /** regions whose plans in force `zeroPlanned` counts; none before the first run */
  plans: z.array(z.string()),
  lastRun: z
    .object({
      id: z.uuid(),
      region: z.string(),
      finishedAt: z.iso.datetime(),
      covered: z.int(),
      zeroBefore: z.int(),
      /** of these, households where nobody wants work: they are no zero-employment households */
      noneSeeking: z.int(),
      uncovered: z.int(),
      placed: z.int(),
      certified: z.boolean(),
    })
    .nullable(),
  /** what waits for somebody: advertisements to review, imports to commit, runs in progress, families to see */
  tasks: z.array(
    z.object({
      kind: z.enum(['import', 'review', 'run', 'uncovered', 'visit']),
      id: z.string(),
      text: z.string(),
    }),
  ),
});
export type Overview = z.infer<typeof overview>;

export const overviewRoutes = defineRoutes({
  overview: {
    method: 'GET',
    url: '/api/overview',
    summary: '指标、零就业家庭与最近一次匹配，按地区下钻',
    access: staff,
    query: z.object({ region: regionCode.optional() }),
    answer: overview,
    problems: ['not_found'],
  },
});
