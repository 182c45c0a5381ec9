/**
 * The first example of each ECS page through the real Terraform: apply, results that are not empty for a data
 * source, an empty second plan, import where documented and an empty plan after it, destroy to an empty account.
 * What does not go through has a verdict in terraform/verdicts.yaml. It takes minutes, so it is a project of its
 * own that .ci/run asks for.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { objectionsTo, readVerdicts } from '../page-verdicts.ts';
import { needsSharedData } from '../shared-data.ts';
import { needsTerraform } from './terraform-provider.ts';
import { firstExamples, runExamples } from './terraform/pages.ts';
import type { ExampleOutcome } from './terraform/run-example.ts';
import { tallyOf, tallyText } from './terraform/tally.ts';

needsTerraform();
needsSharedData();
// One worker runs all of them, several at a time.
test.describe.configure({ mode: 'default' });

const examples = await firstExamples('ECS');
const verdicts = readVerdicts(path.join(import.meta.dirname, 'terraform/verdicts.yaml'));
let outcomes: ReadonlyMap<string, ExampleOutcome> = new Map();

test.beforeAll(async () => {
  test.setTimeout(1_500_000);
  // A test that fails ends its worker; the next one must not run all examples again. The folder is emptied
  // when a run begins.
  const kept = path.join(test.info().project.outputDir, 'terraform-pages.json');
  if (existsSync(kept)) {
    outcomes = new Map(JSON.parse(readFileSync(kept, 'utf8')) as [string, ExampleOutcome][]);
    return;
  }
  outcomes = await runExamples(examples);
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify([...outcomes]));
});

for (const { page, code } of examples) {
  test(`${page}:${code.line}`, () => {
    const outcome = outcomes.get(page);
    const own = verdicts.filter((one) => one.page === page);
    for (const { promises, verdict, why } of own) {
      const description = `${promises.join(', ')}: ${verdict}: ${why}`;
      test.info().annotations.push({ type: 'verdict', description });
    }
    expect(outcome, 'it was run').toBeDefined();
    const unkept = (outcome?.failures ?? []).map(({ stage, message }) => ({ promise: stage, seen: message }));
    expect(objectionsTo(page, unkept, own)).toEqual([]);
  });
}

test('every verdict names an example that is there', () => {
  const known = examples.map(({ page, code }) => `${page}:${code.line}`);
  expect(verdicts.map(({ page, line }) => `${page}:${line}`).filter((one) => !known.includes(one))).toEqual(
    [],
  );
});

test('at least 44 of the 48 resource pages are whole', () => {
  const tally = tallyOf(examples, outcomes);
  test.info().annotations.push({ type: 'tally', description: tallyText(tally) });
  process.stdout.write(`\n${tallyText(tally)}\n`);
  expect([tally.resources, tally.dataSources]).toEqual([48, 33]);
  expect(tally.whole).toBeGreaterThanOrEqual(44);
});
