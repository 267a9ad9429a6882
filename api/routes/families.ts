import type { familyRoutes } from '#contract/routes/families.ts';
import { findOpenPost, findPerson } from '#drizzle/queries/applications.ts';
import { findFamily, listFamilies } from '#drizzle/queries/families.ts';
import { findSelf } from '#drizzle/queries/my.ts';
import { listMembers } from '#drizzle/queries/plans.ts';
import { policyInForce } from '#drizzle/queries/policies.ts';
import {
  askedFor,
  listEntered,
  listRefusals,
  standingApplication,
  standingRefusal,
  waitedFor,
} from '#drizzle/queries/referrals.ts';
import { tasksOfHousehold } from '#drizzle/queries/tasks.ts';
import { databaseDay } from '#drizzle/queries/vacancies.ts';
import { suitedCards } from '../fit/suitedCards.ts';
import { presentFamily, presentHome, presentSaid } from '../presenters/family.ts';
import { found } from '../problem.ts';
import type { Handlers } from '../register.ts';
import { openPlaces } from '../search/places.ts';
import type { Services } from '../services.ts';

export function familyHandlers({ db }: Pick<Services, 'db'>): Handlers<typeof familyRoutes> {
  const places = openPlaces(db);

  return {
    async list({ query: { page, size, q, zero }, caller, db }) {
      const { items, total } = await listFamilies(db, caller.region, { text: q, zero }, { page, size });
      const cards = items.map(({ settlement, tasks, ...row }) => ({
        ...presentHome(row),
        settlement: settlement.name,
        tasks,
      }));
      return { page, size, total, items: cards };
    },

    async detail({ params, caller, db }) {
      const household = found(await findFamily(db, caller.region, params.household));
      const members = await listMembers(db, household.id);
      const ids = members.map(({ person }) => person.id);
      return presentFamily({
        household,
        members,
        refusals: await listRefusals(db, ids),
        entered: await listEntered(db, ids),
        tasks: await tasksOfHousehold(db, caller.region, household.id),
        rule: await policyInForce(db, 'zero_employment.refusals_max', household.settlement.path),
        today: await databaseDay(db),
      });
    },

    async posts({ params, caller, db }) {
      const { id } = found(await findPerson(db, caller.region, params.person));
      const { settlement } = found(await findSelf(db, id));
      const [waits, asked] = [await waitedFor(db, id), await askedFor(db, id)];
      const cards = (await suitedCards(db, places, id, settlement))
        .filter((card) => !waits.has(card.id))
        .map(({ score: _, ...card }) => ({ ...card, asked: asked.has(card.id) }));
      return { items: cards.sort((a, b) => Number(b.asked) - Number(a.asked)) };
    },

    async said({ params: { person, vacancy }, caller, db }) {
      const { id } = found(await findPerson(db, caller.region, person));
      const entered = await standingApplication(db, id, vacancy);
      const said = presentSaid(entered, await standingRefusal(db, id, vacancy));
      // A refusal may be taken back, or have another reason; an application is the person's to withdraw.
      const isOpen = !entered && (await findOpenPost(db, vacancy)) !== null;
      return { said, allowed: isOpen ? ['yes', 'no'] : [] };
    },
  };
}
