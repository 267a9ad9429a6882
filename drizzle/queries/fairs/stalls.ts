import { and, asc, eq, gt, ilike, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { employer, fairPost, fairStall, region, vacancy } from '../../schema/index.ts';
import { today } from '../conditions.ts';

/** Stalls of a fair by their number, with the posts they bring. */
export async function listStalls(db: Db, fairId: string) {
  const stalls = await db
    .select({ stall: fairStall, employer: { id: employer.id, name: employer.name } })
    .from(fairStall)
    .innerJoin(employer, eq(employer.id, fairStall.employer))
    .where(eq(fairStall.fair, fairId))
    .orderBy(asc(fairStall.number));
  const posts = await db
    .select({ post: fairPost, vacancy })
    .from(fairPost)
    .innerJoin(fairStall, eq(fairStall.id, fairPost.stall))
    .innerJoin(vacancy, eq(vacancy.id, fairPost.vacancy))
    .where(eq(fairStall.fair, fairId))
    .orderBy(asc(vacancy.title), asc(vacancy.id));
  const byStall = Map.groupBy(posts, ({ post }) => post.stall);
  return stalls.map((row) => ({ ...row, posts: byStall.get(row.stall.id) ?? [] }));
}
export type StallRecord = Awaited<ReturnType<typeof listStalls>>[number];

/** Published and valid, with a place left. */
const takesPeople = and(
  eq(vacancy.status, 'published'),
  gt(sql`${vacancy.headcount} - ${vacancy.filled}`, 0),
  or(sql`${vacancy.validUntil} is null`, sql`${vacancy.validUntil} >= ${today}`),
);

/** Employers one may ask: verified, recruiting, offered to the fair's region or around it. */
const EMPLOYERS = 30;

export async function listFairEmployers(db: Db, fairId: string, path: string, words: string) {
  const near = sql`coalesce((select ${region.path} like ${`${path}%`} or ${path} like ${region.path} || '%' from ${region}
    where ${region.code} = coalesce(${vacancy.settlement}, ${vacancy.regionCode})), true)`;
  const absent = sql`not exists (select 1 from fair_stall s where s.fair = ${fairId} and s.employer = ${employer.id})`;
  const wanted =
    words === '' ? undefined : or(ilike(employer.name, like(words)), ilike(vacancy.title, like(words)));
  const employers = await db
    .select({ id: employer.id, name: employer.name })
    .from(employer)
    .innerJoin(vacancy, eq(vacancy.employer, employer.id))
    .where(and(eq(employer.status, 'verified'), takesPeople, near, absent, wanted))
    .groupBy(employer.id)
    .orderBy(sql`sum(${vacancy.headcount} - ${vacancy.filled}) desc`, asc(employer.id))
    .limit(EMPLOYERS);
  return withPosts(db, employers);
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** What an employer could bring, most places first. */
export async function withPosts(
  db: Db,
  employers: readonly { readonly id: string; readonly name: string }[],
) {
  if (employers.length === 0) return [];
  const vacancies = await db
    .select()
    .from(vacancy)
    .where(
      and(
        inArray(
          vacancy.employer,
          employers.map(({ id }) => id),
        ),
        takesPeople,
      ),
    )
    .orderBy(sql`${vacancy.headcount} - ${vacancy.filled} desc`, asc(vacancy.id));
  const byEmployer = Map.groupBy(vacancies, ({ employer }) => employer);
  return employers.map((row) => ({ ...row, posts: byEmployer.get(row.id) ?? [] }));
}

/** An employer with its state, or null. */
export async function findStallEmployer(db: Db, id: string) {
  const [row] = await db
    .select({ id: employer.id, name: employer.name, status: employer.status })
    .from(employer)
    .where(eq(employer.id, id));
  return row ?? null;
}

/**
 * Writes what a stall brings in the place of what it brought; no posts, no stall. Its number is the first free one.
 * Call it with the fair locked.
 */
export async function putStall(
  db: Db,
  fairId: string,
  employerId: string,
  posts: readonly { readonly vacancy: string; readonly places: number }[],
): Promise<void> {
  const mine = and(eq(fairStall.fair, fairId), eq(fairStall.employer, employerId));
  if (posts.length === 0) {
    await db.delete(fairStall).where(mine);
    return;
  }
  const firstFree = sql`(select min(n) from generate_series(1, (select count(*) + 1 from fair_stall s
    where s.fair = ${fairId})) n where not exists (select 1 from fair_stall s where s.fair = ${fairId} and s.number = n))`;
  await db
    .insert(fairStall)
    .values({ fair: fairId, employer: employerId, number: firstFree as unknown as number })
    .onConflictDoNothing();
  const [stall] = await db.select({ id: fairStall.id }).from(fairStall).where(mine);
  await db.delete(fairPost).where(eq(fairPost.stall, stall!.id));
  await db.insert(fairPost).values(posts.map((post) => ({ stall: stall!.id, ...post })));
}

/** Vacancies of the fair somebody was sent an invitation for: they stay. */
export async function invitedVacancies(db: Db, fairId: string): Promise<Map<string, number>> {
  const rows = await db.execute<{ vacancy: string; sent: number }>(sql`
    select m.vacancy, count(*)::int as sent from fair_match m join fair_invitation i on i.id = m.invitation
    where i.fair = ${fairId} and i.sent_at is not null and m.rank = 1 and i.answer is distinct from 'declined'
    group by m.vacancy`);
  return new Map(rows.map(({ vacancy, sent }) => [vacancy, sent]));
}

/** A post of the fair with the employer whose stall it is at, or null. */
export async function findPost(db: Db, fairId: string, vacancyId: string) {
  const [row] = await db
    .select({ stall: fairStall.id, employer: fairStall.employer })
    .from(fairPost)
    .innerJoin(fairStall, eq(fairStall.id, fairPost.stall))
    .where(and(eq(fairStall.fair, fairId), eq(fairPost.vacancy, vacancyId)));
  return row ?? null;
}
