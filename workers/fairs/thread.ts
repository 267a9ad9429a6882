import { parentPort, workerData } from 'node:worker_threads';
import { vacancyOf } from '#contract/world.ts';
import { fairPlaces, sentInvitations, storeProposal } from '#drizzle/queries/fairs/proposal.ts';
import { vacanciesAsWorld } from '#drizzle/queries/world.ts';
import { planFair } from '#matching/fair.ts';
import { openDb } from '#platform/connections.ts';
import { bare } from '../faults.ts';
import { loadWorld } from '../matching/world.ts';
import type { Stored, ThreadMessage } from '../thread.ts';
import type { ProposalInput } from './messages.ts';
import { proposalOf } from './result.ts';

/** One fair from the database back into it, away from the thread that keeps the job alive. */
const { databaseUrl, proposal } = workerData as ProposalInput;
const say = (message: ThreadMessage) => parentPort!.postMessage(message);
const at = (stage: string, progress: number) => say({ kind: 'progress', stage, progress });
const database = openDb(databaseUrl, { pool: 1, name: 'leye-fair' });

try {
  const { db } = database;
  at('读取户、人和展位上的岗位', 5);
  const { world: region, digest } = await loadWorld(db, proposal, proposal.today);
  const places = new Map((await fairPlaces(db, proposal.fair)).map((post) => [post.vacancy, post.places]));
  const posts = (await vacanciesAsWorld(db, [...places.keys()])).map(vacancyOf);
  const world = {
    ...region,
    vacancies: posts.map((post) => ({ ...post, places: places.get(post.id) ?? 0 })),
  };
  const sent = await sentInvitations(db, proposal.fair);
  const found = planFair(world, {
    perPlace: proposal.perPlace,
    standing: sent.flatMap(({ person, round, answer, vacancy }) =>
      answer !== 'declined' && round !== null && vacancy !== null
        ? [{ personId: person, vacancyId: vacancy, round }]
        : [],
    ),
    declined: sent.flatMap(({ person, answer }) => (answer === 'declined' ? [person] : [])),
    onProgress: (share) => at('算出最多能安置多少人，按户优先提出邀请', 20 + Math.floor(share * 70)),
  });
  at('保存邀请方案', 95);
  const stored = await storeProposal(db, proposal, proposalOf(found, world, digest));
  say({ kind: 'finished', result: { stored } satisfies Stored });
} catch (error) {
  const { name, message } = bare(error);
  say({ kind: 'failed', name, message });
} finally {
  await database.close();
}
