/** Why this person cannot be proposed for this vacancy, in Chinese; for staff and for the person, never employers. */
import type { Names } from './explain.ts';
import type { Refusal } from './refusals.ts';

export function explainRefusal({ code, facts }: Refusal, names: Names): string {
  switch (code) {
    case 'no_places':
      return '名额已满。';
    case 'expired':
      return `招聘到${facts.validUntil}为止。`;
    case 'pay_under_minimum':
      return `工资低于最低标准${facts.minimum}元。`;
    case 'not_seeking':
      return '现在不找工作。';
    case 'no_capacity':
      return '评定为没有劳动能力。';
    case 'weak_not_accepted':
      return '岗位不接收弱劳力。';
    case 'age_unknown':
      return '没有登记出生日期。';
    case 'age_under_law':
      return `${facts.age}岁，不满${facts.minimum}岁不能上岗。`;
    case 'minor_protected':
      return `${facts.age}岁，这类活不能做。`;
    case 'age_under_ad':
      return `${facts.age}岁，岗位要${facts.minimum}岁以上。`;
    case 'age_over_ad':
      return `${facts.age}岁，岗位要${facts.maximum}岁以下。`;
    case 'education_below':
      return '学历没到岗位要求。';
    case 'literacy_needed':
      return '岗位要认得字。';
    case 'putonghua_needed':
      return '岗位要说普通话。';
    case 'skill_missing':
      return `岗位要做过${names.occupation(facts.oneOf[0]!)}${facts.oneOf.length > 1 ? '等' : ''}。`;
    case 'certificate_missing':
      return `还缺${facts.missing.length}个证书。`;
    case 'health_limit':
      return '身体不适合这个活。';
    case 'not_offered_here':
      return '不在本县招人。';
    case 'out_of_reach':
      return Number.isFinite(facts.minutes) ? `单程${facts.minutes}分钟，太远。` : '没有每天来回的路。';
    case 'away_unwished':
      return '本人不愿去那么远。';
    case 'needed_at_home':
      return '家里要有人照看，走不开。';
    case 'no_lodging':
      return '没有住的地方。';
    case 'care_hours':
      return Number.isFinite(facts.missingMinutes)
        ? `和照看家人的时间差${facts.missingMinutes}分钟。`
        : '和照看家人的时间冲突。';
    case 'pay_below_wish':
      return `${facts.pay}元，低于期望的${facts.wish}元。`;
    case 'not_part_time':
      return `每天${facts.hoursPerDay}小时，本人只做半天。`;
    case 'public_not_recognised':
      return '还没认定就业困难人员。';
    case 'public_placements_used':
      return `公益性岗位已做过${facts.held}次。`;
    case 'public_entry_age':
      return `${facts.age}岁，公益岗限${facts.maximum}岁。`;
    case 'public_household_limit':
      return `家里已有${facts.held}人在公益岗。`;
    case 'refused_before':
      return '本人拒绝过这个岗位。';
    case 'excluded_by_staff':
      return '工作人员已排除。';
  }
}
