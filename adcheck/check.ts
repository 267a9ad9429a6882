import { fold } from './fold.ts';
import { discriminationRules } from './rules/discrimination.ts';
import { moneyRules } from './rules/money.ts';
import { payRules } from './rules/pay.ts';
import { workRules } from './rules/work.ts';
import { findSpoken } from './sound.ts';
import type { Finding, Hit, Rule, Standards, Verdict } from './types.ts';

/** Every rule of the advertisement check, with its law. */
export const rules: readonly Rule[] = [...discriminationRules, ...moneyRules, ...payRules, ...workRules];

const lawOf = new Map(rules.map(({ code, law }) => [code, law]));

/**
 * Checks the text of one advertisement. Pure; `standards` are the policy numbers in force at the place and day.
 * `refuse` when any finding refuses, else `warn` when there is one, else `ok`. A finding names the words as written.
 */
export function checkAdvertisement(source: string, standards: Standards = {}): Verdict {
  const folded = fold(source);
  const findings: Finding[] = [];
  const add = (rule: Finding['rule'], { severity, from, to, suggestion }: Hit) => {
    const phrase = folded.original(from, to).trim();
    const same = findings.find(
      (other) => other.rule === rule && (other.phrase.includes(phrase) || phrase.includes(other.phrase)),
    );
    if (same) return;
    findings.push({ rule, severity, phrase, law: lawOf.get(rule) ?? '', suggestion });
  };
  for (const rule of rules) for (const hit of rule.find({ folded, standards })) add(rule.code, hit);
  for (const hit of findSpoken(folded.text)) {
    if (!findings.some(({ rule }) => rule === hit.rule)) add(hit.rule, hit);
  }
  return { verdict: verdictOf(findings), findings };
}

const verdictOf = (findings: readonly Finding[]): Verdict['verdict'] =>
  findings.some(({ severity }) => severity === 'refuse') ? 'refuse' : findings.length > 0 ? 'warn' : 'ok';
