import type { z } from 'zod';
import { employerKind, employerStatus } from '#contract/codes/work.ts';
import type { EmployerRecord, employerCard } from '#contract/routes/employers.ts';
import type { EmployerRow, listChecks } from '#drizzle/queries/employers.ts';

type Checks = Awaited<ReturnType<typeof listChecks>>;

export const presentEmployerCard = ({
  employer,
  regionName,
  recheckDue,
  workshopDue,
}: EmployerRow): z.output<typeof employerCard> => ({
  id: employer.id,
  name: employer.name,
  kindLabel: employerKind.label(employer.kind),
  status: employer.status,
  statusLabel: employerStatus.label(employer.status),
  regionName,
  recheckOn: employer.recheckOn,
  recheckDue,
  workshopDue,
  answerRate: employer.answerRate,
  createdAt: employer.createdAt.toISOString(),
});

export function presentEmployer(row: EmployerRow, checks: Checks, forStaff: boolean): EmployerRecord {
  const { employer, today } = row;
  const workshop = checks.find(({ kind }) => kind === 'workshop');
  const accredited = workshop?.verdict === 'passed' && workshop.recheckOn >= today;
  return {
    ...presentEmployerCard(row),
    uscc: employer.uscc,
    kind: employer.kind,
    industry: employer.industry,
    legalRepresentative: employer.legalRepresentative,
    licenceValidUntil: employer.licenceValidUntil,
    address: employer.address,
    contact: employer.contact,
    phone: employer.phone,
    suspendedReason: employer.suspendedReason,
    accreditedUntil: accredited ? workshop.recheckOn : null,
    checks,
    allowed: forStaff
      ? ['verify', ...(employer.status === 'suspended' ? [] : (['suspend', 'accredit'] as const))]
      : ['edit'],
  };
}
