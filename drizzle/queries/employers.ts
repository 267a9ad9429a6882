import { and, eq } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { employer } from '../schema/index.ts';

/** Whether staff have verified the employer and not suspended it since. */
export const isVerifiedEmployer = async (db: Db, id: string): Promise<boolean> =>
  (await db.$count(employer, and(eq(employer.id, id), eq(employer.status, 'verified')))) > 0;
