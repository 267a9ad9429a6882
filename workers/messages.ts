import { createHash } from 'node:crypto';
import { type JobName, type JobPayload, jobs, type QueueName } from '#contract/jobs.ts';
import type { OutboxEvent } from '#drizzle/queries/outbox.ts';
import { jobId } from '#platform/queues.ts';

/** One job as BullMQ takes it. */
export interface Message {
  readonly queue: QueueName;
  readonly name: JobName;
  readonly data: unknown;
  readonly opts: ReturnType<typeof optionsOf>;
}

/** Ids one `search.sync` job may hold, see contract/jobs.ts. */
const SYNC_IDS = 1_000;

/** How long BullMQ remembers an id, and with it refuses a second delivery of the same event. Seconds. */
const KEEP_COMPLETED = { age: 3_600, count: 5_000 };
const KEEP_FAILED = { age: 7 * 86_400, count: 5_000 };

/**
 * Turns events of known jobs into jobs: one each, but `search.sync` events of one index share jobs, and any number
 * of `notices.send` are one.
 * The id of a job is derived from its events, so that relaying them again adds nothing while BullMQ remembers it.
 * Payloads are not judged here: one that is wrong fails in its handler and does not hold up the others.
 */
export function messagesOf(events: readonly OutboxEvent[]): Message[] {
  const syncs = events.flatMap((event) => {
    const payload = event.job === 'search.sync' ? jobs['search.sync'].payload.safeParse(event.payload) : null;
    return payload?.success ? [{ event, ...payload.data }] : [];
  });
  const shared = new Set(syncs.map(({ event }) => event));
  const nudges = events.filter((event) => event.job === 'notices.send');
  const alone = events.filter((event) => !shared.has(event) && event.job !== 'notices.send');
  return [
    ...(nudges.length > 0 ? [message('notices.send', {}, idOf(nudges))] : []),
    ...alone.map((event) => message(event.job as JobName, event.payload, idOf([event]))),
    ...[...Map.groupBy(syncs, ({ index }) => index)].flatMap(([index, group]) => syncMessages(index, group)),
  ];
}

type Sync = JobPayload<'search.sync'> & { readonly event: OutboxEvent };

function syncMessages(index: Sync['index'], group: readonly Sync[]): Message[] {
  const ids = [...new Set(group.flatMap((sync) => sync.ids))].sort();
  const sources = group.map(({ event }) => event);
  return Array.from({ length: Math.ceil(ids.length / SYNC_IDS) }, (_, i) => {
    const payload: JobPayload<'search.sync'> = { index, ids: ids.slice(i * SYNC_IDS, (i + 1) * SYNC_IDS) };
    return message('search.sync', payload, idOf(sources, `${index}${i}`));
  });
}

const message = (name: JobName, data: unknown, id: string): Message => ({
  queue: jobs[name].queue,
  name,
  data,
  opts: optionsOf(name, id),
});

/** The time goes in because outbox ids begin anew with a new database, while a Redis may remember the old. */
function idOf(sources: readonly OutboxEvent[], ...part: string[]): string {
  const [first] = sources;
  if (sources.length === 1 && first) return jobId('event', first.id, first.createdAt, ...part);
  const hash = createHash('sha256');
  for (const { id, createdAt } of sources) hash.update(`${id}.${createdAt} `);
  return jobId('events', hash.digest('hex').slice(0, 32), ...part);
}

const optionsOf = (name: JobName, id: string) => ({
  jobId: id,
  attempts: jobs[name].attempts,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: KEEP_COMPLETED,
  removeOnFail: KEEP_FAILED,
});
