import { eq, inArray, sql } from 'drizzle-orm';
import { type Occupation, occupation } from '#contract/codes/occupation.ts';
import { HOTLINE, type NoticeFacts } from '#contract/notices/render.ts';
import type { FactOf, NoticeSubject } from '#contract/notices/subjects.ts';
import { type NoticeTemplate, noticeTemplates } from '#contract/notices/templates.ts';
import { endedBecause } from '#contract/present/application.ts';
import { placeText } from '#contract/present/class.ts';
import { clock } from '#contract/present/vacancy.ts';
import type { Db } from '../db.ts';
import {
  application,
  course,
  courseClass,
  employer,
  employerCheck,
  fair,
  provider,
  region,
  savedSearch,
  vacancy,
  voucher,
} from '../schema/index.ts';
import { isCurrentAccreditation } from './rechecks.ts';

/** What a notice may name, looked up when it is shown. */
export interface Known {
  readonly facts: NoticeFacts;
  /** whom the reader may call about it */
  readonly phone: string | null;
}
const nothing: Known = { facts: undefined, phone: null };

interface About {
  readonly id: string;
  readonly template: string;
  readonly params: unknown;
}

type Row<S extends NoticeSubject> = { readonly id: string; readonly phone?: string | null } & {
  readonly [F in FactOf<S>]?: string | null;
};
type Finder<S extends NoticeSubject> = (db: Db, ids: string[]) => Promise<Row<S>[]>;

const finders: { readonly [S in NoticeSubject]: Finder<S> } = {
  application: async (db, ids) => {
    const rows = await db
      .select({
        id: application.id,
        post: vacancy.title,
        employer: employer.name,
        appointment: application.appointment,
        code: application.reason,
        answerBy: application.answerBy,
        phone: callOf,
      })
      .from(application)
      .innerJoin(vacancy, eq(vacancy.id, application.vacancy))
      .innerJoin(employer, eq(employer.id, vacancy.employer))
      .where(inArray(application.id, ids));
    return rows.map(({ code, ...row }) => ({ ...row, reason: endedBecause(code) }));
  },
  vacancy: (db, ids) =>
    db
      .select({
        id: vacancy.id,
        post: vacancy.title,
        employer: employer.name,
        day: vacancy.validUntil,
        phone: callOf,
      })
      .from(vacancy)
      .innerJoin(employer, eq(employer.id, vacancy.employer))
      .where(inArray(vacancy.id, ids)),
  employer: (db, ids) =>
    db
      .select({
        id: employer.id,
        employer: employer.name,
        day: employer.recheckOn,
        reason: employer.suspendedReason,
        accreditedUntil: sql<string | null>`(select to_char(max(${employerCheck.recheckOn}), 'YYYY-MM-DD')
          from ${employerCheck} where ${employerCheck.employer} = employer.id and ${isCurrentAccreditation})`,
      })
      .from(employer)
      .where(inArray(employer.id, ids)),
  provider: (db, ids) =>
    db
      .select({
        id: provider.id,
        provider: provider.name,
        day: provider.recheckOn,
        reason: provider.suspendedReason,
      })
      .from(provider)
      .where(inArray(provider.id, ids)),
  class: async (db, ids) => {
    const rows = await db
      .select({
        id: courseClass.id,
        course: course.title,
        day: courseClass.startsOn,
        start: courseClass.dayStart,
        place: courseClass.place,
        settlement: region.name,
        phone: provider.phone,
      })
      .from(courseClass)
      .innerJoin(course, eq(course.id, courseClass.course))
      .innerJoin(provider, eq(provider.id, course.provider))
      .leftJoin(region, eq(region.code, courseClass.settlement))
      .where(inArray(courseClass.id, ids));
    return rows.map(({ start, place, settlement, ...row }) => ({
      ...row,
      place: placeText(place, settlement),
      time: clock(start),
    }));
  },
  voucher: async (db, ids) => {
    const rows = await db
      .select({ id: voucher.id, code: voucher.occupation, amount: voucher.amount })
      .from(voucher)
      .where(inArray(voucher.id, ids));
    return rows.map(({ id, code, amount }) => ({
      id,
      occupation: occupation.is(code) ? occupation.label(code satisfies Occupation) : code,
      yuan: String(amount),
    }));
  },
  search: (db, ids) =>
    db
      .select({ id: savedSearch.id, search: savedSearch.name })
      .from(savedSearch)
      .where(inArray(savedSearch.id, ids)),
  fair: async (db, ids) => {
    const rows = await db
      .select({ id: fair.id, fair: fair.title, day: fair.day, start: fair.dayStart, place: fair.place })
      .from(fair)
      .where(inArray(fair.id, ids));
    return rows.map(({ start, ...row }) => ({ ...row, time: clock(start) }));
  },
};

/** The post's own number before the employer's. */
const callOf = sql<string | null>`coalesce(${vacancy.phone}, ${employer.phone})`;

/** Notice id → what it may name; one query a subject. What is gone has no facts. */
export async function knownOf(db: Db, notices: readonly About[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const [subject, group] of Map.groupBy(notices, subjectOf)) {
    if (subject === null) continue;
    const ids = [...new Set(group.map((notice) => thingOf(notice, subject)).filter((id) => id !== null))];
    const rows = ids.length === 0 ? [] : await finders[subject](db, ids);
    const byId = new Map(rows.map((row) => [row.id, row as Row<NoticeSubject>]));
    for (const notice of group) {
      const row = byId.get(thingOf(notice, subject) ?? '');
      known.set(notice.id, row ? { facts: factsOf(row, notice.params), phone: row.phone ?? null } : nothing);
    }
  }
  return known;
}

/** Whom the reader calls: an account is itself the number of its posts and classes, so it calls the hotline. */
export const callFor = ({ person }: { readonly person: string | null }, known: Known | undefined) =>
  person === null ? HOTLINE : (known?.phone ?? null);

export const isTemplate = (name: string): name is NoticeTemplate => Object.hasOwn(noticeTemplates, name);

const subjectOf = ({ template }: About): NoticeSubject | null =>
  isTemplate(template) ? noticeTemplates[template].subject : null;

/** The id of the thing a notice is about: the parameter of the subject's name. */
export function thingOf({ params }: Pick<About, 'params'>, subject: NoticeSubject): string | null {
  const id = (params as Partial<Record<string, unknown>>)[subject];
  return typeof id === 'string' ? id : null;
}

/** Numbers kept with the notice are facts of their own; what was said then is not overwritten by what is now. */
function factsOf({ id: _, phone: __, ...row }: Row<NoticeSubject>, params: unknown): NoticeFacts {
  const kept = params as Readonly<Record<string, unknown>>;
  const facts = Object.entries(row).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const counts = Object.entries(kept).filter(([, value]) => typeof value === 'number');
  const then = typeof kept.reason === 'string' ? [['reason', endedBecause(kept.reason) as string]] : [];
  return Object.fromEntries([...facts, ...counts.map(([name, n]) => [name, String(n)]), ...then]);
}
