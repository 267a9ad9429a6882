import type { ApplicationStatus } from '../codes/market.ts';
import { defineLife } from './life.ts';

export type ApplicationActor = 'employer' | 'seeker' | 'staff' | 'product';

/** States in which somebody still waits for something. */
export const openApplication: readonly ApplicationStatus[] = [
  'recommended',
  'contacted',
  'interview',
  'trial',
  'pool',
];

const except = (...left: ApplicationStatus[]) => openApplication.filter((status) => !left.includes(status));

/** What an employer's step says of the person is kept apart: `opinion` never moves the state. */
export const applicationLife = defineLife<ApplicationStatus, ApplicationActor>()({
  contact: { from: ['recommended', 'pool'], to: 'contacted', by: ['employer'] },
  interview: { from: except('interview', 'trial'), to: 'interview', by: ['employer'] },
  trial: { from: except('trial'), to: 'trial', by: ['employer'] },
  pool: { from: except('pool'), to: 'pool', by: ['employer'] },
  hire: { from: openApplication, to: 'hired', by: ['employer'] },
  refuse: { from: openApplication, to: 'refused', by: ['employer'] },
  withdraw: { from: openApplication, to: 'withdrawn', by: ['seeker'] },
  object: { from: openApplication, to: 'withdrawn', by: ['seeker'] },
  lapse: { from: openApplication, to: 'obsolete', by: ['product'] },
});
export type ApplicationAction = (typeof applicationLife.actions)[number];
