import { defineConfig } from '@playwright/test';

const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';

/** One runner for everything (design decision 9). Each project is one kind of proof. */
export default defineConfig({
  testDir: 'test',
  fullyParallel: true,
  forbidOnly: inCI,
  retries: 0,
  timeout: 60_000,
  reporter: inCI
    ? [['line'], ['junit', { outputFile: 'test-results/junit.xml' }]]
    : [[process.stdout.isTTY ? 'line' : 'dot']],
  projects: [
    { name: 'unit', testMatch: ['docs-parser/**/*.spec.ts', 'emulator/**/*.spec.ts', 'scenarios/**/*.spec.ts'] },
    { name: 'cli', testMatch: ['cli/**/*.spec.ts', 'package/**/*.spec.ts'] },
    { name: 'contract', testMatch: ['contract/**/*.spec.ts'] },
  ],
});
