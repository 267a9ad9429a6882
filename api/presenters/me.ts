import { regionLevel, role } from '#contract/codes/account.ts';
import type { Me } from '#contract/routes/auth.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import { abilitiesOf } from '../policies/abilities.ts';

export const presentMe = ({ id, name, role: code, region }: Caller): Me => ({
  id,
  name,
  role: code,
  roleLabel: role.label(code),
  region: { code: region.code, name: region.name, level: regionLevel.label(region.level) },
  allowed: abilitiesOf(code),
});
