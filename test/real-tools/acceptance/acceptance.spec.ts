/**
 * The provider's own acceptance tests of ECS, unchanged, against emulators of their own. Built in minutes and run in many
 * more, they are a project of their own: ALIMOCK_ACCEPTANCE=yes npx playwright test --project=acceptance
 */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { needsTool, toolFolder } from '../tool.ts';
import { acceptanceTests, program } from './binary.ts';
import { readAcceptanceList } from './list.ts';
import type { Conditions } from './list.ts';
import { runAcceptanceTest } from './run-test.ts';
import type { AcceptanceOutcome } from './run-test.ts';

needsTool(acceptanceTests);

const { passing, others } = readAcceptanceList();

/** Runs a test, and keeps what it printed beside its result. */
const run = async (name: string, conditions: Conditions): Promise<AcceptanceOutcome> => {
  const outcome = await runAcceptanceTest(path.join(toolFolder(acceptanceTests), program), name, conditions);
  await test.info().attach('output', { body: outcome.output, contentType: 'text/plain' });
  return outcome;
};

for (const { test: name, ...conditions } of passing) {
  test(name, async () => {
    const { status, output } = await run(name, conditions);
    expect(status, output.slice(-3000)).toBe('passed');
  });
}

for (const { test: name, verdict, says, why, ...conditions } of others) {
  test(`${name} does not pass`, async () => {
    test.info().annotations.push({ type: 'verdict', description: `${verdict}: ${why}` });
    const { status, output } = await run(name, conditions);
    expect(status, 'it passes now: list it among the passing ones').not.toBe('passed');
    expect(output).toContain(says);
  });
}
