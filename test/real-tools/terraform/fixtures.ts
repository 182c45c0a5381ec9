import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import type { PageSpec } from '../../../docs-parser/index.ts';
import { Seats } from '../../../scenarios/drivers/terraform/seats.ts';
import { shared } from '../../shared-data.ts';
import { provider } from '../terraform-provider.ts';
import { toolFolder } from '../tool.ts';
import { exampleCodes } from './example-code.ts';
import type { ExampleCode } from './example-code.ts';

/** A page with its HCL examples. */
export interface Page {
  readonly spec: PageSpec;
  readonly examples: readonly ExampleCode[];
}

/** @param file below ../shared/docs, e.g. "r/vpc.html.markdown" */
export const readSharedPage = async (file: string): Promise<Page> => {
  const source = await readFile(shared('docs', file), 'utf8');
  const spec = await parsePage(source, { file });
  return { spec, examples: exampleCodes(spec, source) };
};

export const test = base.extend<object, { seats: Seats }>({
  seats: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
    async ({}, use) => {
      const seats = new Seats(
        path.join(toolFolder(provider), 'terraform-provider-alicloud'),
        'aliyun/alicloud',
        3,
      );
      await use(seats);
      await seats.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
