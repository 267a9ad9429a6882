import type { myRoutes } from '#contract/routes/my.ts';
import type { Db } from '#drizzle/db.ts';
import {
  isFindable,
  listAccesses,
  listAssisted,
  listContactConsents,
  listFamily,
} from '#drizzle/queries/my.ts';
import { everydayWords } from '#drizzle/queries/taxonomy.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { suitedCards } from '../fit/suitedCards.ts';
import { changeFindable, changeProfile, objectToAction, selfOf, takeBackContact } from '../operations/my.ts';
import { presentHousehold } from '../presenters/my.ts';
import { keptSkills, presentProfile } from '../presenters/profile.ts';
import type { Handlers } from '../register.ts';
import { openPlaces } from '../search/places.ts';
import type { Services } from '../services.ts';

export function myHandlers({ db }: Pick<Services, 'db'>): Handlers<typeof myRoutes> {
  const places = openPlaces(db);
  const profileOf = async (db: Db, act: Parameters<typeof selfOf>[1]) =>
    presentProfile(await selfOf(db, act), await everydayWords(db));

  return {
    async household({ caller, db }) {
      const self = await selfOf(db, { caller });
      const { id, household } = self.person;
      return presentHousehold({
        self,
        family: await listFamily(db, household),
        findable: await isFindable(db, id),
        contacts: await listContactConsents(db, id),
        accesses: await listAccesses(db, id),
        assisted: await listAssisted(db, id),
        today: await databaseDay(db),
      });
    },

    async findable({ body, caller, db, request }) {
      await changeFindable(db, { caller, requestId: request.id, ...body });
      return undefined;
    },

    async revoke({ params, caller, db, request }) {
      await takeBackContact(db, { caller, requestId: request.id, ...params });
      return undefined;
    },

    async object({ params, body, caller, db, request }) {
      await objectToAction(db, { caller, requestId: request.id, ...params, words: body.words });
      return undefined;
    },

    profile: ({ caller, db }) => profileOf(db, { caller }),

    async saveProfile({ body: { version, skills, ...wishes }, caller, db, request }) {
      const kept = keptSkills(await selfOf(db, { caller }));
      const profile = { ...wishes, skills: [...kept, ...skills] };
      await changeProfile(db, { caller, requestId: request.id, version, profile });
      return profileOf(db, { caller });
    },

    async vacancies({ caller, db }) {
      const { person, settlement } = await selfOf(db, { caller });
      return { items: await suitedCards(db, places, person.id, settlement) };
    },
  };
}
