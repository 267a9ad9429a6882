import type { ActiveProposal } from '#drizzle/queries/fairs/proposal.ts';

/** What the thread of a fair's proposal is started with. */
export interface ProposalInput {
  readonly databaseUrl: string;
  readonly proposal: ActiveProposal;
}
