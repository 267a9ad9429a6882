import { z } from 'zod';
import { defineRoutes, roles } from '../route.ts';
import { flag, many, pageQuery, regionCode, words } from './shared.ts';
import { facet } from './vacancies.ts';

/** One labourer as found by skill. Employers get it masked, without household, care or health. */
export const workerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  age: z.int().nullable(),
  education: z.string(),
  skills: z.array(z.string()),
  certificates: z.array(z.string()),
  settlement: z.string(),
  seeking: z.boolean(),
  wishes: z.string().nullable(),
  /** staff only */
  householdNumber: z.string().optional(),
  zeroEmployment: z.boolean().optional(),
});

export const workerRoutes = defineRoutes({
  search: {
    method: 'GET',
    url: '/api/workers',
    summary: '按技能找人：工作人员看辖区，已核验的用工单位看脱敏信息',
    access: roles('grid_worker', 'counsellor', 'bureau', 'auditor', 'admin', 'employer'),
    query: pageQuery.extend({
      q: words(60).optional(),
      skill: many(z.string().max(20)),
      seeking: flag.optional(),
      zero: flag.optional(),
      region: regionCode.optional(),
    }),
    answer: z.object({
      items: z.array(workerCard),
      total: z.int(),
      page: z.int(),
      size: z.int(),
      facets: z.object({ skill: z.array(facet), settlement: z.array(facet) }),
      degraded: z.boolean(),
    }),
    problems: ['forbidden'],
  },
});
