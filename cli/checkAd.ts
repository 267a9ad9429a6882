import { createInterface } from 'node:readline';
import { checkAdvertisement } from '../adcheck/check.ts';
import { policySeeds } from '../seed/reference/policies.ts';

/**
 * `npm run --silent check-ad`: one advertisement per line from standard input, one JSON verdict per line.
 * Minimum pay is that of Guizhou's lowest class today, the floor below which no county may go.
 */
const today = new Date().toISOString().slice(0, 10);
const standard = (key: string) =>
  policySeeds
    .filter(
      (row) => row.key === key && row.validFrom <= today && (row.validTo === null || row.validTo >= today),
    )
    .find((row) => row.region === '520000')?.value;
const minimumMonthly = standard('pay.minimum.monthly');
const minimumHourly = standard('pay.minimum.hourly');
const standards = {
  ...(minimumMonthly !== undefined && { minimumMonthly }),
  ...(minimumHourly !== undefined && { minimumHourly }),
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { verdict, findings } = checkAdvertisement(line, standards);
  const shown = findings.map(({ rule, phrase, law, suggestion }) => ({ rule, phrase, law, suggestion }));
  process.stdout.write(`${JSON.stringify({ verdict, findings: shown })}\n`);
}
