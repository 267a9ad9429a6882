import type { Db } from '#drizzle/db.ts';
import { findFair } from '#drizzle/queries/fairs/fairs.ts';
import { dropUnsent } from '#drizzle/queries/fairs/guests.ts';
import { dropProposal, findProposal, queueProposal } from '#drizzle/queries/fairs/proposal.ts';
import { findStallEmployer, invitedVacancies, putStall, withPosts } from '#drizzle/queries/fairs/stalls.ts';
import { policyInForce } from '#drizzle/queries/policies.ts';
import { found, invalidField, Problem } from '../../problem.ts';
import { auditFair, type OnFair, takeFair } from './fairs.ts';

interface Post {
  readonly vacancy: string;
  readonly places: number;
}

/**
 * Sets what a stall brings: published vacancies of a verified employer, never more places than are left, and nothing
 * is taken away that people were invited for. A proposal made before no longer holds.
 * @throws Problem not_found, wrong_state, no_places, employer_not_verified
 */
export async function setStall(
  db: Db,
  { employerId, posts, ...act }: OnFair & { readonly employerId: string; readonly posts: readonly Post[] },
): Promise<void> {
  await db.transaction(async (db) => {
    await takeFair(db, act, 'edit');
    const employer = found(await findStallEmployer(db, employerId));
    const brought = posts.filter(({ places }) => places > 0);
    if (brought.length > 0 && employer.status !== 'verified') throw new Problem('employer_not_verified');
    const [offer] = await withPosts(db, [employer]);
    const open = new Map(offer?.posts.map((post) => [post.id, post]));
    for (const { vacancy, places } of brought) {
      const post = found(open.get(vacancy));
      const left = post.headcount - post.filled;
      if (places > left) throw new Problem('no_places', { detail: `“${post.title}”只剩 ${left} 个名额` });
    }
    await keepInvited(db, act.fairId, employerId, brought);
    await putStall(db, act.fairId, employerId, brought);
    await dropUnsent(db, act.fairId);
    await dropProposal(db, act.fairId);
    const places = brought.reduce((sum, post) => sum + post.places, 0);
    await auditFair(db, act, 'stall_set', undefined, { employer: employerId, posts: brought.length, places });
  });
}

/** Somebody was told to come for it. */
async function keepInvited(db: Db, fairId: string, employerId: string, brought: readonly Post[]) {
  const [own] = await withPosts(db, [{ id: employerId, name: '' }]);
  const mine = new Map(own?.posts.map((post) => [post.id, post.title]));
  const kept = new Set(brought.map(({ vacancy }) => vacancy));
  for (const [vacancy, sent] of await invitedVacancies(db, fairId)) {
    if (!mine.has(vacancy) || kept.has(vacancy)) continue;
    throw new Problem('wrong_state', { detail: `已有 ${sent} 人受邀来谈“${mine.get(vacancy)}”，不能撤` });
  }
}

/**
 * Asks the engine whom to invite, under the rule of overbooking in force in the fair's region.
 * @throws Problem not_found, wrong_state without posts, without the rule, or while it is at work
 */
export async function requestProposal(db: Db, act: OnFair): Promise<void> {
  await db.transaction(async (db) => {
    await takeFair(db, act, 'propose');
    const { posts, regionPath } = found(await findFair(db, act.caller, act.fairId));
    if (posts === 0) throw new Problem('wrong_state', { detail: '展位上还没有岗位' });
    const last = await findProposal(db, act.fairId);
    if (last?.proposal.status === 'queued' || last?.proposal.status === 'running')
      throw new Problem('wrong_state', { detail: '正在计算，请稍等' });
    const rule = await policyInForce(db, 'fair.invitations_per_place', regionPath);
    if (!rule) throw new Problem('wrong_state', { detail: '缺少“每个岗位名额最多邀请”的政策数据' });
    const perPlace = Math.floor(rule.value);
    if (perPlace < 1) throw invalidField('policy', '每个岗位名额至少邀请 1 人');
    await queueProposal(db, act.fairId, { requestedBy: act.caller.id, perPlace, policy: rule });
    await auditFair(db, act, 'proposal_requested', undefined, { policy: rule.id, perPlace });
  });
}
