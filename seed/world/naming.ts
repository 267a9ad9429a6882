import type { Ethnicity } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';
import { ethnicShares, givenNameOf, surnameOf } from '../reference/names.ts';
import { female, type Member, male } from './family.ts';

export interface Named {
  readonly name: string;
  readonly ethnicity: Ethnicity;
}

/** Names a family: children carry their father's surname, wives keep their own, groups marry mostly within. */
export function nameFamily(random: Random, members: readonly Member[], thisYear: number): Named[] {
  const head = members[0]!;
  const ethnicity = random.weighted(ethnicShares);
  const family = surnameOf(random, ethnicity);
  const marriedIn = () => {
    const group = random.chance(0.72) ? ethnicity : random.weighted(ethnicShares);
    return { group, surname: surnameOf(random, group) };
  };
  const spouse = marriedIn();
  const inLaw = marriedIn();
  // A woman at the head of a couple carries her own name; the children carry her husband's.
  const hasHusband = head.sex === female && members.some(({ relation }) => relation === 'spouse');
  const children = hasHusband
    ? { group: ethnicity, surname: spouse.surname }
    : { group: ethnicity, surname: family };
  const eldest = members.find(({ relation }) => relation === 'child');
  const grandchildren = eldest?.sex === female ? inLaw : children;

  const lineOf = ({ relation, sex }: Member): { group: Ethnicity; surname: string } => {
    switch (relation) {
      case 'spouse':
        return spouse;
      case 'child':
        return children;
      case 'child_in_law':
        return inLaw;
      case 'grandchild':
        return grandchildren;
      case 'parent':
        return sex === male ? { group: ethnicity, surname: family } : marriedIn();
      case 'grandparent':
        return marriedIn();
      default:
        return { group: ethnicity, surname: family };
    }
  };

  const given = new Set<string>();
  return members.map((member) => {
    const { group, surname } = lineOf(member);
    // Nobody gives two children of one house the same name; a rare third draw may still repeat.
    let name = givenNameOf(random, group, member.sex, thisYear - member.age, surname);
    if (given.has(name)) name = givenNameOf(random, group, member.sex, thisYear - member.age, surname);
    given.add(name);
    return { name: surname + name, ethnicity: group };
  });
}
