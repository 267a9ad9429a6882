import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';

const script = fileURLToPath(new URL('../../web/scripts/budget.ts', import.meta.url));

// The product builds the pages when it starts.
describe.runIf(inject('product'))('weight of the pages', () => {
  test('every page keeps its first-load budget', () => {
    const report = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(report.match(/✓/g)?.length).toBeGreaterThanOrEqual(10);
    expect(report).not.toContain('✗');
  });
});
