/** `node bench/generate.ts FAMILY… DIR`: writes instance files; `adv` and `hostile` write the adversarial ones. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeHhja } from './hhja.ts';
import { adversarial } from './instances/adversarial.ts';
import { families } from './instances/families.ts';
import { generate } from './instances/generate.ts';
import { hostile } from './instances/hostile.ts';

const names = process.argv.slice(2, -1);
const directory = process.argv.at(-1);
if (names.length === 0 || directory === undefined)
  throw new Error('usage: node bench/generate.ts FAMILY… DIR');
mkdirSync(directory, { recursive: true });
for (const name of names) {
  if (name === 'adv' || name === 'hostile') {
    for (const [key, instance] of Object.entries(name === 'adv' ? adversarial() : hostile()))
      writeHhja(join(directory, `${key}.hhja`), instance);
    continue;
  }
  const spec = families[name];
  if (spec === undefined)
    throw new Error(`no family ${name}: ${Object.keys(families).join(', ')}, adv, hostile`);
  writeHhja(join(directory, `${name}.hhja`), generate(spec));
}
