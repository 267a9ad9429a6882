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
 * Turns events into jobs: one each, but `search.sync` events of one index share jobs.
 * The id of a job is derived from its events, so that relaying them again adds nothing while BullMQ remembers it.
 * @throws ZodError, RangeError for an event no job is made for
 */
export function messagesOf(events: readonly OutboxEvent[]): Message[] {
  const syncs = events.filter(({ job }) => job === 'search.sync');
  const others = events.filter(({ job }) => job !== 'search.sync');
  return [...others.map((event) => message(event.job, event.payload, [event])), ...syncMessages(syncs)];
}

function syncMessages(events: readonly OutboxEvent[]): Message[] {
  const parsed = events.map((event) => ({ event, payload: jobs['search.sync'].payload.parse(event.payload) }));
  const byIndex = Map.groupBy(parsed, ({ payload }) => payload.index);
  return [...byIndex].flatMap(([index, group]) => {
    const ids = [...new Set(group.flatMap(({ payload }) => payload.ids))].sort();
    const sources = group.map(({ event }) => event);
    return chunks(ids, SYNC_IDS).map((part, i) =>
      message('search.sync', { index, ids: part } satisfies JobPayload<'search.sync'>, sources, `${index}${i}`),
    );
  });
}

function message(job: string, payload: unknown, sources: readonly OutboxEvent[], part = ''): Message {
  if (!Object.hasOwn(jobs, job)) throw new RangeError(`No job is called ${job}`);
  const name = job as JobName;
  const { queue, payload: schema } = jobs[name];
  return { queue, name, data: schema.parse(payload), opts: optionsOf(name, idOf(sources, part)) };
}

/** The time goes in because outbox ids begin anew with a new database, while a Redis may remember the old. */
function idOf(sources: readonly OutboxEvent[], part: string): string {
  const [first] = sources;
  if (sources.length === 1 && first && part === '') return jobId('event', first.id, first.createdAt);
  const hash = createHash('sha256');
  for (const { id, createdAt } of sources) hash.update(`${id}.${createdAt} `);
  return jobId('events', part, hash.digest('hex').slice(0, 32));
}

const optionsOf = (name: JobName, id: string) => ({
  jobId: id,
  attempts: jobs[name].attempts,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: KEEP_COMPLETED,
  removeOnFail: KEEP_FAILED,
});

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
