import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/browser/chromium.ts';
import type { TransportName } from './test/emulator/behaviour/fixtures.ts';

const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';

/** One runner for everything (design decision 9). Each project is one kind of proof. */
export default defineConfig<{ transport: TransportName }>({
  testDir: 'test',
  fullyParallel: true,
  forbidOnly: inCI,
  // Once more in CI, where others may have the machine; a test that needs it is reported as flaky.
  retries: inCI ? 1 : 0,
  workers: '100%',
  timeout: 60_000,
  // .ci/run names the file of the JSON report in PLAYWRIGHT_JSON_OUTPUT_FILE and adds the tests up.
  reporter: inCI
    ? [['line'], ['json'], ['junit', { outputFile: 'test-results/junit.xml' }]]
    : [['dot'], ['./test/skipped.ts']],
  projects: [
    {
      name: 'unit',
      testMatch: [
        'docs-parser/**/*.spec.ts',
        'emulator/**/*.spec.ts',
        'drift/**/*.spec.ts',
        'findings/**/*.spec.ts',
        'lint/**/*.spec.ts',
        'scenarios/**/*.spec.ts',
      ],
      testIgnore: ['emulator/behaviour/**'],
    },
    // One behaviour suite, several transports.
    {
      name: 'behaviour-direct',
      testMatch: ['emulator/behaviour/**/*.spec.ts'],
      use: { transport: 'direct' },
    },
    { name: 'behaviour-msw', testMatch: ['emulator/behaviour/**/*.spec.ts'], use: { transport: 'msw' } },
    { name: 'behaviour-http', testMatch: ['emulator/behaviour/**/*.spec.ts'], use: { transport: 'http' } },
    {
      name: 'behaviour-browser',
      testMatch: ['emulator/behaviour/**/*.spec.ts'],
      use: { transport: 'browser', launchOptions },
    },
    { name: 'browser', testMatch: ['browser/**/*.spec.ts'], use: { launchOptions } },
    { name: 'cli', testMatch: ['cli/**/*.spec.ts', 'package/**/*.spec.ts'] },
    { name: 'contract', testMatch: ['contract/**/*.spec.ts'] },
    // Released clients that nobody here wrote, against `alimock serve`, and every line of docs/ that a user pastes.
    // Some of them compile first.
    { name: 'real-tools', testMatch: ['real-tools/{clients,docs}/**/*.spec.ts'], timeout: 180_000 },
    // The real Terraform with the real provider; each command takes seconds.
    { name: 'terraform', testMatch: ['real-tools/terraform/**/*.spec.ts'], timeout: 600_000 },
    // The examples of all ECS pages take a quarter of an hour: only where they are asked for.
    ...(process.env['ALIMOCK_ALL_PAGES'] === undefined
      ? []
      : [{ name: 'terraform-pages', testMatch: ['real-tools/terraform-pages.spec.ts'], retries: 0 }]),
    // The provider's own acceptance tests are built in minutes and run for many more: only where they are asked for.
    ...(process.env['ALIMOCK_ACCEPTANCE'] === undefined
      ? []
      : [
          {
            name: 'acceptance',
            testMatch: ['real-tools/acceptance/*.spec.ts'],
            timeout: 1_600_000,
            retries: 0,
          },
        ]),
  ],
});
