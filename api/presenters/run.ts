import type { Role } from '#contract/codes/account.ts';
import type { Run, RunCertificate, RunTotals } from '#contract/routes/runs.ts';
import type { RunRecord } from '#drizzle/queries/runs.ts';
import { can } from '../policies/abilities.ts';

export function presentRun(record: RunRecord, role: Role): Run {
  const { totals, certificate, policyRows, createdAt, startedAt, finishedAt, ...rest } = record;
  return {
    ...rest,
    totals: totals as RunTotals | null,
    certificate: certificate as RunCertificate | null,
    policies: (policyRows ?? []) as Run['policies'],
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    allowed: allowedActions(record, role),
  };
}

function allowedActions({ status }: RunRecord, role: Role): Run['allowed'] {
  const allowed: Run['allowed'] = [];
  if (['queued', 'running'].includes(status) && can(role, 'run_matching')) allowed.push('cancel');
  if (status === 'done' && can(role, 'export_plan')) allowed.push('export');
  return allowed;
}

/** Over the tiers. */
export const sumOf = ({ A, B, C }: { A: number; B: number; C: number }): number => A + B + C;
