import type { Screen } from './screen.ts';

/** The demo's fairs, one that invites and one that is over. */
export interface Fairs {
  readonly coming: string;
  readonly over: string;
}

export const bureauFairScreens = ({ coming, over }: Fairs): readonly Screen[] => {
  const route = '/bureau/fairs/[fair]';
  const parts = ['code', 'door', 'edit', 'employers', 'funnel', 'invitations', 'slips'];
  return [
    { route: '/bureau/fairs' },
    { route: '/bureau/fairs/new' },
    { route, path: `/bureau/fairs/${coming}` },
    { route, state: 'over', path: `/bureau/fairs/${over}` },
    ...parts.map((part) => ({ route: `${route}/${part}`, path: `/bureau/fairs/${coming}/${part}` })),
    { route: `${route}/funnel`, state: 'over', path: `/bureau/fairs/${over}/funnel` },
  ];
};

export const employerFairScreens: readonly Screen[] = [
  { route: '/employer/fairs' },
  { route: '/employer/fairs/[fair]', via: '/employer/fairs' },
];

export const personFairScreens = ({ coming }: Fairs): readonly Screen[] => [
  { route: '/(seeker)/me/fairs' },
  { route: '/(seeker)/me/notices', state: 'invited' },
  { route: '/arrive/[fair]', path: `/arrive/${coming}?code=0` },
];
