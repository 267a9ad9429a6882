import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { application, household, person, personIdentity, task, vacancy } from '../schema/index.ts';
import { today } from './conditions.ts';
import type { PageRequest } from './imports.ts';
import { buildingName } from './plans.ts';
import { type Scope, within } from './scope.ts';

/** The advertisement a task is about; only these kinds are about one. */
const aboutVacancy = sql`${vacancy.id}::text = case
  when ${task.kind} in ('invitation', 'report') then ${task.subjectId}
  when ${task.kind} = 'silent_employer' then
    (select a.vacancy::text from ${application} a where a.id::text = ${task.subjectId}) end`;

const select = (db: Db) =>
  db
    .select({
      id: task.id,
      kind: task.kind,
      text: task.text,
      dueOn: task.dueOn,
      late: sql<boolean>`coalesce(${task.dueOn} < ${today}, false)`,
      person: task.person,
      name: personIdentity.name,
      household: household.id,
      building: buildingName,
      door: household.door,
      vacancy: { id: vacancy.id, contact: vacancy.contact, phone: vacancy.phone },
    })
    .from(task)
    .leftJoin(person, eq(person.id, task.person))
    .leftJoin(personIdentity, eq(personIdentity.person, task.person))
    .leftJoin(household, eq(household.id, person.household))
    .leftJoin(vacancy, aboutVacancy);

export type TaskRow = Awaited<ReturnType<typeof select>>[number];

const open = (scope: Scope): SQL | undefined => and(isNull(task.doneAt), within(task.region, scope));

/** What waits in scope: due first, then the oldest. */
export async function listTasks(db: Db, scope: Scope, { page, size }: PageRequest) {
  const items = await select(db)
    .where(open(scope))
    .orderBy(sql`${task.dueOn} asc nulls last`, asc(task.createdAt), asc(task.id))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await countOpenTasks(db, scope) };
}

export const countOpenTasks = (db: Db, scope: Scope): Promise<number> => db.$count(task, open(scope));

/** What waits for one household. */
export const tasksOfHousehold = (db: Db, scope: Scope, householdId: string): Promise<TaskRow[]> =>
  select(db)
    .where(and(open(scope), eq(household.id, householdId)))
    .orderBy(sql`${task.dueOn} asc nulls last`, asc(task.id));

/** @returns the task's region and whether it was open, null when there is none in scope */
export async function closeTask(
  db: Db,
  scope: Scope,
  id: string,
  by: { readonly account: string; readonly result: string },
): Promise<{ region: string; closed: boolean } | null> {
  const [row] = await db
    .select({ region: task.region })
    .from(task)
    .where(and(eq(task.id, id), within(task.region, scope)));
  if (!row) return null;
  const closed = await close(db, eq(task.id, id), by);
  return { ...row, closed: closed.length === 1 };
}

/** Ends what asked for something that has now happened by itself. */
export const closeTasksFor = (
  db: Db,
  dedupes: readonly string[],
  by: { readonly account: string; readonly result: string },
) => close(db, inArray(task.dedupe, [...dedupes]), by);

const close = (db: Db, which: SQL, { account, result }: { account: string; result: string }) =>
  db
    .update(task)
    .set({ doneAt: sql`now()`, doneBy: account, result })
    .where(and(which, isNull(task.doneAt)))
    .returning({ id: task.id });
