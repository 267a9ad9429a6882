import { parseArgs } from 'node:util';
import { type Figure, labelled, measure } from '../tests/adcheck/labelled.ts';

/**
 * `npm run bench:check-ad`: recall per rule on plain and disguised posts and false alarms on lawful ones, for the
 * part the rules were made with and for the held-out third, misses listed. `--part training|held-out` prints one.
 */
const { part } = parseArgs({ options: { part: { type: 'string' } } }).values;
const percent = ({ right, total }: Figure) => `${((100 * right) / total).toFixed(1)} %`.padStart(8);

for (const [name, isHeldOut] of [
  ['training', false],
  ['held-out', true],
] as const) {
  if (part !== undefined && part !== name) continue;
  const posts = labelled.filter((post) => post.isHeldOut === isHeldOut);
  const of = (kind: string, rule?: string) =>
    measure(posts.filter((post) => post.kind === kind && (rule === undefined || post.rule === rule)));
  console.log(`\n${name}: ${posts.length} posts\n${'rule'.padEnd(24)}   plain disguised`);
  for (const rule of new Set(posts.map((post) => post.rule))) {
    if (rule !== 'lawful')
      console.log(rule.padEnd(24), percent(of('plain', rule)), percent(of('disguised', rule)));
  }
  const lawful = of('lawful');
  console.log('all'.padEnd(24), percent(of('plain')), percent(of('disguised')));
  console.log(`false alarms ${lawful.total - lawful.right} of ${lawful.total} lawful posts`);
  for (const { post, verdict } of measure(posts).wrong) {
    const why = verdict.findings.map(({ rule, phrase }) => `${rule} “${phrase}”`).join(', ');
    console.log(`  ${post.rule} ${post.kind}: ${post.text}${why ? ` → ${why}` : ''}`);
  }
}
