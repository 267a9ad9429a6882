import type { Db } from '#drizzle/db.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import type { NoticePolicy } from './rules.ts';

export type NoticePolicies = (path: string) => Promise<NoticePolicy>;

/** The rows in force for a region, read once a run. */
export function openPolicies(db: Db): NoticePolicies {
  const known = new Map<string, Promise<NoticePolicy>>();
  return (path) => {
    const policy = known.get(path) ?? read(db, path);
    known.set(path, policy);
    return policy;
  };
}

async function read(db: Db, path: string): Promise<NoticePolicy> {
  const [quietFrom, quietUntil, dailyMax] = await Promise.all([
    policyValue(db, 'notice.quiet_from', path),
    policyValue(db, 'notice.quiet_until', path),
    policyValue(db, 'notice.daily_max', path),
  ]);
  // Where no row says otherwise, nobody is woken and nobody is swamped.
  return { quietFrom: quietFrom ?? 21, quietUntil: quietUntil ?? 8, dailyMax: dailyMax ?? 3 };
}
