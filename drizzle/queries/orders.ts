import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db.ts';
import {
  employer,
  person,
  personIdentity,
  pieceDay,
  region,
  spell,
  vacancy,
  workOrder,
} from '../schema/index.ts';
import { today } from './conditions.ts';

/** Days the median looks back. */
const WINDOW = 30;

/** A piece day is of the last 30 days; of one employer, so that a new order shows what work there really brings. */
const recent = sql`p.day > ${today} - ${WINDOW}::int and o.employer = ${workOrder.employer}`;
const overPieceDays = (value: string) =>
  sql<number>`(select ${sql.raw(value)} from ${pieceDay} p join ${workOrder} o on o.id = p."order" where ${recent})`;

const select = (db: Db) =>
  db
    .select({
      order: workOrder,
      employer: employer.name,
      place: sql<string>`coalesce(${region.name}, ${employer.address}, '')`,
      medianFen: overPieceDays('percentile_cont(0.5) within group (order by p.pay_fen)').mapWith(
        (value: unknown) => (value === null ? null : Number(value)),
      ),
      people: overPieceDays('count(distinct p.person)::int'),
      days: overPieceDays('count(*)::int'),
      made: sql<number>`(select coalesce(sum(p.pieces), 0)::int from ${pieceDay} p where p."order" = ${workOrder.id})`,
      today: sql<string>`to_char(${today}, 'YYYY-MM-DD')`,
    })
    .from(workOrder)
    .innerJoin(employer, eq(employer.id, workOrder.employer))
    .leftJoin(region, eq(region.code, sql`coalesce(${employer.settlement}, ${employer.region})`));

export type OrderRow = Awaited<ReturnType<typeof select>>[number];

interface Paging {
  readonly page: number;
  readonly size: number;
}

/** Orders people can still join, soonest first. */
export async function openOrders(
  db: Db,
  { page, size, settlement }: Paging & { settlement?: string | undefined },
) {
  const wanted = and(
    inArray(workOrder.status, ['open', 'running']),
    sql`${workOrder.dueOn} >= ${today}`,
    sql`${workOrder.employer} in (select e.id from ${employer} e where e.status = 'verified'
      ${settlement ? sql`and e.settlement = ${settlement}` : sql``})`,
  );
  const items = await select(db)
    .where(wanted)
    .orderBy(asc(workOrder.startsOn), asc(workOrder.id))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await db.$count(workOrder, wanted) };
}

export async function ordersOf(db: Db, employerId: string, { page, size }: Paging) {
  const mine = eq(workOrder.employer, employerId);
  const items = await select(db)
    .where(mine)
    .orderBy(desc(sql`${workOrder.status} in ('open', 'running')`), asc(workOrder.dueOn), asc(workOrder.id))
    .limit(size)
    .offset((page - 1) * size);
  return { items, total: await db.$count(workOrder, mine) };
}

export async function findOrder(db: Db, employerId: string, id: string): Promise<OrderRow | null> {
  const [row] = await select(db).where(and(eq(workOrder.id, id), eq(workOrder.employer, employerId)));
  return row ?? null;
}

export async function lockOrder(db: Db, employerId: string, id: string): Promise<OrderRow | null> {
  await db.select({ id: workOrder.id }).from(workOrder).where(eq(workOrder.id, id)).for('no key update');
  return findOrder(db, employerId, id);
}

export async function addOrder(db: Db, values: typeof workOrder.$inferInsert): Promise<string> {
  const [row] = await db.insert(workOrder).values(values).returning({ id: workOrder.id });
  return row!.id;
}

export async function setOrderStatus(
  db: Db,
  id: string,
  status: (typeof workOrder.$inferInsert)['status'],
): Promise<void> {
  await db
    .update(workOrder)
    .set({ status, version: sql`${workOrder.version} + 1` })
    .where(eq(workOrder.id, id));
}

/** Everybody hired by the employer and not gone on that day, or who has worked on the order; their pieces. */
export const handsOf = (db: Db, { order }: OrderRow, day: string) =>
  db
    .select({
      person: person.id,
      name: personIdentity.name,
      pieces: pieceOn(order.id, day, 'pieces'),
      payFen: pieceOn(order.id, day, 'pay_fen'),
      days: overOrder(order.id, 'count(*)'),
      totalFen: overOrder(order.id, 'coalesce(sum(p.pay_fen), 0)'),
    })
    .from(person)
    .innerJoin(personIdentity, eq(personIdentity.person, person.id))
    .where(
      sql`${person.id} in (
        select s.person from ${spell} s join ${vacancy} v on v.id = s.vacancy
        where v.employer = ${order.employer} and s.started_on <= ${day} and (s.ended_on is null or s.ended_on >= ${day})
        union select p.person from ${pieceDay} p where p."order" = ${order.id})`,
    )
    .orderBy(asc(person.id));

const pieceOn = (order: string, day: string, column: string) =>
  sql<number | null>`(select ${sql.raw(`p.${column}`)} from ${pieceDay} p
    where p."order" = ${order} and p.person = ${person.id} and p.day = ${day})`;

const overOrder = (order: string, value: string) =>
  sql<number>`(select (${sql.raw(value)})::int from ${pieceDay} p
    where p."order" = ${order} and p.person = ${person.id})`;

/** What each made on a day; a later entry of the same day replaces the earlier one. */
export async function savePieces(db: Db, rows: readonly (typeof pieceDay.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(pieceDay)
    .values([...rows])
    .onConflictDoUpdate({
      target: [pieceDay.order, pieceDay.person, pieceDay.day],
      set: {
        pieces: sql`excluded.pieces`,
        payFen: sql`excluded.pay_fen`,
        recordedBy: sql`excluded.recorded_by`,
      },
    });
}
