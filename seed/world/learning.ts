import type { Education, Ethnicity, Language, Sex } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';
import { female } from './family.ts';

/** Schooling by age, per thousand; who is sixty grew up far from any school. */
const schooling: readonly {
  readonly from: number;
  readonly shares: readonly (readonly [Education, number])[];
}[] = [
  {
    from: 60,
    shares: [
      ['90', 550],
      ['80', 350],
      ['70', 90],
      ['60', 10],
    ],
  },
  {
    from: 45,
    shares: [
      ['90', 170],
      ['80', 470],
      ['70', 310],
      ['60', 30],
      ['40', 12],
      ['30', 8],
    ],
  },
  {
    from: 30,
    shares: [
      ['90', 40],
      ['80', 260],
      ['70', 520],
      ['60', 80],
      ['40', 65],
      ['30', 28],
      ['20', 7],
    ],
  },
  {
    from: 22,
    shares: [
      ['90', 6],
      ['80', 64],
      ['70', 450],
      ['60', 150],
      ['40', 180],
      ['30', 110],
      ['20', 40],
    ],
  },
  {
    from: 16,
    shares: [
      ['80', 60],
      ['70', 560],
      ['60', 240],
      ['40', 140],
    ],
  },
  { from: 13, shares: [['70', 1]] },
  { from: 7, shares: [['80', 1]] },
  { from: 0, shares: [['90', 1]] },
];
const leastFirst: readonly Education[] = ['90', '80', '70', '60', '40', '30', '20', '10'];

export interface Learning {
  readonly education: Education;
  readonly literate: boolean;
  readonly languages: Language[];
}

export function learningOf(random: Random, age: number, sex: Sex, ethnicity: Ethnicity): Learning {
  const { shares } = schooling.find(({ from }) => age >= from)!;
  const drawn = random.weighted(shares);
  // Older girls were sent to school later and taken out sooner: the lower of two draws.
  const education = sex === female && age >= 40 ? lower(drawn, random.weighted(shares)) : drawn;
  const literate = age >= 7 && random.chance({ '90': 0.22, '80': 0.87 }[education as string] ?? 1);
  return { education, literate, languages: languagesOf(random, age, ethnicity, literate) };
}

const lower = (a: Education, b: Education) => (leastFirst.indexOf(a) < leastFirst.indexOf(b) ? a : b);

/** Mother tongues still spoken at home, by group. */
const motherTongues: Partial<Record<Ethnicity, readonly [Language, number]>> = {
  '06': ['miao', 0.75],
  '07': ['yi', 0.42],
  '09': ['buyi', 0.5],
  '14': ['other', 0.15],
  '25': ['other', 0.4],
  '37': ['other', 0.05],
};

function languagesOf(random: Random, age: number, ethnicity: Ethnicity, literate: boolean): Language[] {
  if (age < 3) return [];
  const fluent = age < 35 ? 0.97 : age < 50 ? 0.82 : age < 60 ? 0.56 : 0.26;
  const [tongue, share] = motherTongues[ethnicity] ?? ['other', 0];
  return [
    ...(random.chance(literate || age < 7 ? fluent : fluent * 0.5) ? (['putonghua'] as const) : []),
    'dialect',
    ...(random.chance(share) ? [tongue] : []),
  ];
}
