import type { HealthLimit, LabourCapacity } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';
import { female, type Member } from './family.ts';

export interface Body {
  readonly capacity: LabourCapacity;
  readonly healthLimits: HealthLimit[];
  /** 残疾类别等级 as the certificate writes it */
  readonly disability: string | null;
}

/** 劳动能力 is a human assessment: it follows age and health here only as loosely as it does in ledgers. */
export function bodyOf(random: Random, { role, age, sex }: Member, ofZeroHousehold: boolean): Body {
  if (role === 'lost') {
    const disability = random.chance(0.8) ? random.pick(severe) : null;
    return { capacity: 'lost', healthLimits: ['heavy_lifting', 'long_standing', 'night'], disability };
  }
  if (role !== 'labourer') return { capacity: 'none', healthLimits: [], disability: null };

  const beyondBand = age > (sex === female ? 55 : 60);
  // A household stays at zero for a reason: health is the commonest after care.
  const weak = random.chance(beyondBand ? 0.6 : ofZeroHousehold ? 0.42 : age >= 50 ? 0.24 : 0.06);
  const capacity = weak ? 'weak' : random.chance(age < 50 ? 0.26 : 0.12) ? 'skilled' : 'ordinary';
  const limits = weak ? random.int(2, 4) : random.chance(age >= 45 ? 0.22 : 0.05) ? 1 : 0;
  return {
    capacity,
    healthLimits: random.shuffle(commonLimits).slice(0, limits).filter(unique),
    disability: weak && random.chance(0.3) ? random.pick(light) : null,
  };
}

const severe = ['肢体二级', '精神二级', '智力二级', '视力一级', '肢体一级', '多重二级'];
const light = ['肢体四级', '肢体三级', '听力三级', '视力四级', '言语四级'];

/** Backs and lungs worn by farming and mining come first; repeated entries weigh more. */
const commonLimits: readonly HealthLimit[] = [
  'heavy_lifting',
  'heavy_lifting',
  'heavy_lifting',
  'long_standing',
  'night',
  'night',
  'dust',
  'heights',
  'fine_vision',
  'hearing',
];

const unique = <T>(value: T, index: number, list: readonly T[]) => list.indexOf(value) === index;
