/** The advertisement check: is this lawful and believable, and if not, which words, which law, what instead. */

export const ruleCodes = [
  'sex',
  'age',
  'ethnicity',
  'religion',
  'household_registration',
  'marriage_birth',
  'hepatitis_b',
  'disability',
  'deposit',
  'training_loan',
  'withheld_papers',
  'pay_under_minimum',
  'pay_no_number',
  'pay_outlier',
  'minor',
  'hours',
  'insurance',
  'certificate',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** `refuse`: may not be published. `warn`: a person has to give a reason or mend it. */
export type Severity = 'warn' | 'refuse';

export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** the words as written */
  readonly phrase: string;
  readonly law: string;
  /** words to put in the place of the phrase; may be empty when it should just go */
  readonly suggestion: string;
}

export interface Verdict {
  readonly verdict: 'ok' | Severity;
  readonly findings: readonly Finding[];
}

/** Numbers of the place and day, from dated policy rows. Absent ones are not judged. */
export interface Standards {
  /** yuan a month, full time */
  readonly minimumMonthly?: number;
  /** yuan an hour, part time */
  readonly minimumHourly?: number;
}

/** Text without disguises, and the way back to the words as written. */
export interface Folded {
  readonly text: string;
  /** the words as written behind folded positions from … to (end excluded) */
  original(from: number, to: number): string;
}

export interface Rule {
  readonly code: RuleCode;
  /** without one of these signs the rule has nothing to find: most posts are no matter of most rules */
  readonly mentions: RegExp;
  /** `text` is folded: `|` marks the end of a clause */
  find(text: string, standards: Standards): Iterable<Hit>;
}

export interface Hit {
  readonly severity: Severity;
  /** folded positions, end excluded */
  readonly from: number;
  readonly to: number;
  readonly suggestion: string;
}
