import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from '../../../docs-parser/index.ts';
import type { RuleId } from '../../../emulator/index.ts';
import { createSdkDriver, deriveScenarios, runScenarios } from '../../../scenarios/index.ts';

/** Our own page of the seed's form. */
export const examplePage = readFileSync(
  path.resolve(import.meta.dirname, '../../../examples/image_share_permission.python.md'),
  'utf8',
);

/** A promise that was not kept: its scenario without the page's name, and its line. */
export interface Failed {
  readonly promise: string;
  readonly line: number;
}

/** Checks a page and tells which promises are not kept. */
export const failedPromises = async (
  source: string,
  withoutRules: readonly RuleId[] = [],
): Promise<Failed[]> => {
  const page = await parsePage(source, { file: 'page.md' });
  const driver = createSdkDriver({ withoutRules });
  try {
    const results = await runScenarios(deriveScenarios(page), driver);
    return results
      .filter(({ verdict }) => verdict === 'failed')
      .map((result) => ({
        promise: result.scenario.replace(`${page.name}/`, ''),
        line: result.page?.position.line ?? 0,
      }));
  } finally {
    await driver.close();
  }
};

/** The line of the page, from 1, on which a text stands first. */
export const lineOf = (source: string, text: string): number => {
  const at = source.indexOf(text);
  if (at === -1) throw new Error(`the page does not have: ${text}`);
  return source.slice(0, at).split('\n').length;
};
