/** Why a household or a seeker was left out, in Chinese, and what would change it. */
import type { Audience } from './explain.ts';
import type { LostPost, Reason, Relaxation } from './plan.ts';
import type { RefusalCode } from './refusals.ts';

/** Employers hear nothing about people who were not proposed to them. */
export function explainReason(reason: Reason, audience: Exclude<Audience, 'employer'>): readonly string[] {
  const staff = audience === 'staff';
  switch (reason.code) {
    case 'no_one_seeking':
      return ['家里现在没有人要找工作。'];
    case 'missing_data':
      return ['没有登记出生日期。', staff ? '补上以后再匹配。' : '请告诉网格员补上。'];
    case 'public_only_unqualified': {
      const { posts, relaxations } = reason.facts;
      if (!staff) return ['现在没有合适的岗位。', '可以问问公益性岗位。'];
      const barred = relaxations.map(({ code }) => publicBars[code]).find((bar) => bar !== undefined);
      return [`只有${posts}个公益性岗位合适。`, barred ?? '但条件不止一条不符合。'];
    }
    case 'no_vacancy_in_reach':
      return ['现在没有合适的岗位。', ...advice(reason).slice(0, 1)];
    case 'lost_to_priority':
      return staff ? lost(reason.facts.posts) : ['合适的岗位名额满了。', '有新岗位会再推荐。'];
  }
}

/** What would open how many posts; only what people can change, never what the law protects. */
export function advice(reason: Reason): readonly string[] {
  switch (reason.code) {
    case 'public_only_unqualified':
    case 'no_vacancy_in_reach':
      return reason.facts.relaxations.flatMap((relaxation) => adviceOn(relaxation) ?? []);
    case 'lost_to_priority':
      return ['再找几个同样的岗位。'];
    case 'missing_data':
      return ['补录出生日期。'];
    case 'no_one_seeking':
      return [];
  }
}

function adviceOn({ code, opens }: Relaxation): string | null {
  const change = changes[code];
  return change === undefined ? null : `若${change}，多${opens}个岗位。`;
}

const changes: Readonly<Partial<Record<RefusalCode, string>>> = {
  weak_not_accepted: '单位接收弱劳力',
  age_under_ad: '单位放宽年龄',
  age_over_ad: '单位放宽年龄',
  education_below: '单位放宽学历',
  literacy_needed: '学会常用的字',
  putonghua_needed: '学会说普通话',
  skill_missing: '参加对口培训',
  certificate_missing: '考到要的证书',
  health_limit: '单位调整重活',
  not_offered_here: '招工放开到本县',
  out_of_reach: '有车接送',
  away_unwished: '愿意走远一些',
  needed_at_home: '有人分担照看',
  no_lodging: '单位解决住宿',
  care_hours: '有人分担照看',
  pay_below_wish: '工资要求低一点',
  not_part_time: '能做全天',
  public_not_recognised: '认定就业困难人员',
  refused_before: '再考虑拒绝过的',
};

const publicBars: Readonly<Partial<Record<RefusalCode, string>>> = {
  public_not_recognised: '但还没认定就业困难人员。',
  public_placements_used: '但公益性岗位次数用完了。',
  public_entry_age: '但年龄超过了公益岗上限。',
  public_household_limit: '但家里已有人在公益岗。',
};

/** `posts` are the ones that came nearest, so the first says what it was about. */
function lost(posts: readonly LostPost[]): string[] {
  const [nearest] = posts;
  const cause = nearest?.by === 'priority' ? '名额用在更急的家庭。' : '名额给了更合适的人。';
  const { A, B, C, others } = nearest?.holders ?? { A: 0, B: 0, C: 0, others: 0 };
  const first = listed([`监测户${A}人`, A], [`脱贫户${B}人`, B]);
  const second = listed([`其他户${C}人`, C], [`别的人${others}个`, others]);
  return [
    '有合适岗位，名额不够。',
    cause,
    ...(first ? [`那里有${first}。`] : []),
    ...(second ? [`${first ? '还有' : '那里有'}${second}。`] : []),
  ];
}

const listed = (...entries: readonly (readonly [text: string, count: number])[]): string =>
  entries.flatMap(([text, count]) => (count > 0 ? text : [])).join('、');
