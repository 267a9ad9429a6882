import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import * as schema from '#drizzle/schema/index.ts';
import { places, plantAccount, plantHousehold, plantVacancy, spotOf, type Where } from './plant.ts';

/** How the access matrix names things of a seeker: `own` concerns the account's person, `other` somebody else. */
export function seekerTargets(db: () => Db, accountOf: (role: Role) => string) {
  async function somebody(where: Where) {
    const { people } = await plantHousehold(db(), spotOf(where));
    const person = people[0]!.id;
    if (where === 'own') {
      await db()
        .update(schema.account)
        .set({ person })
        .where(eq(schema.account.id, accountOf('seeker')));
    }
    return person;
  }
  async function consent(where: Where) {
    if (where === 'absent') return { params: { consent: randomUUID() } };
    const { employer } = await plantVacancy(db(), places.own.settlement);
    const [row] = await db()
      .insert(schema.consent)
      .values({ person: await somebody(where), kind: 'share_contact', employer: employer.id })
      .returning();
    return { params: { consent: row!.id } };
  }
  async function assisted(where: Where) {
    if (where === 'absent') return { params: { action: randomUUID() } };
    const [row] = await db()
      .insert(schema.assistedAction)
      .values({
        person: await somebody(where),
        actor: (await plantAccount(db(), 'grid_worker', places.own.grid)).id,
        authority: 'spoken',
        action: 'apply',
      })
      .returning();
    return { params: { action: row!.id } };
  }
  async function search(where: Where) {
    if (where === 'absent') return { params: { search: randomUUID() } };
    const account =
      where === 'own'
        ? accountOf('seeker')
        : (await plantAccount(db(), 'seeker', spotOf(where).settlement)).id;
    const query = { kind: [], form: [], q: randomUUID() };
    const [row] = await db().insert(schema.savedSearch).values({ account, name: '缝纫', query }).returning();
    return { params: { search: row!.id } };
  }
  return {
    'savedSearches.detail': search,
    'savedSearches.remove': search,
    'my.revoke': consent,
    'my.object': assisted,
  };
}

/** They answer from the account's own person, or hold no region at all. */
export const unaddressedSeeker = [
  'my.household',
  'my.findable',
  'my.profile',
  'my.saveProfile',
  'my.vacancies',
  'savedSearches.list',
  'savedSearches.save',
  'taxonomy.words',
  'taxonomy.versions',
  'taxonomy.publish',
];
