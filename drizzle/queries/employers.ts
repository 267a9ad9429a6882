import { and, eq } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer } from '../schema/index.ts';

/** Whether staff have verified the employer and not suspended it since. */
export const isVerifiedEmployer = async (db: Db, id: string): Promise<boolean> =>
  (await db.$count(employer, and(eq(employer.id, id), eq(employer.status, 'verified')))) > 0;

/** Everything known of an employer. */
export async function findEmployer(db: Db, id: string) {
  const [row] = await db.select().from(employer).where(eq(employer.id, id));
  return row ?? null;
}
