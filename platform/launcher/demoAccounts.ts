import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const account = z.object({ login: z.string(), password: z.string(), label: z.string() });

/** What the seed wrote to `<data>/demo-accounts.json`; nothing when there is no demo world. */
export function demoAccounts(dataDir: string): string[][] {
  try {
    const text = readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8');
    return z
      .array(account)
      .parse(JSON.parse(text))
      .map(({ label, login, password }) => [label, login, password]);
  } catch {
    return [];
  }
}
