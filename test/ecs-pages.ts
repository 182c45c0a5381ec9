/** The pages of the section "ECS", and what came of their promises. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from '../docs-parser/index.ts';
import { companionsOf, deriveScenarios } from '../scenarios/index.ts';
import type { Result, Scenario } from '../scenarios/index.ts';
import type { Unkept } from './page-verdicts.ts';
import { hasSharedData, shared } from './shared-data.ts';

/** "r/vpc.html.markdown": resources, then data sources, each in the order of the alphabet. */
export const ecsPages: readonly string[] = !hasSharedData
  ? []
  : ['r', 'd'].flatMap((folder) =>
      readdirSync(shared('docs', folder))
        .map((file) => `${folder}/${file}`)
        .filter((file) => readFileSync(shared('docs', file), 'utf8').includes('subcategory: "ECS"')),
    );

/** Every promise of a page. @param file as in `ecsPages` */
export const promisesOf = async (file: string): Promise<Scenario[]> => {
  const name = shared('docs', file);
  const page = await parsePage(readFileSync(name, 'utf8'), { file });
  return deriveScenarios(page, await companionsOf(page, path.resolve(name)));
};

/** How many promises are kept, fail, and are not checked. */
export const countsOf = (results: readonly Result[]): Record<Result['verdict'], number> => {
  const counts = { passed: 0, failed: 0, 'not-checked': 0 };
  for (const { verdict } of results) counts[verdict]++;
  return counts;
};

/** What is not kept, by its name below the type: "alicloud_vpc/argument/name/default" → "argument/name/default". */
export const unkeptIn = (results: readonly Result[]): Unkept[] =>
  results
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ scenario, failure, page }) => ({
      promise: scenario.slice(scenario.indexOf('/') + 1),
      seen: failure?.observed ?? '',
      expected: failure?.expected ?? '',
      line: page?.position.line ?? 0,
    }));
