import { role } from '#contract/codes/account.ts';
import { authority } from '#contract/codes/market.ts';
import { employmentStatus, relationToHead } from '#contract/codes/person.ts';
import { ageOn } from '#contract/identifiers.ts';
import { maskName } from '#contract/present/person.ts';
import type { MyHousehold } from '#contract/routes/my.ts';
import type {
  listAccesses,
  listAssisted,
  listContactConsents,
  listFamily,
  Self,
} from '#drizzle/queries/my.ts';

type Rows<F extends (...of: never[]) => PromiseLike<unknown>> = Awaited<ReturnType<F>>;

export interface HouseholdRows {
  readonly self: Self;
  readonly family: Rows<typeof listFamily>;
  readonly findable: boolean;
  readonly contacts: Rows<typeof listContactConsents>;
  readonly accesses: Rows<typeof listAccesses>;
  readonly assisted: Rows<typeof listAssisted>;
  /** ISO day */
  readonly today: string;
}

/** 就业指导员 王某; not twice where the name says it already. */
const titled = (name: string, code: Parameters<typeof role.label>[0]) =>
  name.includes(role.label(code)) ? name : `${role.label(code)} ${name}`;

export function presentHousehold(rows: HouseholdRows): MyHousehold {
  const { self, family, findable, contacts, accesses, assisted, today } = rows;
  return {
    settlement: { code: self.settlement.code, name: self.settlement.name },
    members: family.map((row) => ({
      id: row.id,
      self: row.id === self.person.id,
      name: row.name === null ? '*' : maskName(row.name),
      relation: relationToHead.label(row.relation),
      age: row.birthDate === null ? null : ageOn(row.birthDate, today),
      idNumber: row.idNumberMasked && `**** ${row.idNumberMasked.slice(-4)}`,
      employment: employmentStatus.label(row.employment),
    })),
    consents: [
      { id: null, kind: 'be_found', employer: null, given: findable, since: null },
      ...contacts.map((row) => ({
        id: row.id,
        kind: 'share_contact' as const,
        employer: row.employer,
        given: true,
        since: row.grantedAt.toISOString(),
      })),
    ],
    looked: accesses.map((row) => ({
      who: row.employer ?? (row.role ? titled(row.name ?? '', row.role) : '系统'),
      what: LOOKED[row.what] ?? row.what,
      reason: row.reason,
      at: row.createdAt.toISOString(),
    })),
    assisted: assisted.map(({ action, name, role: code }) => ({
      id: action.id,
      who: titled(name, code),
      what: ACTIONS[action.action] ?? action.action,
      authority: authority.label(action.authority),
      at: action.createdAt.toISOString(),
      objectedAt: action.objectedAt?.toISOString() ?? null,
    })),
  };
}

/** What staff do for people, and what is looked at, as the records name them. */
const ACTIONS: Readonly<Record<string, string>> = {
  apply: '替您投了岗位',
  refer: '替您投了推荐的岗位',
  enrol: '替您报了培训班',
  'class.enrolled': '替您报了培训班',
  'class.withdrawn': '替您退了培训班',
};
const LOOKED: Readonly<Record<string, string>> = { contact: '看了姓名和电话' };
