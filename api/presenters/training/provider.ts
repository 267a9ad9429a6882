import { employerStatus } from '#contract/codes/work.ts';
import type { Provider } from '#contract/routes/providers.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import type { ProviderRecord } from '#drizzle/queries/training/providers.ts';
import { can } from '../../policies/abilities.ts';

export function presentProvider(record: ProviderRecord, caller: Caller): Provider {
  const { provider, region, recheckDue, courses, graduates, employed } = record;
  return {
    id: provider.id,
    name: provider.name,
    uscc: provider.uscc,
    licence: provider.licence,
    licenceValidUntil: provider.licenceValidUntil,
    address: provider.address,
    contact: provider.contact,
    phone: provider.phone,
    region,
    status: provider.status,
    statusLabel: employerStatus.label(provider.status),
    suspendedReason: provider.suspendedReason,
    recheckOn: provider.recheckOn,
    recheckDue,
    courses,
    record: { graduates, employed },
    allowed: allowedActions(record, caller),
  };
}

function allowedActions({ provider, recheckDue }: ProviderRecord, caller: Caller): Provider['allowed'] {
  if (caller.role === 'provider') return ['edit'];
  if (!can(caller.role, 'verify_providers')) return [];
  const allowed: Provider['allowed'] = [];
  if (provider.status !== 'verified' || recheckDue) allowed.push('verify');
  if (provider.status !== 'suspended') allowed.push('suspend');
  return allowed;
}
