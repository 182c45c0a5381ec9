/**
 * The contract of every ECS page with the SDK: 48 resources and 33 data sources. A promise that is not kept has an
 * entry in ecs-pages/verdicts.yaml, and an entry whose promise is kept again fails.
 */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createSdkDriver, runScenarios } from '../../scenarios/index.ts';
import type { Driver } from '../../scenarios/index.ts';
import { countsOf, ecsPages, promisesOf, unkeptIn } from '../ecs-pages.ts';
import { objectionsTo, readVerdicts } from '../page-verdicts.ts';
import { keepPage, keepReads } from '../recorded-reads.ts';
import { needsSharedData } from '../shared-data.ts';

needsSharedData();

const verdicts = readVerdicts(path.join(import.meta.dirname, 'ecs-pages/verdicts.yaml'));

let driver: Driver | undefined;
test.afterAll(async () => {
  await driver?.close();
  driver = undefined;
  keepReads();
});

for (const file of ecsPages) {
  test(`every promise of ${file} is kept, or judged`, async () => {
    const scenarios = await promisesOf(file);
    expect(scenarios.length).toBeGreaterThan(0);
    driver ??= createSdkDriver();
    const results = await runScenarios(scenarios, driver);
    const counts = countsOf(results);
    const description = `${counts.passed} kept, ${counts.failed} judged, ${counts['not-checked']} not checked`;
    test.info().annotations.push({ type: 'promises', description });
    keepPage(file, counts);
    expect(objectionsTo(file, unkeptIn(results), verdicts)).toEqual([]);
  });
}

test('there are 48 resource pages and 33 data source pages, and each verdict is about one of them', () => {
  const inFolder = (folder: string): number => ecsPages.filter((file) => file.startsWith(folder)).length;
  expect([inFolder('r/'), inFolder('d/')]).toEqual([48, 33]);
  expect(verdicts.map(({ page }) => page).filter((page) => !ecsPages.includes(page))).toEqual([]);
});
