/**
 * A proposal in Chinese, made of the parts of its score. Short sentences, digits, no jargon; a proposal, never an
 * order. Three audiences: `staff` sees the grounds, `seeker` is spoken to, and `employer` never learns of health,
 * care, poverty, or what pay a person hoped for.
 */
import type { ScorePart } from './parts.ts';
import type { Proposal } from './plan.ts';
import type { WorkRegion } from './types.ts';
import type { PartCode } from './weights.ts';

export type Audience = 'staff' | 'seeker' | 'employer';

/** Words for codes; the engine itself holds none. */
export interface Names {
  /** 缝纫工 */
  occupation(code: string): string;
}

export const partLabels: Readonly<Record<PartCode, string>> = {
  skill: '会做的活',
  pay: '工资',
  wish: '本人意愿',
  minutes: '路程',
  hours: '时间',
  stability: '稳定',
  companions: '同伴',
  lodging: '吃住',
  gentle: '身体',
  language: '语言',
};

const regionLabels: Readonly<Record<WorkRegion, string>> = {
  local: '外乡',
  county: '县内',
  province: '省内',
  outside: '省外',
};

/** Why this job for this person, most telling part first, and who decides. */
export function explainProposal(proposal: Proposal, audience: Audience, names: Names): readonly string[] {
  const grounds = [...proposal.parts]
    .sort((a, b) => b.points - a.points)
    .map((part) => explainPart(part, audience, names))
    .filter((sentence) => sentence !== '');
  return [...opening(proposal, audience), ...grounds, closing[audience]];
}

const closing: Readonly<Record<Audience, string>> = {
  staff: '请先问本人愿不愿意。',
  seeker: '去不去由您决定。',
  employer: '录不录用由双方商量。',
};

function opening({ covers, kind, locked }: Proposal, audience: Audience): string[] {
  if (audience === 'employer') return ['推荐一位求职者。'];
  if (audience === 'seeker') return ['给您推荐这个岗位。'];
  const sentences = ['建议考虑这个岗位。'];
  if (locked) sentences.push('这一对由工作人员指定。');
  if (covers) sentences.push('这一户还没有人就业。');
  if (kind === 'public_welfare') sentences.push('这是托底的公益性岗位。');
  return sentences;
}

/** How long those hired stay, 0–100, below what is worth praising. */
const unsteady = (stability: number): string =>
  stability >= 40 ? '去的人有的久有的不久。' : '以前去的人多半干不久，要常回访。';

/** Why a part has the points it has, for staff; says so where nothing speaks for or against. */
export const explainPoints = (part: ScorePart, names: Names): string =>
  explainPart(part, 'staff', names) || ordinary[part.code] || '';

const ordinary: Partial<Record<PartCode, string>> = {
  companions: '没有同伴一起。',
  lodging: '不需要住在单位。',
  gentle: '身体没有要避开的活。',
  language: '会说普通话。',
};

/** One part in words; empty when there is nothing this audience should hear. */
export function explainPart(part: ScorePart, audience: Audience, names: Names): string {
  const staff = audience === 'staff';
  const who = audience === 'seeker' ? '您' : '本人';
  switch (part.code) {
    case 'skill': {
      const { occupation, nearness, open } = part.facts;
      if (nearness === 100) return `会做${names.occupation(occupation)}，正对口。`;
      if (nearness >= 60) return `做过的活和${names.occupation(occupation)}相近。`;
      return open ? '不要求经验，可以边干边学。' : staff ? '经验不多，上岗前要带一带。' : '';
    }
    case 'pay': {
      const { payMin, payMax, floor, own } = part.facts;
      const pay = payMin === payMax ? `每月${payMin}元。` : `每月${payMin}到${payMax}元。`;
      if (audience === 'employer' || floor === null || !own) return pay;
      return payMax < floor ? `${pay}比${who}期望的${floor}元低。` : `${pay}${who}期望${floor}元。`;
    }
    case 'wish':
      if (!part.facts.stated) return staff ? '没有说想做什么工种。' : '';
      if (part.facts.nearness === 100) return `正是${who}想做的工种。`;
      if (part.facts.nearness >= 30) return `和${who}想做的相近。`;
      return staff ? '不是本人最想做的工种。' : '';
    case 'minutes': {
      const { mode, minutes, region } = part.facts;
      if (mode === 'away') return `在${regionLabels[region]}，要住在那边。`;
      if (mode === 'home') return minutes ? `在家做，取料约${minutes}分钟。` : '在家做，不用出门。';
      return `单程约${minutes}分钟。`;
    }
    case 'hours': {
      const { hoursPerDay, care, slack, childWelcome } = part.facts;
      const day = `每天${hoursPerDay}小时。`;
      if (audience === 'employer' || care === null) return day;
      if (care === 'child' && childWelcome) return `${day}可以带着孩子上班。`;
      if (slack === null) return `${day}时间自己安排，不误照看。`;
      return `${day}不误照看家人，还余${slack}分钟。`;
    }
    case 'stability': {
      const { stability, insurance } = part.facts;
      if (audience === 'employer') return '';
      const lasting = stability >= 60 ? '干得久的人多。' : staff ? unsteady(stability) : '';
      return `${insurance ? '缴社保。' : ''}${lasting}`;
    }
    case 'companions':
      return part.facts.companions.length > 0 && audience !== 'employer' ? '可能和同伴一起上班。' : '';
    case 'lodging': {
      const { needed, lodging, meals } = part.facts;
      if (lodging || meals) return `${meals ? '包吃' : ''}${lodging ? '包住' : ''}。`;
      return needed && audience !== 'employer' ? '不包吃住。' : '';
    }
    case 'gentle': {
      const { spared, strains } = part.facts;
      if (!spared || audience === 'employer') return '';
      return strains.length === 0 ? '活不重，身体吃得消。' : '避开了身体不便做的活。';
    }
    case 'language': {
      const { speaks, amongNeighbours } = part.facts;
      if (speaks) return '';
      return amongNeighbours ? '在本地做，说方言也行。' : '那边多说普通话。';
    }
  }
}
