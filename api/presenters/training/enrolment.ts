import { relationToHead } from '#contract/codes/person.ts';
import { skillName } from '#contract/codes/skill.ts';
import {
  classStatus,
  enrolmentSource,
  enrolmentStatus,
  skillLevel,
  voucherStatus,
} from '#contract/codes/training.ts';
import { enrolmentLife } from '#contract/life/courseClass.ts';
import { hoursText, placeText } from '#contract/present/class.ts';
import { maskName } from '#contract/present/person.ts';
import type { Enrolment, MyClass, TrainingFile } from '#contract/routes/enrolments.ts';
import type { Voucher } from '#contract/routes/vouchers.ts';
import type { Caller } from '#drizzle/queries/accounts.ts';
import type { EnrolmentRecord, PersonClass } from '#drizzle/queries/training/enrolments.ts';
import type { certificatesOf, learners } from '#drizzle/queries/training/file.ts';
import type { VoucherRecord } from '#drizzle/queries/training/vouchers.ts';
import { hindrancesOf } from '../../operations/training/vouchers.ts';
import { can } from '../../policies/abilities.ts';

/** Statuses in which a seat is the person's: only then the provider may ring her. */
const SEATED: readonly string[] = ['enrolled', 'passed', 'failed'];

export function presentEnrolment(record: EnrolmentRecord, caller: Caller): Enrolment {
  const { enrolment: row, name, phone, certificate } = record;
  const seated = SEATED.includes(row.status);
  const forProvider = caller.role === 'provider';
  const source = enrolmentSource.is(row.source) ? row.source : 'self';
  return {
    id: row.id,
    name: seated && forProvider ? (name ?? '') : maskName(name ?? ''),
    phone: seated && forProvider ? phone : null,
    settlement: record.settlement,
    status: row.status,
    statusLabel: enrolmentStatus.label(row.status),
    source,
    sourceLabel: enrolmentSource.label(source),
    position: record.position,
    daysAttended: record.daysAttended,
    daysTaught: record.daysTaught,
    assessedOn: row.assessedOn,
    score: row.score,
    certificate,
    voucher: record.voucher,
    allowed: forProvider
      ? enrolmentLife
          .allowed(row.status, 'provider')
          .filter((action) => action !== 'award' || certificate === null)
      : [],
  };
}

export const presentMyClass = (record: PersonClass): MyClass => ({
  enrolment: record.enrolment.id,
  class: record.class.id,
  course: { id: record.course.id, title: record.course.title },
  provider: record.provider,
  providerPhone: record.providerPhone,
  status: record.enrolment.status,
  statusLabel: enrolmentStatus.label(record.enrolment.status),
  classStatusLabel: classStatus.label(record.class.status),
  position: record.position,
  startsOn: record.class.startsOn,
  endsOn: record.class.endsOn,
  hours: hoursText(record.class),
  place: placeText(record.class.place, record.settlementName),
  daysAttended: record.daysAttended,
  certificate: record.certificate,
  allowed: enrolmentLife.allowed(record.enrolment.status, 'person'),
});

/** @param leastAttendance per cent the policy asks for at the holder's settlement */
export function presentVoucher(record: VoucherRecord, leastAttendance: number, caller: Caller): Voucher {
  const { voucher } = record;
  const claimed = voucher.status === 'claimed';
  const hindrances = claimed ? hindrancesOf(record, leastAttendance) : [];
  const allowed: Voucher['allowed'] = [];
  if (caller.role === 'seeker' && voucher.status === 'issued') allowed.push('claim');
  if (can(caller.role, 'verify_providers')) {
    if (claimed && hindrances.length === 0) allowed.push('verify');
    if (claimed || voucher.status === 'issued') allowed.push('void');
  }
  return {
    id: voucher.id,
    code: voucher.code,
    household: record.household,
    person: { id: voucher.person, name: maskName(record.name ?? '') },
    occupation: voucher.occupation,
    occupationLabel: skillName(voucher.occupation),
    level: voucher.level,
    levelLabel: skillLevel.label(voucher.level),
    amount: voucher.amount,
    status: voucher.status,
    statusLabel: voucherStatus.label(voucher.status),
    course: record.course,
    claimedAt: voucher.claimedAt?.toISOString() ?? null,
    verifiedAt: voucher.verifiedAt?.toISOString() ?? null,
    hindrances,
    allowed,
  };
}

type Learner = Awaited<ReturnType<typeof learners>>[number];
type Certificate = Awaited<ReturnType<typeof certificatesOf>>[number];

export function presentMember(
  learner: Learner,
  classes: readonly PersonClass[],
  certificates: readonly Certificate[],
  vouchers: readonly VoucherRecord[],
  caller: Caller,
): TrainingFile['members'][number] {
  return {
    person: learner.id,
    name: maskName(learner.name ?? ''),
    relation: relationToHead.label(learner.relation),
    skills: learner.skills.map(skillName),
    classes: classes.map(({ enrolment, class: row, course, provider, daysAttended }) => ({
      course: course.title,
      provider,
      levelLabel: skillLevel.label(course.level),
      statusLabel: enrolmentStatus.label(enrolment.status),
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      daysAttended,
      score: enrolment.score,
    })),
    certificates: certificates.map(({ number, occupation, level, awardedOn }) => ({
      number,
      occupation: skillName(occupation),
      levelLabel: skillLevel.label(level),
      awardedOn,
    })),
    vouchers: vouchers.map(({ voucher }) => ({
      code: voucher.code,
      occupation: skillName(voucher.occupation),
      levelLabel: skillLevel.label(voucher.level),
      amount: voucher.amount,
      statusLabel: voucherStatus.label(voucher.status),
    })),
    employedAt90: learner.employedAt90,
    allowed: learner.labourer && can(caller.role, 'review') ? ['issue_voucher'] : [],
  };
}
