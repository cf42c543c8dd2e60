import { defineConfig } from 'vitest/config'

const journeys = ['tests/journeys/**/*.test.ts']

// Not vite.config.ts: Remix's plugin must stay out of tests.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: journeys,
          globalSetup: ['tests/support/database.ts', 'tests/support/meilisearch-server.ts'],
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['tests/support/site.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
