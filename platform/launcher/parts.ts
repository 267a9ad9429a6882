import { type Child, stopChildren, watchChildren } from './child.ts';
import { logPath } from './nodePart.ts';
import { identify } from './process.ts';
import type { Report } from './report.ts';
import type { Claim } from './stack.ts';
import { type Supervised, supervise } from './supervise.ts';

/** Stopped in this order, the parts of a row together; who asks goes before who answers. */
const STOP_ORDER = [['web'], ['api', 'workers'], ['meilisearch', 'postgres']];

export interface Parts {
  /** Starts a part under supervision; resolves when it is ready. */
  start(name: string, address: string, start: () => Promise<Child>): Promise<void>;
  stop(): Promise<void>;
}

/** The running parts of a stack: reported to the person, noted in stack.json, stopped in order. */
export function keepParts(dataDir: string, claim: Claim, report: Report): Parts {
  const running = new Map<string, Supervised>();
  watchChildren((children) => claim.update({ children: children.map(({ group }) => identify(group)) }));

  return {
    async start(name, address, start) {
      let since = performance.now();
      const part = await supervise(start, {
        started() {
          report.up(name, performance.now() - since, address);
        },
        ended(code, wait) {
          since = performance.now() + wait;
          report.ended(name, code, wait, logPath(dataDir, name));
        },
      });
      running.set(name, part);
    },
    async stop() {
      for (const row of STOP_ORDER) await Promise.all(row.map((name) => running.get(name)?.stop()));
      await stopChildren();
    },
  };
}
