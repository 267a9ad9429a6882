import type { Role } from '#contract/codes/account.ts';
import type { Me } from '#contract/routes/auth.ts';

type Ability = Me['allowed'][number];

/** Everything a bureau does; an administrator stands in for it anywhere. */
const bureauDesk: readonly Ability[] = [
  'overview',
  'visit',
  'review',
  'read_training',
  'verify_providers',
  'import_ledgers',
  'run_matching',
  'read_plan',
  'export_plan',
  'search_workers',
];

/** Who may do what. Routes guard by `access`; this table tells pages what to show. */
const abilities: Readonly<Record<Role, readonly Ability[]>> = {
  seeker: [],
  employer: ['search_workers', 'hire'],
  provider: ['teach'],
  grid_worker: ['overview', 'visit', 'read_training', 'search_workers'],
  counsellor: ['overview', 'visit', 'review', 'read_training', 'search_workers'],
  bureau: bureauDesk,
  auditor: ['overview', 'read_training', 'read_plan', 'export_plan', 'search_workers'],
  admin: bureauDesk,
};

export const abilitiesOf = (role: Role): Ability[] => [...abilities[role]];

export const can = (role: Role, ability: Ability): boolean => abilities[role].includes(ability);
