/**
 * The contract of every ECS page with the SDK: 48 resources and 33 data sources. A promise that is not kept has an
 * entry in ecs-pages/verdicts.yaml, and an entry whose promise is kept again fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parsePage } from '../../docs-parser/index.ts';
import { companionsOf, createSdkDriver, deriveScenarios, runScenarios } from '../../scenarios/index.ts';
import type { Driver, Result } from '../../scenarios/index.ts';
import { objectionsTo, readVerdicts } from '../page-verdicts.ts';
import type { Unkept } from '../page-verdicts.ts';
import { keepPage, keepReads } from '../recorded-reads.ts';
import { hasSharedData, needsSharedData, shared } from '../shared-data.ts';

needsSharedData();

const pages = !hasSharedData
  ? []
  : ['r', 'd'].flatMap((folder) =>
      readdirSync(shared('docs', folder))
        .map((file) => `${folder}/${file}`)
        .filter((file) => readFileSync(shared('docs', file), 'utf8').includes('subcategory: "ECS"')),
    );
const verdicts = readVerdicts(path.join(import.meta.dirname, 'ecs-pages/verdicts.yaml'));

/** "alicloud_vpc/argument/name/default" → "argument/name/default" */
const unkept = ({ scenario, failure, page }: Result): Unkept => ({
  promise: scenario.slice(scenario.indexOf('/') + 1),
  seen: failure?.observed ?? '',
  expected: failure?.expected ?? '',
  line: page?.position.line ?? 0,
});

let driver: Driver | undefined;
test.afterAll(async () => {
  await driver?.close();
  driver = undefined;
  keepReads();
});

for (const file of pages) {
  test(`every promise of ${file} is kept, or judged`, async () => {
    const name = shared('docs', file);
    const page = await parsePage(readFileSync(name, 'utf8'), { file });
    const scenarios = deriveScenarios(page, await companionsOf(page, path.resolve(name)));
    expect(scenarios.length).toBeGreaterThan(0);
    driver ??= createSdkDriver();
    const results = await runScenarios(scenarios, driver);
    const counts = { passed: 0, failed: 0, 'not-checked': 0 };
    for (const { verdict } of results) counts[verdict]++;
    const description = `${counts.passed} kept, ${counts.failed} judged, ${counts['not-checked']} not checked`;
    test.info().annotations.push({ type: 'promises', description });
    keepPage(file, counts);
    const failed = results.filter(({ verdict }) => verdict === 'failed').map(unkept);
    expect(objectionsTo(file, failed, verdicts)).toEqual([]);
  });
}

test('there are 48 resource pages and 33 data source pages, and each verdict is about one of them', () => {
  const inFolder = (folder: string): number => pages.filter((file) => file.startsWith(folder)).length;
  expect([inFolder('r/'), inFolder('d/')]).toEqual([48, 33]);
  expect(verdicts.map(({ page }) => page).filter((page) => !pages.includes(page))).toEqual([]);
});
