import { defineConfig } from 'vitest/config';

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
    // .ci/run counts from the JSON.
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
