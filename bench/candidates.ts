/**
 * npm run bench:candidates — pairs per second of candidate generation (51,485 × 6,000, top 50, exact scores, one
 * core), and seconds to the proven optimum over all eligible pairs, each from raw domain objects.
 */
import { plan } from '#matching/assign.ts';
import { openCandidates, shortLists } from '#matching/candidates.ts';
import { openContext } from '#matching/context.ts';
import { domainWorld, shapes } from './domainWorld.ts';

const seconds = (since: number): number => (performance.now() - since) / 1000;

const world = domainWorld(shapes.stress);
const pairs = world.persons.length * world.vacancies.length;
const runs = Array.from({ length: 3 }, () => {
  const start = performance.now();
  const candidates = openCandidates(world.persons, world.vacancies, openContext(world));
  const opened = seconds(start);
  const lists = shortLists(candidates, world.persons.length, 50);
  const total = seconds(start);
  return { opened, total, kept: lists.vacancy.length };
});
for (const { opened, total, kept } of runs) {
  console.log(
    `candidates  ${world.persons.length} × ${world.vacancies.length}: ${total.toFixed(2)} s ` +
      `(features ${opened.toFixed(2)} s), ${Math.round(pairs / total / 1e6)} million pairs/s, ${kept} kept`,
  );
}

for (const [name, shape] of Object.entries(shapes)) {
  const input = domainWorld(shape);
  const start = performance.now();
  const stages: string[] = [];
  let stage = '';
  const { totals, certificate } = plan(input, {
    onProgress: (progress) => {
      const now = `${progress.stage} ${progress.round}`;
      if (now !== stage) stages.push(`${now} @${seconds(start).toFixed(2)}`);
      stage = now;
    },
  });
  console.log(
    `optimum     ${name.padEnd(6)} ${seconds(start).toFixed(2)} s, seekers ${totals.seekers}, eligible pairs ` +
      `${certificate.eligiblePairs}, kept ${certificate.keptPairs}, rounds ${certificate.rounds}, covered ` +
      `${totals.covered.join('/')}, public ${totals.public}, placed ${totals.placed}, score ${totals.score}`,
  );
  if (process.argv.includes('--stages')) console.log(`            ${stages.join(', ')}`);
}
