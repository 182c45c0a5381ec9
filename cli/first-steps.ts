import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from './version.ts';

/** What the program prints when it is told nothing: what to try first, each a line to paste. */
export const firstStepsHelp =
  (): string => `alimock ${version}: test against Alibaba Cloud without Alibaba Cloud.

What to try first:

  A local ECS for Terraform, the SDKs and the aliyun command. It prints what to tell them.
    npx alimock serve

  Every promise of a Terraform documentation page as a test. This page comes with alimock.
    npx alimock check ${examplePage()}

  What is wrong with pages of your own.
    npx alimock lint 'docs/**/*.markdown'

  Contract tests, a CI workflow and a configuration for this repository. It asks first.
    npx alimock init

In a test or in a page of your own: import { handlers } from 'alimock/msw', or { startInBrowser } from 'alimock/msw/browser'.

alimock --help lists all commands, alimock COMMAND --help the options of one.
`;

/** From the source and from dist/ alike, examples/ is in the nearest folder above that has it. */
const examplePage = (): string => {
  const page = 'examples/image_share_permission.python.md';
  const found = ['../', '../../']
    .map((above) => fileURLToPath(new URL(`${above}${page}`, import.meta.url)))
    .find((file) => existsSync(file));
  if (found === undefined) return 'PAGE';
  const relative = path.relative(process.cwd(), found);
  return relative.startsWith('..') ? found : relative;
};
