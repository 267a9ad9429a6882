import type { Db, Queues, Search, Storage } from '#platform/connections.ts';
import type { Env } from '#platform/env.ts';
import type { Logger } from '#platform/log.ts';

/** What the API reads of the environment. */
export type ApiEnv = Pick<
  Env,
  | 'PUBLIC_URL'
  | 'TRUST_PROXY'
  | 'JWT_KEYS'
  | 'SMS_GATEWAY_URL'
  | 'WECHAT_GATEWAY_URL'
  | 'NOTICE_FILE'
  | 'NOTICE_RECEIPT_KEY'
>;

/** Everything the API needs from outside; `main.ts` opens it, tests hand in their own. */
export interface Services {
  readonly db: Db;
  readonly search: Search;
  readonly storage: Storage;
  readonly log: Logger;
  readonly env: ApiEnv;
  /** absent: queue figures are left out of /metrics */
  readonly queues?: Queues;
}
