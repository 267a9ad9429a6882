import { laws } from './laws.ts';
import { ageRule } from './rules/age.ts';
import { certificateRule } from './rules/certificate.ts';
import { depositRule } from './rules/deposit.ts';
import { disabilityRule, hepatitisRule } from './rules/health.ts';
import { hoursRule, insuranceRule } from './rules/hours.ts';
import { marriageBirthRule } from './rules/marriageBirth.ts';
import { minorRule } from './rules/minor.ts';
import { ethnicityRule, registrationRule, religionRule } from './rules/origin.ts';
import { papersRule } from './rules/papers.ts';
import { noNumberRule, outlierRule, underMinimumRule } from './rules/pay.ts';
import { sexRule } from './rules/sex.ts';
import { trainingLoanRule } from './rules/trainingLoan.ts';
import { fold } from './text/fold.ts';
import { repair } from './text/repair.ts';
import type { Finding, Rule, Standards, Verdict } from './types.ts';

const rules: readonly Rule[] = [
  sexRule,
  ageRule,
  ethnicityRule,
  religionRule,
  registrationRule,
  marriageBirthRule,
  hepatitisRule,
  disabilityRule,
  depositRule,
  trainingLoanRule,
  papersRule,
  underMinimumRule,
  noNumberRule,
  outlierRule,
  minorRule,
  hoursRule,
  insuranceRule,
  certificateRule,
];

/** More of one kind tell an employer nothing new. */
const MOST_PER_RULE = 8;

/**
 * Checks the text of one advertisement. Pure, linear in its length, never throws; `standards` are the policy
 * numbers in force at the place and day. `refuse` when any finding refuses, else `warn` when there is one, else `ok`.
 * The text is read twice: as written, and with words that were disguised by sound or shape put back.
 */
export function checkAdvertisement(source: string, standards: Standards = {}): Verdict {
  const written = fold(source);
  const repaired = repair(written);
  const readings = repaired.text === written.text ? [written] : [written, repaired];
  const findings = rules.flatMap((rule) => {
    const found: Finding[] = [];
    for (const reading of readings) {
      if (!rule.mentions.test(reading.text)) continue;
      for (const { severity, from, to, suggestion } of rule.find(reading.text, standards)) {
        if (found.length >= MOST_PER_RULE) return found;
        const phrase = reading.original(from, to);
        const known = found.findIndex(
          (other) => other.phrase.includes(phrase) || phrase.includes(other.phrase),
        );
        if (phrase.length <= (found[known]?.phrase.length ?? 0)) continue;
        const finding = { rule: rule.code, severity, phrase, law: laws[rule.code], suggestion };
        // The longer of two phrases about the same words says more.
        found.splice(known < 0 ? found.length : known, known < 0 ? 0 : 1, finding);
      }
    }
    return found;
  });
  return { verdict: verdictOf(findings), findings };
}

/** The advertisement with every phrase replaced by its suggestion, longest phrases first. */
export const rewrite = (source: string, { findings }: Verdict): string =>
  findings
    .toSorted((a, b) => b.phrase.length - a.phrase.length)
    .reduce((text, { phrase, suggestion }) => text.replaceAll(phrase, () => suggestion), source);

export const verdictOf = (
  findings: readonly { readonly severity: 'warn' | 'refuse' }[],
): Verdict['verdict'] =>
  findings.some(({ severity }) => severity === 'refuse') ? 'refuse' : findings.length > 0 ? 'warn' : 'ok';
