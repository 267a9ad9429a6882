import type { RelationToHead, Sex } from '#contract/codes/person.ts';
import type { Random } from '../random.ts';

/** One person of a family before names: how old, whose what, and whether the ledger counts labour. */
export interface Member {
  readonly relation: RelationToHead;
  readonly sex: Sex;
  /** completed years */
  readonly age: number;
  readonly role: 'labourer' | 'child' | 'student' | 'elder' | 'lost';
}

export const male: Sex = '1';
export const female: Sex = '2';
const other = (sex: Sex): Sex => (sex === male ? female : male);

/** Mothers are at least this much older than their children, and at most 44 years. */
const generation = { least: 19, most: 44 };

/** Who works in a household, besides its head. */
interface Shape {
  readonly spouse?: true;
  readonly children?: number;
  /** the eldest child is married and lives here */
  readonly inLaw?: true;
  readonly parent?: true;
  readonly sibling?: true;
}

const shapes: Readonly<Record<number, readonly (readonly [Shape, number])[]>> = {
  1: [[{}, 1]],
  2: [
    [{ spouse: true }, 72],
    [{ children: 1 }, 15],
    [{ parent: true }, 8],
    [{ sibling: true }, 5],
  ],
  3: [
    [{ spouse: true, children: 1 }, 62],
    [{ spouse: true, parent: true }, 14],
    [{ children: 1, inLaw: true }, 10],
    [{ children: 2 }, 14],
  ],
  4: [
    [{ spouse: true, children: 2 }, 45],
    [{ spouse: true, children: 1, inLaw: true }, 45],
    [{ spouse: true, children: 1, parent: true }, 10],
  ],
  5: [
    [{ spouse: true, children: 2, inLaw: true }, 70],
    [{ spouse: true, children: 3 }, 30],
  ],
};

/** A family with exactly so many labourers and dependents, its ages coherent with its kinship. */
export function composeFamily(random: Random, labourers: number, dependents: number): Member[] {
  if (labourers === 0) return composeWithoutLabour(random, dependents);
  const members = composeLabourers(random, random.weighted(shapes[labourers]!));
  addDependents(random, members, dependents);
  return members;
}

function composeLabourers(random: Random, shape: Shape): Member[] {
  const head = headOf(random, shape);
  const members: Member[] = [head];
  const add = (relation: RelationToHead, sex: Sex, age: number) =>
    members.push({ relation, sex, age, role: 'labourer' });

  if (shape.spouse) add('spouse', other(head.sex), partnerAge(random, head));
  if (shape.children) {
    const oldest = motherAge(members) - generation.least;
    const youngest = shape.inLaw ? 21 : random.chance(0.06) ? 16 : 18;
    let age = random.int(Math.max(youngest, oldest - 8), Math.max(youngest, oldest));
    for (let i = 0; i < shape.children; i++) {
      const child = { sex: random.chance(0.52) ? male : female, age };
      add('child', child.sex, age);
      if (i === 0 && shape.inLaw)
        add('child_in_law', other(child.sex), Math.max(20, age + random.int(-2, 2)));
      age = Math.max(i === 0 && shape.inLaw ? 18 : youngest, age - random.int(1, 3));
    }
  }
  if (shape.parent) add('parent', random.pick([male, female]), head.age + random.int(19, 22));
  if (shape.sibling) add('sibling', random.pick([male, female]), Math.max(18, head.age + random.int(-6, 6)));
  return members;
}

function headOf(random: Random, { spouse, children = 0, inLaw, parent }: Shape): Member {
  const [from, to] =
    parent && children
      ? [40, 42]
      : parent
        ? [22, 41]
        : inLaw
          ? [46, 60]
          : children
            ? [41 + 2 * children, 59]
            : [22, 56];
  const sex = random.chance(spouse ? 0.1 : 0.38) ? female : male;
  return { relation: 'head', sex, age: random.around(from, to), role: 'labourer' };
}

function partnerAge(random: Random, { sex, age }: Member): number {
  const older = random.int(-1, 4);
  return Math.max(20, sex === male ? age - older : age + older);
}

