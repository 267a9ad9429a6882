import { sql } from 'drizzle-orm';
import type { FairAnswer, TalkOutcome } from '#contract/codes/fair.ts';
import type { ApplicationStatus } from '#contract/codes/market.ts';
import type { Db } from '../../db.ts';
import { today } from '../conditions.ts';

/** One guest at one stall: what is known of how far it went. A guest without any stall has one row. */
export interface FunnelRow {
  readonly invitation: string;
  readonly stall: string | null;
  readonly sent: boolean;
  readonly answer: FairAnswer | null;
  /** why the person does not come */
  readonly declined: string | null;
  readonly came: boolean;
  readonly outcome: TalkOutcome | null;
  readonly talkReason: string | null;
  readonly application: ApplicationStatus | null;
  readonly applicationReason: string | null;
  /** days since the person began to work for the stall; null = never did */
  readonly daysSince: number | null;
  /** days the spell lasted; null = it goes on */
  readonly daysLasted: number | null;
}

/**
 * Everything the funnel counts, from facts: the invitation, the talk, the application it became, and the first spell
 * on a post of that stall that began on the day of the fair or later.
 */
export async function funnelRows(db: Db, fairId: string, stallId?: string): Promise<FunnelRow[]> {
  return (await db.execute(sql`
    with visit as (
      select m.invitation, p.stall from fair_match m join fair_invitation i on i.id = m.invitation
        join fair_post p on p.vacancy = m.vacancy join fair_stall s on s.id = p.stall and s.fair = i.fair
      where i.fair = ${fairId} and m.rank = 1
      union
      select t.invitation, p.stall from fair_talk t join fair_invitation i on i.id = t.invitation
        join fair_post p on p.vacancy = t.vacancy join fair_stall s on s.id = p.stall and s.fair = i.fair
      where i.fair = ${fairId})
    select i.id as invitation, visit.stall, i.sent_at is not null as sent, i.answer, i.reason as declined,
      i.came_at is not null as came, talk.outcome, talk.reason as "talkReason",
      application.status as application, application.reason as "applicationReason",
      ${today} - spell.started_on as "daysSince", spell.ended_on - spell.started_on as "daysLasted"
    from fair_invitation i join fair f on f.id = i.fair left join visit on visit.invitation = i.id
      left join lateral (select t.* from fair_talk t join fair_post p on p.vacancy = t.vacancy
        where t.invitation = i.id and p.stall = visit.stall
        order by t.outcome = 'intent' desc, t.created_at limit 1) talk on true
      left join application on application.id = talk.application
      left join lateral (select s.started_on, s.ended_on from spell s join fair_post p on p.vacancy = s.vacancy
        where s.person = i.person and p.stall = visit.stall and s.started_on >= f.day and talk.outcome = 'intent'
        order by s.started_on limit 1) spell on true
    where i.fair = ${fairId} and (i.sent_at is not null or i.came_at is not null)
      ${stallId === undefined ? sql`` : sql`and visit.stall = ${stallId}`}
    order by i.id`)) as unknown as FunnelRow[];
}
