import { eq, sql } from 'drizzle-orm';
import type { Role } from '#contract/codes/account.ts';
import type { Db } from '#drizzle/db.ts';
import { insertMany } from '#drizzle/queries/insertMany.ts';
import { account, provider } from '#drizzle/schema/index.ts';
import { hashPassword } from '#platform/crypto.ts';
import { cityCode } from './reference/settlements.ts';
import type { WorldRows } from './world/rows.ts';

/** One account of the demo, as the launcher prints it. Never made where the world is not a demo. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly label: string;
}

/** The same for all on purpose: it is printed, documented, and opens invented data only. */
const password = 'leye-2026';

const demo = (login: string, role: Role, label: string): DemoAccount => ({ login, password, role, label });

export const demoAccounts: readonly DemoAccount[] = [
  demo('liupanshui', 'bureau', '六盘水市 局工作人员'),
  demo('zhongshan', 'bureau', '钟山区 局工作人员'),
  demo('liuzhi', 'bureau', '六枝特区 局工作人员'),
  demo('shuicheng', 'bureau', '水城区 局工作人员'),
  demo('panzhou', 'bureau', '盘州市 局工作人员'),
  demo('zhidaoyuan', 'counsellor', '以朵街道 就业指导员'),
  demo('wanggeyuan', 'grid_worker', '以朵第1网格 网格员'),
  demo('qiye', 'employer', '用工单位'),
  demo('peixun', 'provider', '培训机构'),
  demo('qiuzhizhe', 'seeker', '求职者'),
  demo('shenji', 'auditor', '审计员'),
  demo('admin', 'admin', '系统管理员'),
];

/** 以朵, the largest settlement: the demo's people and firm come from there. */
const home = { street: '520204007', settlement: '52020400700101', grid: '5202040070010101' };

const regionOf: Readonly<Record<string, string>> = {
  zhongshan: '520201',
  liuzhi: '520203',
  shuicheng: '520204',
  panzhou: '520281',
  zhidaoyuan: home.street,
  wanggeyuan: home.grid,
  qiye: home.street,
  qiuzhizhe: home.settlement,
};

/** Creates the accounts of the demo for a world that has been loaded. */
export async function loadDemoAccounts(db: Db, world: WorldRows): Promise<void> {
  const rows = await Promise.all(
    demoAccounts.map(async ({ login, role, label, ...secret }) => ({
      login,
      name: label,
      passwordHash: await hashPassword(secret.password),
      role,
      region: regionOf[login] ?? cityCode,
      person: role === 'seeker' ? seekerOf(world) : null,
      employer: role === 'employer' ? employerOf(world) : null,
    })),
  );
  await insertMany(db, account, rows);
  await db
    .update(provider)
    .set({ account: sql`(select id from ${account} where role = 'provider' limit 1)` })
    .where(eq(provider.id, world.providers[0]!.id));
}

/** Somebody with a care duty who looks for work, preferably of 以朵: the case the product exists for. */
function seekerOf({ persons, households }: WorldRows): string | null {
  const near = new Set(
    households.filter(({ settlement }) => settlement === home.settlement).map(({ id }) => id),
  );
  const seeking = persons.filter(({ willing, employment }) => willing && employment === 'unemployed');
  const carer = seeking.filter(({ careKind, literate }) => careKind !== null && literate);
  const chosen = carer.find(({ household }) => near.has(household)) ?? carer[0] ?? seeking[0];
  return chosen?.id ?? null;
}

/** The verified firm with most live advertisements, preferably of 以朵. */
export function employerOf({ employers, vacancies }: WorldRows): string | null {
  const live = new Map<string, number>();
  for (const { employer, status } of vacancies) {
    if (status === 'published') live.set(employer, (live.get(employer) ?? 0) + 1);
  }
  const ranked = employers
    .filter(({ status, kind }) => status === 'verified' && kind !== 'public_body')
    .sort((a, b) => (live.get(b.id) ?? 0) - (live.get(a.id) ?? 0));
  return (ranked.find(({ settlement }) => settlement === home.settlement) ?? ranked[0])?.id ?? null;
}