/** Age of the mother of the head's children; a man alone is taken as two years older than she was. */
function motherAge(members: readonly Member[]): number {
  const couple = members.filter(({ relation }) => relation === 'head' || relation === 'spouse');
  return couple.find(({ sex }) => sex === female)?.age ?? couple[0]!.age - 2;
}

function addDependents(random: Random, members: Member[], count: number): void {
  for (let i = 0; i < count; i++) members.push(dependentOf(random, members));
}

/** One more child, old person or other dependent who fits into the family as it stands. */
function dependentOf(random: Random, members: readonly Member[]): Member {
  const head = members[0]!;
  const ofRelation = (relation: RelationToHead) => members.filter((member) => member.relation === relation);
  const choices: (readonly [Member, number])[] = [];
  const offer = (
    weight: number,
    role: Member['role'],
    relation: RelationToHead,
    sex: Sex,
    from: number,
    to: number,
  ) => {
    if (from <= to) choices.push([{ relation, sex, age: random.int(from, to), role }, weight]);
  };
  const anySex = random.chance(0.53) ? male : female;

  const mother = motherAge(members);
  const [youngestChild, oldestChild] = [Math.max(0, mother - generation.most), mother - generation.least];
  offer(head.age < 50 ? 40 : 8, 'child', 'child', anySex, youngestChild, Math.min(15, oldestChild));
  offer(9, 'student', 'child', anySex, Math.max(16, youngestChild), Math.min(22, oldestChild));

  const young = [...ofRelation('child').slice(0, 1), ...ofRelation('child_in_law')];
  if (young.length === 2) {
    const youngMother = young.find(({ sex }) => sex === female)!.age;
    offer(
      60,
      'child',
      'grandchild',
      anySex,
      Math.max(0, youngMother - generation.most),
      Math.min(15, youngMother - generation.least),
    );
  }

  const parents = ofRelation('parent');
  if (parents.length < 2) {
    const sex = parents[0] ? other(parents[0].sex) : random.chance(0.6) ? female : male;
    const near = parents[0]?.age ?? head.age + random.int(20, 30);
    const least = Math.max(61, near - 5, head.age + generation.least);
    offer(26, 'elder', 'parent', sex, least, Math.min(90, near + 5, head.age + generation.most));
  }
  if (ofRelation('grandparent').length === 0) {
    offer(1, 'elder', 'grandparent', female, Math.max(75, head.age + 42), Math.min(94, head.age + 60));
  }
  if (ofRelation('spouse').length === 0) {
    offer(12, 'lost', 'spouse', other(head.sex), Math.max(20, head.age - 2), Math.min(60, head.age + 3));
  }
  offer(3, 'lost', 'sibling', anySex, Math.max(18, head.age - 8), Math.min(62, head.age + 8));
  return random.weighted(choices);
}

function composeWithoutLabour(random: Random, size: number): Member[] {
  const old = random.chance(size === 1 ? 0.78 : 0.66);
  const sex = random.chance(0.72) ? male : female;
  const head: Member = old
    ? { relation: 'head', sex, age: random.around(62, 86), role: 'elder' }
    : { relation: 'head', sex, age: random.int(30, 58), role: 'lost' };
  const members = [head];
  if (old && size > 1 && random.chance(0.75)) {
    const age = Math.max(61, partnerAge(random, head));
    members.push({ relation: 'spouse', sex: other(sex), age, role: 'elder' });
  }
  while (members.length < size) members.push(old ? leftBehind(random, head) : dependentOf(random, members));
  return members;
}

/** 留守: grandchildren whose parents registered elsewhere, or a grown child who cannot work. */
function leftBehind(random: Random, head: Member): Member {
  const sex = random.chance(0.53) ? male : female;
  const oldest = head.age - 2 * generation.least - 3;
  return random.weighted<Member>([
    [{ relation: 'grandchild', sex, age: random.int(3, Math.min(15, oldest)), role: 'child' }, 70],
    [{ relation: 'grandchild', sex, age: random.int(16, Math.min(20, oldest)), role: 'student' }, 12],
    [{ relation: 'child', sex, age: random.int(28, head.age - 24), role: 'lost' }, 18],
  ]);
}
