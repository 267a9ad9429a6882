import { z } from 'zod';
import { regionLevel } from '../codes/account.ts';
import { anyone, defineRoutes, staff } from '../route.ts';
import { regionCode } from './shared.ts';

export const regionItem = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(regionLevel.values),
  parent: z.string().nullable(),
});

export const settlementItem = z.object({
  code: z.string(),
  name: z.string(),
  county: z.string(),
  countyName: z.string(),
});

export const regionRoutes = defineRoutes({
  children: {
    method: 'GET',
    url: '/api/regions',
    summary: '我管辖范围内的下级地区',
    access: staff,
    query: z.object({ parent: regionCode.optional() }),
    answer: z.object({ items: z.array(regionItem) }),
  },
  settlements: {
    method: 'GET',
    url: '/api/settlements',
    summary: '安置点名单，供选择“离我近”',
    access: anyone,
    answer: z.object({ items: z.array(settlementItem) }),
    sharedFor: 60,
  },
});
