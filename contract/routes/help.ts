import { z } from 'zod';
import { anyone, defineRoutes } from '../route.ts';
import { regionCode } from './shared.ts';

export const helpRoutes = defineRoutes({
  call: {
    method: 'POST',
    url: '/api/help-calls',
    summary: '求助：自助机或手机旁的人需要网格员',
    access: anyone,
    body: z.object({ settlement: regionCode }),
    answer: z.object({
      /** false: somebody called from here a moment ago, help is on its way */
      first: z.boolean(),
    }),
    status: 202,
    problems: ['not_found', 'too_many_requests'],
  },
});
