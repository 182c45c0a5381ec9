/** alimock/playwright: the contract of documentation pages as tests of Playwright Test. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { glob } from 'tinyglobby';
import { parsePage } from '../docs-parser/index.ts';
import { companionsOf, createSdkDriver, deriveScenarios, readScenarioFile, runScenarios } from './index.ts';
import type { Driver } from './drivers/driver.ts';
import type { Result } from './result.ts';
import type { Scenario } from './scenario.ts';

export interface ContractOptions {
  /** Folder that patterns and paths start from. Default: the working directory. */
  readonly cwd?: string;
  /** Only scenarios for which it is true. */
  readonly filter?: (scenario: Scenario) => boolean;
  /** YAML files of hand-written scenarios, as patterns. */
  readonly scenarios?: string | readonly string[];
  /** Makes the driver of a worker. Default: the official SDK against the embedded emulator. */
  readonly driver?: () => Driver;
}

/**
 * Declares one test for each promise of the pages; a promise that cannot be checked is a skipped test
 * with the reason. Await it at the top level of a spec file (an ES module).
 * @param pages patterns of documentation pages
 * @throws Error if a pattern matches no file
 * @example await contract('docs/r/*.markdown');
 */
export const contract = async (
  pages: string | readonly string[],
  options: ContractOptions = {},
): Promise<void> => {
  const cwd = options.cwd ?? process.cwd();
  const groups: { name: string; scenarios: readonly Scenario[] }[] = [];
  for (const file of await find(pages, cwd)) {
    const page = await parsePage(await readFile(path.resolve(cwd, file), 'utf8'), { file });
    const companions = await companionsOf(page, path.resolve(cwd, file));
    groups.push({ name: `${page.name} (${file})`, scenarios: deriveScenarios(page, companions) });
  }
  if (options.scenarios !== undefined) {
    for (const file of await find(options.scenarios, cwd)) {
      const text = await readFile(path.resolve(cwd, file), 'utf8');
      groups.push({ name: file, scenarios: readScenarioFile(text, file) });
    }
  }
  let driver: Driver | undefined;
  const driverOfWorker = (): Driver => (driver ??= (options.driver ?? createSdkDriver)());
  test.afterAll(async () => {
    await driver?.close();
    driver = undefined;
  });
  for (const { name, scenarios } of groups) {
    test.describe(name, () =>
      scenarios.filter(options.filter ?? (() => true)).forEach((one) => declare(one, driverOfWorker)),
    );
  }
};

const find = async (patterns: string | readonly string[], cwd: string): Promise<string[]> => {
  const list = typeof patterns === 'string' ? [patterns] : [...patterns];
  const files = await glob(list, { cwd, onlyFiles: true, expandDirectories: false });
  if (files.length === 0) throw new Error(`no file matches ${list.join(', ')} in ${cwd}`);
  return files.sort();
};

const declare = (scenario: Scenario, driver: () => Driver): void => {
  const place = scenario.page === null ? '' : `${scenario.page.file}:${scenario.page.position.line}`;
  // The id makes the name unique; titles may repeat on a page.
  const title = `${scenario.title} [${scenario.id}]`;
  const annotation = [
    { type: 'promise', description: place },
    ...(scenario.notChecked === null ? [] : [{ type: 'not checked', description: scenario.notChecked }]),
  ];
  test(title, { annotation, tag: `@${scenario.kind}` }, async () => {
    test.skip(scenario.notChecked !== null, `not checked: ${scenario.notChecked ?? ''}`);
    const [result] = await runScenarios([scenario], driver());
    if (result?.verdict === 'not-checked') {
      test.info().annotations.push({ type: 'not checked', description: result.reason ?? '' });
      test.skip(true, `not checked: ${result.reason ?? ''}`);
    }
    expect(result?.verdict, failureText(place, result)).toBe('passed');
  });
};

const failureText = (place: string, result: Result | undefined): string => {
  const failure = result?.failure;
  if (failure === null || failure === undefined) return place;
  const calls = failure.calls.map(({ status, action, code }) => `  ${status} ${action} ${code ?? ''}`);
  return [
    place,
    failure.doing,
    `expected: ${failure.expected}`,
    `observed: ${failure.observed}`,
    ...calls,
  ].join('\n');
};
