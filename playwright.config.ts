import { defineConfig } from '@playwright/test'

/** The same specs in two hosts, one app at a time: each starts its own threads. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }], ['./e2e/host-reporter.ts']],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    {
      name: 'local',
      testIgnore: [
        '**/security-electron.spec.ts',
        '**/engine-dies.spec.ts',
        '**/packed.spec.ts',
        '**/stand-in/**',
      ],
    },
    {
      name: 'electron',
      testIgnore: ['**/security-local.spec.ts', '**/barriers*.spec.ts', '**/magnified.spec.ts'],
    },
  ],
})
