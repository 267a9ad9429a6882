import { beginProposal, failProposal, reportProposal } from '#drizzle/queries/fairs/proposal.ts';
import type { ProposalInput } from '../fairs/messages.ts';
import { bare } from '../faults.ts';
import type { Handler, LastWord } from '../handler.ts';
import { inThread, type Stored, wordsFor } from '../thread.ts';

const FAIR = new URL('../fairs/thread.ts', import.meta.url);

/** Proposes whom to invite to a fair; a proposal that is done, or no longer wanted, is left alone. */
export const proposeInvitations: Handler<'fair.propose'> = async (
  { fairId },
  { db, databaseUrl, log },
  signal,
) => {
  const proposal = await beginProposal(db, fairId);
  if (!proposal) return;
  const outcome = await inThread<Stored>(
    FAIR,
    { databaseUrl, proposal } satisfies ProposalInput,
    signal,
    (at) => {
      void reportProposal(db, fairId, at).catch((err: unknown) =>
        log.warn({ err: bare(err), fairId }, 'progress of a proposal'),
      );
    },
  );
  signal.throwIfAborted();
  log.info({ fairId, stored: outcome?.stored ?? false }, 'fair proposal');
};

export const proposalGaveUp: LastWord<'fair.propose'> = ({ fairId }, { db }, error) =>
  failProposal(db, fairId, wordsFor(error) ?? '邀请方案没有算完，请稍后再试');
