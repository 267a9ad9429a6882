import type { Db } from '#drizzle/db.ts';
import { inviteKey } from '#drizzle/queries/employerOverview.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import { task } from '#drizzle/schema/index.ts';
import { suitedVacancies } from '../api/fit/forMe.ts';
import { gridOf, idleHouseholds } from './accounts.ts';
import { addDays } from './clock.ts';
import type { PersonRow, WorldRows } from './world/rows.ts';

type TaskRow = typeof task.$inferInsert;

/** Months after the start of work at which somebody asks how it goes. */
const FOLLOW_UP = [1, 3, 6];
const FOLLOW_UPS = 3;

/** What waits for the demo's grid worker: families without work whom employers ask for, and placements to look after. */
export async function loadDemoVisits(db: Db, world: WorldRows): Promise<void> {
  const grid = gridOf(world);
  const idle = new Set(idleHouseholds(world).map(({ id }) => id));
  const homes = new Set(world.households.flatMap((one) => (one.grid === grid ? one.id : [])));
  const people = world.persons.filter(({ household }) => homes.has(household));
  const seekers = people.filter(
    ({ household, willing, employment }) => idle.has(household) && willing && employment === 'unemployed',
  );
  const invitations = await Promise.all(seekers.map((person) => invitation(db, world, grid, person)));
  await insertMany(db, task, [...invitations.flat(), ...followUps(world, grid, people)]);
}

/** The employer whose post suits somebody best would like to meet them. */
async function invitation(db: Db, world: WorldRows, region: string, person: PersonRow): Promise<TaskRow[]> {
  const { path = '' } = world.regions.find(({ code }) => code === region) ?? {};
  const [best] = await suitedVacancies(db, person.id, path);
  const vacancy = world.vacancies.find(({ id }) => id === best?.vacancy);
  const employer = world.employers.find(({ id }) => id === vacancy?.employer);
  if (!vacancy || !employer) return [];
  return [
    {
      kind: 'invitation',
      region,
      person: person.id,
      subjectId: vacancy.id,
      text: `${employer.name}想请本人来做“${vacancy.title}”，请问问愿不愿意`,
      dueOn: addDays(world.today, 2),
      dedupe: inviteKey(vacancy.id, person.id),
    },
  ];
}

/** The newest placements of the grid. */
function followUps({ spells, today }: WorldRows, region: string, people: readonly PersonRow[]): TaskRow[] {
  const here = new Set(people.map(({ id }) => id));
  return spells
    .filter(({ person, endedOn, startedOn }) => here.has(person) && !endedOn && startedOn < today)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))
    .slice(0, FOLLOW_UPS)
    .map(({ person, startedOn }, i) => {
      const worked = (Date.parse(today) - Date.parse(startedOn)) / 86_400_000 / 30;
      const months = FOLLOW_UP.findLast((one) => one <= worked) ?? FOLLOW_UP[0];
      return {
        kind: 'follow_up',
        region,
        person,
        text: `上岗满 ${months} 个月，请上门或打电话问问做得怎么样`,
        dueOn: addDays(today, i),
        dedupe: `follow-up:${person}:${months}`,
      };
    });
}
