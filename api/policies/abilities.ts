import type { Role } from '#contract/codes/account.ts';
import type { Me } from '#contract/routes/auth.ts';

type Ability = Me['allowed'][number];

/** Who may do what. Routes guard by `access`; this table tells pages what to show. */
const abilities: Readonly<Record<Role, readonly Ability[]>> = {
  seeker: [],
  employer: ['search_workers'],
  provider: [],
  grid_worker: ['overview', 'search_workers'],
  counsellor: ['overview', 'search_workers'],
  bureau: ['overview', 'import_ledgers', 'run_matching', 'read_plan', 'export_plan', 'search_workers'],
  auditor: ['overview', 'read_plan', 'export_plan', 'search_workers'],
  admin: ['overview', 'import_ledgers', 'run_matching', 'read_plan', 'export_plan', 'search_workers'],
};

export const abilitiesOf = (role: Role): Ability[] => [...abilities[role]];

export const can = (role: Role, ability: Ability): boolean => abilities[role].includes(ability);
