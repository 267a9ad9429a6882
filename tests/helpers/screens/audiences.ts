import type { HouseholdPlan } from '#contract/routes/runs.ts';
import { uscc } from '../../../seed/identifiers.ts';
import { PASSWORD as PLANTED, plantAccount, plantHousehold } from '../plant.ts';
import type { Product } from '../product.ts';
import { SETTLEMENT } from '../seekerPages.ts';
import { signedIn } from '../signedIn.ts';
import { demoGrid, plantTask } from '../visits.ts';
import { bureauFairScreens, employerFairScreens, type Fairs, personFairScreens } from './fairs.ts';
import { makePerson, makeSeeker } from './person.ts';
import { type Audience, NOBODY, type Screen } from './screen.ts';
import { doorScreens, newcomerScreens, personScreens, publicScreens } from './seeker.ts';
import {
  bureauScreens,
  type Door,
  employerScreens,
  gridScreens,
  idleBureauScreens,
  newEmployerScreens,
  newProviderScreens,
  type Plan,
  providerScreens,
} from './staff.ts';
import { withDb } from './withDb.ts';

type Items<T> = { readonly items: readonly T[] };

/** A kiosk shows the same pages in its own size; what went wrong looks as on a phone. */
const own = (screens: readonly Screen[]) =>
  screens.filter(({ state }) => !['gone', 'nowhere', 'refused'].includes(state ?? ''));

/** Brings the product into the states to look at; resolves to who then looks at which screens. */
export async function makeAudiences({ api, people, database }: Product, lonely: string): Promise<Audience[]> {
  const [{ things, ...person }, plan, newcomers, school, fairs, door] = await Promise.all([
    makePerson(api, database),
    makePlan(api, people),
    plantNewcomers(api, database),
    signedIn(api, 'peixun'),
    findFairs(api),
    makeDoor(api, database),
  ]);
  const { items } = await school.ask<Items<{ id: string }>>('/api/classes?status=running');
  const open = publicScreens(things);
  const kiosk = SETTLEMENT;
  return [
    { screens: [...open, ...doorScreens, { route: '/kiosk', state: 'setup' }] },
    { kiosk, screens: [{ route: '/kiosk' }, ...own(open), { route: '/(public)/login' }] },
    { ...person, screens: personScreens(things) },
    { login: 'qiuzhizhe', screens: personFairScreens(fairs) },
    { login: 'qiuzhizhe', kiosk, screens: personFairScreens(fairs) },
    { ...person, kiosk, screens: own(personScreens(things)) },
    { ...newcomers.seeker, screens: newcomerScreens },
    { at: lonely, screens: [{ route: '/(public)/jobs', state: 'api-away' }] },
    { login: 'shuicheng', screens: [...bureauScreens(plan), ...bureauFairScreens(fairs)] },
    { login: 'wanggeyuan', screens: gridScreens(door) },
    { login: 'zhongshan', screens: idleBureauScreens },
    { login: 'qiye', screens: [...employerScreens, ...employerFairScreens] },
    { ...newcomers.employer, screens: newEmployerScreens },
    { login: 'peixun', screens: providerScreens(items[0]?.id ?? NOBODY) },
    { ...newcomers.provider, screens: newProviderScreens },
  ];
}

async function makePlan(api: string, people: string): Promise<Plan> {
  const bureau = await signedIn(api, 'shuicheng');
  const [run] = await Promise.all([bureau.match(), bureau.upload('people', people)]);
  const first = async (outcome: string) => {
    const path = `/api/runs/${run.id}/households?outcome=${outcome}&size=1`;
    return (await bureau.ask<Items<HouseholdPlan>>(path)).items[0]?.householdId ?? NOBODY;
  };
  const [covered, uncovered] = await Promise.all([first('covered'), first('uncovered')]);
  return { run: run.id, covered, uncovered };
}

/** A family to visit that has declined a post, a matter that waits for it, and a post to put to it. */
async function makeDoor(api: string, database: string): Promise<Door> {
  const { person, household } = await makeSeeker(database);
  const worker = await signedIn(api, 'wanggeyuan');
  const { items } = await worker.ask<Items<{ id: string }>>(`/api/persons/${person}/posts`);
  const [declined = NOBODY, vacancy = NOBODY] = items.map(({ id }) => id);
  const said = { answer: 'no', vacancy: declined, reason: 'distance' };
  await worker.post(`/api/persons/${person}/referrals`, said);
  const waiting = { person, subjectId: vacancy, text: '车间想请本人来做“缝纫工”，请问问愿不愿意' };
  await withDb(database, async (db) => plantTask(db, await demoGrid(db), { kind: 'invitation', ...waiting }));
  return { household, person, vacancy };
}

async function findFairs(api: string): Promise<Fairs> {
  const bureau = await signedIn(api, 'shuicheng');
  const first = async (status: string) =>
    (await bureau.ask<Items<{ id: string }>>(`/api/fairs?status=${status}`)).items[0]?.id ?? NOBODY;
  return { coming: await first('inviting'), over: await first('closed') };
}

/** Accounts to which nothing has happened. */
async function plantNewcomers(api: string, database: string) {
  const { seeker, provider } = await withDb(database, async (db) => {
    const { people } = await plantHousehold(db, { settlement: SETTLEMENT, grid: await demoGrid(db) });
    const seeker = await plantAccount(db, 'seeker', SETTLEMENT, { person: people[0]!.id });
    return { seeker, provider: await plantAccount(db, 'provider', SETTLEMENT) };
  });
  const employer = { login: 'xindanwei', password: PLANTED };
  await fetch(`${api}/api/employers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...employer,
      name: '新来的车间',
      uscc: uscc('91', 999_999),
      kind: 'workshop',
      legalRepresentative: '王建国',
      address: '以朵社区 1 号楼',
      contact: '王建国',
      phone: '13800001234',
      region: SETTLEMENT,
    }),
  });
  return {
    employer,
    seeker: { login: seeker.login, password: PLANTED },
    provider: { login: provider.login, password: PLANTED },
  };
}
