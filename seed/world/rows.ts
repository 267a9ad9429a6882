import type {
  attendance,
  awardedCertificate,
  building,
  classCommitment,
  course,
  courseClass,
  employer,
  enrolment,
  household,
  person,
  policy,
  provider,
  refusal,
  region,
  settlement,
  spell,
  travel,
  vacancy,
  voucher,
} from '#drizzle/schema/index.ts';

/** Plain rows, one type per table, with every column the seed decides; the database adds the rest. */
type Row<T extends { $inferSelect: object }, Left extends string = never> = Readonly<
  Omit<T['$inferSelect'], 'version' | 'createdAt' | 'updatedAt' | Left>
>;

export type RegionRow = Row<typeof region>;
export type SettlementRow = Row<typeof settlement>;
export type TravelRow = Row<typeof travel>;
export type BuildingRow = Row<typeof building>;
export type PolicyRow = Row<typeof policy>;
export type HouseholdRow = Row<typeof household>;
export type PersonRow = Row<typeof person>;
export type EmployerRow = Row<typeof employer>;
export type VacancyRow = Row<typeof vacancy, 'adFindings' | 'adReason' | 'reviewNote' | 'submittedAt'>;
export type SpellRow = Row<typeof spell>;
export type RefusalRow = Row<typeof refusal, 'recordedBy'>;

export type ProviderRow = Row<typeof provider>;
export type CourseRow = Row<typeof course>;
export type CourseClassRow = Row<typeof courseClass>;
export type ClassCommitmentRow = Row<typeof classCommitment>;
export type EnrolmentRow = Row<typeof enrolment>;
export type AttendanceRow = Row<typeof attendance>;
export type AwardedCertificateRow = Row<typeof awardedCertificate>;
export type VoucherRow = Row<typeof voucher>;

/** Who a person is, still in clear: the loader seals the ID number. */
export interface IdentityRow {
  readonly person: string;
  readonly name: string;
  readonly phone: string | null;
  readonly idNumber: string;
}

/** A whole city, or a slice of one, as plain rows. */
export interface WorldRows {
  /** ISO date the world stands at */
  readonly today: string;
  readonly regions: readonly RegionRow[];
  readonly settlements: readonly SettlementRow[];
  readonly travel: readonly TravelRow[];
  readonly buildings: readonly BuildingRow[];
  readonly policies: readonly PolicyRow[];
  readonly households: readonly HouseholdRow[];
  readonly persons: readonly PersonRow[];
  readonly identities: readonly IdentityRow[];
  readonly employers: readonly EmployerRow[];
  readonly vacancies: readonly VacancyRow[];
  readonly spells: readonly SpellRow[];
  readonly refusals: readonly RefusalRow[];
  readonly providers: readonly ProviderRow[];
  readonly courses: readonly CourseRow[];
  readonly classes: readonly CourseClassRow[];
  readonly commitments: readonly ClassCommitmentRow[];
  readonly enrolments: readonly EnrolmentRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly awarded: readonly AwardedCertificateRow[];
  readonly vouchers: readonly VoucherRow[];
}
