import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These wait: for locks to run out, for a whole stack to come up. Begun first, they are not waited for at the end. */
const SLOW = [
  'workers/killed',
  'platform/launcher',
  'workers/slicedRun',
  'workers/matchingRun',
  'api/places',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.some((name) => moduleId.includes(`/${name}.`));
    const { slow = [], other = [] } = Object.groupBy(await super.sort(files), (file) =>
      isSlow(file) ? 'slow' : 'other',
    );
    return [...slow, ...other];
  }
}
