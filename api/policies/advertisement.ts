import { checkAdvertisement, rewrite, verdictOf } from '#adcheck/check.ts';
import { checkFields } from '#adcheck/fields.ts';
import type { Standards } from '#adcheck/types.ts';
import { occupation } from '#contract/codes/occupation.ts';
import { vacancyFieldLabel } from '#contract/present/ownVacancy.ts';
import type { AdCheck } from '#contract/routes/ownVacancies.ts';
import type { Db } from '#drizzle/db.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import type { OwnVacancyRow } from '#drizzle/queries/vacancyLife.ts';

type Vacancy = OwnVacancyRow['vacancy'];

/** What the law, the dated rules and common sense say to an advertisement as it stands: its words and its fields. */
export async function checkVacancy(db: Db, row: OwnVacancyRow): Promise<AdCheck> {
  const { vacancy, regionPath } = row;
  const standards = await standardsAt(db, regionPath);
  const inWords = checkWords(vacancy, standards);
  const inFields = checkFields(vacancy, standards).findings.map(({ field, ...finding }) => ({
    ...finding,
    phrase: vacancyFieldLabel[field],
  }));
  const findings = [...inWords.findings, ...inFields];
  const rewritten = rewrite(vacancy.content, inWords);
  return {
    verdict: verdictOf(findings),
    findings: findings.map((finding) => ({ ...finding })),
    rewrite: rewritten === vacancy.content ? null : rewritten,
    missing: missingOf(row),
  };
}

/** Pay without a number is no fault of the words where the pay stands in its own field. */
function checkWords(vacancy: Vacancy, standards: Standards) {
  const said = checkAdvertisement(wordsOf(vacancy), standards);
  if (vacancy.payMax <= 0) return said;
  const findings = said.findings.filter(({ rule }) => rule !== 'pay_no_number');
  return { ...said, verdict: verdictOf(findings), findings };
}

/** What an employer wrote in their own words. */
const wordsOf = ({ title, content, payNote }: Vacancy): string =>
  [title, content, payNote ?? ''].filter((line) => line !== '').join('。\n');

async function standardsAt(db: Db, regionPath: string): Promise<Standards> {
  const [minimumMonthly, minimumHourly] = await Promise.all([
    policyValue(db, 'pay.minimum.monthly', regionPath),
    policyValue(db, 'pay.minimum.hourly', regionPath),
  ]);
  return {
    ...(minimumMonthly !== null && { minimumMonthly }),
    ...(minimumHourly !== null && { minimumHourly }),
  };
}

/** What an advertisement must say before it may be submitted. */
function missingOf({ vacancy, employerKind, today }: OwnVacancyRow): AdCheck['missing'] {
  const { content, payMin, headcount, filled, validUntil } = vacancy;
  const rules: readonly (readonly [broken: boolean, field: string, reason: string])[] = [
    [vacancy.title.length < 2, 'title', '写岗位名称'],
    [!occupation.is(vacancy.occupation), 'occupation', '选工种'],
    [content.length < 10, 'content', '写清做什么活，至少 10 个字'],
    [headcount <= filled, 'headcount', `已录用 ${filled} 人，招聘人数要更多`],
    [payMin <= 0, 'payMin', '写清工资是多少元'],
    [vacancy.settlement === null && !vacancy.address, 'address', '写清在哪里上班'],
    [vacancy.maxAge !== null && !vacancy.ageReason, 'ageReason', '限制年龄要写理由'],
    [
      vacancy.minAge !== null && vacancy.maxAge !== null && vacancy.minAge > vacancy.maxAge,
      'maxAge',
      '最大年龄不能小于最小年龄',
    ],
    [(vacancy.shiftStart === null) !== (vacancy.shiftEnd === null), 'shiftEnd', '上班和下班时间要一起写'],
    [!vacancy.contact, 'contact', '写联系人'],
    [!vacancy.phone, 'phone', '写联系电话'],
    [validUntil !== null && validUntil < today, 'validUntil', '有效期已经过了'],
    [
      vacancy.kind === 'public_welfare' && employerKind !== 'public_body',
      'kind',
      '公益性岗位只能由开发单位发布',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, field, reason]) => ({ field, reason }));
}
