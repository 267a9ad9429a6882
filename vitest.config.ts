import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/helpers/slowFirst.ts';

// Tests start dozens of processes and threads of the product: each module is compiled once for all of them.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

export default defineConfig({
  test: {
    // A project's setup runs only when one of its tests does.
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          globalSetup: ['tests/helpers/stack.ts'],
          // A file shares no state with another but modules, and loading those anew costs more than most tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/helpers/product.ts'],
          // One product for all: its pages are looked at one file after the other.
          fileParallelism: false,
          // A journey is many pages long; each step has a limit of its own.
          testTimeout: 180_000,
        },
      },
    ],
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    // What is waited for comes at once, except on a machine with much else to do.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
