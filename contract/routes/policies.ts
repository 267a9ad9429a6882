import { z } from 'zod';
import { defineRoutes, staff } from '../route.ts';
import { policyUsed } from './runs.ts';
import { regionCode } from './shared.ts';

export const policyRoutes = defineRoutes({
  list: {
    method: 'GET',
    url: '/api/policies',
    summary: '政策数字及其文号、地区和有效期',
    access: staff,
    query: z.object({ region: regionCode.optional() }),
    answer: z.object({ items: z.array(policyUsed) }),
  },
});
