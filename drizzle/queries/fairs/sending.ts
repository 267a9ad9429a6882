import { sql } from 'drizzle-orm';
import type { Db } from '../../db.ts';
import { person } from '../../schema/index.ts';
import { isSeeking } from '../conditions.ts';

export interface SentInvitation {
  readonly id: string;
  readonly person: string;
}

/**
 * Numbers and sends what is proposed: of every post at most `perPlace` invitations a place that stand, people in the
 * best plan first, and only whoever still looks for work. Call it with the fair locked.
 */
export async function sendProposed(db: Db, fairId: string, perPlace: number): Promise<SentInvitation[]> {
  return (await db.execute(sql`
    with places as (
      select p.vacancy, ${perPlace}::int * least(p.places, v.headcount - v.filled) as most
      from fair_post p join fair_stall s on s.id = p.stall join vacancy v on v.id = p.vacancy
      where s.fair = ${fairId} and v.status = 'published'),
    standing as (
      select m.vacancy, count(*)::int as sent
      from fair_invitation i join fair_match m on m.invitation = i.id and m.rank = 1
      where i.fair = ${fairId} and i.sent_at is not null and i.answer is distinct from 'declined' group by m.vacancy),
    queue as (
      select i.id, i.round, m.score, m.vacancy,
        row_number() over (partition by m.vacancy order by i.round, m.score desc, i.id) as nth
      from fair_invitation i join fair_match m on m.invitation = i.id and m.rank = 1
        join ${person} on ${person.id} = i.person
      where i.fair = ${fairId} and i.sent_at is null and i.round is not null and ${isSeeking}),
    chosen as (
      select queue.id, row_number() over (order by queue.round, queue.score desc, queue.id)
        + (select coalesce(max(number), 0) from fair_invitation where fair = ${fairId}) as number
      from queue join places using (vacancy) left join standing using (vacancy)
      where queue.nth + coalesce(standing.sent, 0) <= places.most)
    update fair_invitation set sent_at = now(), number = chosen.number, version = version + 1
    from chosen where chosen.id = fair_invitation.id
    returning fair_invitation.id, fair_invitation.person`)) as unknown as SentInvitation[];
}
