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
  demo('wanggeyuan', 'grid_worker', '以朵安置点 网格员'),
  demo('qiye', 'employer', '用工单位'),
  demo('peixun', 'provider', '培训机构'),
  demo('qiuzhizhe', 'seeker', '求职者'),
  demo('shenji', 'auditor', '审计员'),
  demo('admin', 'admin', '系统管理员'),
];

/** 以朵, the largest settlement: the demo's people come from there. */
const home = { street: '520204007', settlement: '52020400700101' };

const regionsOf = (world: WorldRows): Readonly<Record<string, string>> => ({
  zhongshan: '520201',
  liuzhi: '520203',
  shuicheng: '520204',
  panzhou: '520281',
  zhidaoyuan: home.street,
  wanggeyuan: gridOf(world),
  qiuzhizhe: home.settlement,
});

/** Creates the accounts of the demo for a world that has been loaded. */
export async function loadDemoAccounts(db: Db, world: WorldRows): Promise<void> {
  const regionOf = regionsOf(world);
  const firm = world.employers.find(({ id }) => id === employerOf(world));
  const rows = await Promise.all(
    demoAccounts.map(async ({ login, role, label, ...secret }) => ({
      login,
      name: label,
      passwordHash: await hashPassword(secret.password),
      role,
      region: (role === 'employer' ? firm?.region : regionOf[login]) ?? cityCode,
      person: role === 'seeker' ? seekerOf(world) : null,
      employer: role === 'employer' ? (firm?.id ?? null) : null,
    })),
  );
  await insertMany(db, account, rows);
  await db
    .update(provider)
    .set({ account: sql`(select id from ${account} where role = 'provider' limit 1)` })
    .where(eq(provider.id, world.providers[0]!.id));
}

/** Households where somebody able looks for work and nobody has any. */
export function idleHouseholds({ households, persons }: WorldRows) {
  const members = Map.groupBy(persons, ({ household }) => household);
  return households.filter(({ id }) => {
    const of = members.get(id) ?? [];
    return (
      of.some(({ willing, employment }) => willing && employment === 'unemployed') &&
      of.every(({ employment }) => employment !== 'employed')
    );
  });
}

/** The grid of the demo's grid worker: the one of the settlement with most families to help. */
export function gridOf(world: WorldRows): string {
  const idle = new Set(idleHouseholds(world).map(({ id }) => id));
  const grids = new Map<string, number>();
  for (const { id, settlement, grid } of world.households) {
    if (settlement === home.settlement && grid)
      grids.set(grid, (grids.get(grid) ?? 0) + Number(idle.has(id)));
  }
  const [most] = [...grids].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? home.settlement;
}

/**
 * Somebody with a care duty who looks for work, preferably of 以朵: the case the product exists for. Not one of those
 * whom only a course lets work: her screens would be empty.
 */
function seekerOf({ persons, households }: WorldRows): string | null {
  const near = new Set(
    households.filter(({ settlement }) => settlement === home.settlement).map(({ id }) => id),
  );
  const seeking = persons.filter(
    ({ willing, employment, unemploymentReason }) =>
      willing && employment === 'unemployed' && unemploymentReason !== 'no_skill',
  );
  const carer = seeking.filter(({ careKind, literate }) => careKind !== null && literate);
  const chosen = carer.find(({ household }) => near.has(household)) ?? carer[0] ?? seeking[0];
  return chosen?.id ?? null;
}

/** Whose desk shows everything: a verified sewing shop with people at work and places left; else any firm that hires. */
export function employerOf({ employers, vacancies }: WorldRows): string | null {
  const posts = Map.groupBy(vacancies, ({ employer }) => employer);
  const busy = ({ id }: (typeof employers)[number]) => {
    const own = posts.get(id) ?? [];
    const live = own.filter(({ status }) => status === 'published');
    const places = live.reduce((sum, { headcount, filled }) => sum + headcount - filled, 0);
    const hands = own.reduce((sum, { filled }) => sum + filled, 0);
    const sews = own.some(({ occupation }) => occupation === SEWING);
    return live.length === 0 ? 0 : (sews ? 1_000 : 0) + places + hands;
  };
  const [first] = employers
    .filter(({ status, kind, settlement }) => status === 'verified' && kind !== 'public_body' && settlement)
    .toSorted((a, b) => busy(b) - busy(a));
  return first?.id ?? null;
}

const SEWING = '6-05-01-03';
