import { type PlanReason, planReason } from '#contract/codes/plan.ts';
import { addressOf, maskName, maskPhone } from '#contract/present/person.ts';
import { policyLines } from '#contract/present/policy.ts';
import { hoursText, payText } from '#contract/present/vacancy.ts';
import type { RunCertificate, RunTotals } from '#contract/routes/runs.ts';
import type { Db } from '#drizzle/db.ts';
import { countUncovered, type ExportedHousehold, eachPlanHousehold } from '#drizzle/queries/planExport.ts';
import { regionNames } from '#drizzle/queries/regions.ts';
import type { RunRecord } from '#drizzle/queries/runs.ts';
import type { PlanExport, PlanHousehold, PlanPlacement, PlanUncovered } from '#ledgers/write/plan.ts';
import { presentRun, sumOf } from './run.ts';

/** A finished run as the workbook wants it. @param masked names and phones are masked for those who only look */
export async function presentPlan(db: Db, run: RunRecord, masked: boolean): Promise<PlanExport> {
  const totals = run.totals as RunTotals;
  const uncovered = await countUncovered(db, run.id);
  const { policies } = presentRun(run, 'auditor');
  const name = (given: string | null) => (masked ? maskName(given ?? '') : (given ?? ''));
  const phoneOf = (given: string | null) => (masked && given ? maskPhone(given) : given);

  async function* placements(): AsyncGenerator<PlanPlacement> {
    for await (const row of eachPlanHousehold(db, run.id, ['covered', 'employed'])) {
      for (const { vacancy, employer, place, score, explanation, name: member, phone } of row.proposals) {
        yield {
          household: household(row),
          member: name(member),
          phone: phoneOf(phone),
          vacancy: vacancy.title,
          employer,
          kind: vacancy.kind,
          place,
          pay: payText(vacancy),
          hours: hoursText(vacancy),
          score,
          explanation,
        };
      }
    }
  }

  async function* leftOut(): AsyncGenerator<PlanUncovered> {
    for await (const row of eachPlanHousehold(db, run.id, ['uncovered'])) {
      const { explanation } = row;
      yield { household: household(row), reason: planReason.label(row.reason as PlanReason), explanation };
    }
  }

  const household = ({ head, headPhone, building, door, ...row }: ExportedHousehold): PlanHousehold => ({
    ...row,
    head: name(head),
    phone: phoneOf(headPhone),
    address: addressOf({ building, door }),
  });

  return {
    region: run.region.name,
    today: run.today,
    madeAt: `${MOMENT.format(run.finishedAt as Date)}（北京时间）`,
    totals: {
      ...totals,
      households: totals.employed + sumOf(totals.covered) + totals.uncovered,
      uncovered,
      placedByKind: totals.byKind,
    },
    placements: placements(),
    uncovered: leftOut(),
    certificate: run.certificate as RunCertificate,
    inputDigest: run.inputDigest ?? '',
    policies: policyLines(
      policies,
      await regionNames(db, [...new Set(policies.map(({ region }) => region))]),
    ),
  };
}

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});
