import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bulkhead } from '../../api/bulkhead.ts';
import { Problem } from '../../api/problem.ts';

it('runs no more at once than it may, in order, turns away the rest, and is free again afterwards', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({ atOnce: fc.integer({ min: 1, max: 4 }), waiting: fc.nat(4) }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.scheduler(),
      async (options, fails, scheduler) => {
        const admit = bulkhead(options);
        const begun: number[] = [];
        let running = 0;
        let most = 0;
        const answers = fails.map((fail, i) =>
          admit(async () => {
            begun.push(i);
            most = Math.max(most, ++running);
            await scheduler.schedule(Promise.resolve());
            running -= 1;
            if (fail) throw new Error('the work failed');
            return i;
          }).catch((error: unknown) => error),
        );
        const settled = Promise.all(answers);
        await scheduler.waitFor(settled);
        const admitted = Math.min(fails.length, options.atOnce + options.waiting);

        expect(begun).toEqual([...Array(admitted).keys()]);
        expect(most).toBeLessThanOrEqual(options.atOnce);
        for (const [i, answer] of (await settled).entries()) {
          if (i >= admitted)
            expect(answer).toMatchObject({ code: 'unavailable', details: { retryAfter: 1 } });
          else if (fails[i]) expect(answer).not.toBeInstanceOf(Problem);
          else expect(answer).toBe(i);
        }
        expect(await admit(async () => 'free')).toBe('free');
      },
    ),
    { numRuns: 300 },
  ));
