/**
 * npm run bench:candidates — pairs per second of candidate generation (51,485 × 6,000, top 50, exact scores, one
 * core), and seconds to the proven optimum over all eligible pairs, each from raw domain objects. Seconds are wall
 * time; the thread's own CPU seconds stand in brackets, because they also hold on a busy machine.
 */
import { plan } from '#matching/assign.ts';
import { openCandidates, shortLists } from '#matching/candidates.ts';
import { openContext } from '#matching/context.ts';
import { domainWorld, shapes } from './domainWorld.ts';

interface Timing {
  readonly wall: number;
  readonly cpu: number;
}

function timed<T>(work: () => T): [result: T, time: Timing] {
  const since = performance.now();
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return [result, { wall: (performance.now() - since) / 1000, cpu: (user + system) / 1e6 }];
}

const shown = ({ wall, cpu }: Timing): string => `${wall.toFixed(2)} s (${cpu.toFixed(2)})`;

const world = domainWorld(shapes.stress);
const pairs = world.persons.length * world.vacancies.length;
for (let run = 0; run < 3; run++) {
  const [candidates, features] = timed(() =>
    openCandidates(world.persons, world.vacancies, openContext(world)),
  );
  const [lists, scoring] = timed(() => shortLists(candidates, world.persons.length, 50));
  const total = { wall: features.wall + scoring.wall, cpu: features.cpu + scoring.cpu };
  console.log(
    `candidates ${world.persons.length} × ${world.vacancies.length}: features ${shown(features)}, ` +
      `top 50 ${shown(scoring)}; ${Math.round(pairs / total.wall / 1e6)} million pairs/s ` +
      `(${Math.round(pairs / total.cpu / 1e6)} per CPU second), ${lists.vacancy.length} kept`,
  );
}

for (const [name, shape] of Object.entries(shapes)) {
  const input = domainWorld(shape);
  const [{ totals, certificate }, time] = timed(() => plan(input));
  console.log(
    `optimum    ${name.padEnd(6)} ${shown(time)}: ${totals.seekers} seekers, ${certificate.eligiblePairs} eligible ` +
      `pairs, ${certificate.keptPairs} kept, ${certificate.rounds} rounds; covered ${totals.covered.join('/')}, ` +
      `public ${totals.public}, placed ${totals.placed}, score ${totals.score}`,
  );
}
