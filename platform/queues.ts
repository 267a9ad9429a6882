import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type FlowProducerOptions,
  type IQueueBackend,
  type Processor,
  type QueueEventsOptions,
  type QueueOptions,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';

/** The schema of BullMQ's tables, in the same database as ours. */
export const QUEUE_SCHEMA = 'bullmq';

/** How many pooled connections one queue object may hold on PostgreSQL; Redis needs one anyway. */
interface Share {
  readonly max: number;
}

type Options<T> = Omit<T, 'connection'>;

export type Queues = ReturnType<typeof openQueues>;
export type JobQueue = ReturnType<Queues['queue']>;
export type JobWorker = ReturnType<Queues['worker']>;
export type JobEvents = ReturnType<Queues['events']>;

/**
 * BullMQ on PostgreSQL, or on Redis when `redisUrl` is given; both behind the same objects.
 * Nothing connects before the first queue, worker or listener is made. Errors of connections go to
 * `onError` and never stop the process: BullMQ reconnects by itself.
 */
export function openQueues(options: {
  databaseUrl: string;
  redisUrl?: string | undefined;
  onError: (error: Error, queue: string) => void;
}) {
  const { databaseUrl, redisUrl, onError } = options;
  const classes = withBackend(redisUrl ? onRedis(redisUrl) : onPostgres(databaseUrl));
  const open: { close(): Promise<void> }[] = [];

  function track<
    T extends { on(event: 'error', listener: (error: Error) => void): unknown; close(): Promise<void> },
  >(name: string, part: T): T {
    part.on('error', (error) => onError(error, name));
    open.push(part);
    return part;
  }

  return {
    backend: redisUrl ? ('redis' as const) : ('postgres' as const),

    queue: (name: string, opts: Options<QueueOptions<Share>> = {}) =>
      track(name, new classes.Queue(name, { ...opts, connection: { max: 3 } })),

    /** `concurrency` in `opts` also sizes its share of connections. */
    worker: (name: string, processor: Processor, opts: Options<WorkerOptions<Share>> = {}) =>
      track(
        name,
        new classes.Worker(name, processor, {
          ...opts,
          connection: { max: Math.min(2 + (opts.concurrency ?? 1), 8) },
        }),
      ),

    events: (name: string, opts: Options<QueueEventsOptions<Share>> = {}) =>
      track(name, new classes.QueueEvents(name, { ...opts, connection: { max: 1 } })),

    flow: (opts: Options<FlowProducerOptions<Share>> = {}) =>
      track('flow', new classes.FlowProducer({ ...opts, connection: { max: 2 } })),

    /** Fails when the store does not answer; resolves to a warning for the log, or null. */
    check: () => (redisUrl ? checkRedis(redisUrl) : Promise.resolve(null)),

    /** Closes the newest first, so that workers drain while their queues still stand. */
    async close() {
      for (const part of open.splice(0).reverse()) await part.close();
    },
  };
}

/**
 * A job id from parts. BullMQ reserves `:` and refuses ids of digits only, so parts join with `.`
 * and the first one must be a word.
 */
export function jobId(word: string, ...parts: (string | number)[]): string {
  const id = [word, ...parts].join('.');
  if (!/^[a-z][^:]*$/i.test(id)) throw new RangeError(`Not usable as a job id: ${id}`);
  return id;
}

function onPostgres(connectionString: string): BackendFactory<IQueueBackend, Share> {
  return (name, opts, parts) =>
    createPostgresBackend(
      name,
      { ...opts, connection: { connectionString, schema: QUEUE_SCHEMA, max: opts.connection.max } },
      parts,
    );
}

function onRedis(url: string): BackendFactory<IQueueBackend, Share> {
  return (name, opts, parts) =>
    createRedisBackend(name, { ...opts, connection: { url, maxRetriesPerRequest: null } }, parts);
}

async function checkRedis(url: string): Promise<string | null> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined); // connect() below rejects with the same error
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    return policy === 'noeviction' ? null : `Redis evicts keys (${policy}): jobs may vanish; set noeviction`;
  } finally {
    redis.disconnect();
  }
}
