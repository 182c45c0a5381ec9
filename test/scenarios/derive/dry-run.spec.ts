import { expect, test } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import { deriveScenarios } from '../../../scenarios/derive/derive-scenarios.ts';

const page = (bullet: string): string =>
  [
    '---',
    'subcategory: "VPC"',
    'page_title: "Alicloud: alicloud_vpc"',
    '---',
    '# alicloud_vpc',
    'A network.',
    '## Example Usage',
    '```terraform',
    'resource "alicloud_vpc" "main" {',
    '  cidr_block = "10.0.0.0/8"',
    '}',
    '```',
    '## Argument Reference',
    '* `cidr_block` - (Optional) The block.',
    bullet,
  ].join('\n');

for (const [bullet, isDryRun] of [
  ['* `dry_run` - (Optional) The dry run. Default value: `false`.', true],
  ['* `only_check` - (Optional) Whether to precheck the request alone. Default value: `false`.', true],
  ['* `enable_ipv6` - (Optional) Whether IPv6 is on. Valid values: `true`, `false`.', false],
] as const) {
  test(`${bullet} ${isDryRun ? 'is not checked, since a dry run makes nothing' : 'is checked'}`, async () => {
    const scenarios = deriveScenarios(await parsePage(page(bullet), { file: 'vpc.html.markdown' }));
    const ofArgument = scenarios.filter((scenario) => scenario.page?.position.line === 15);
    expect(ofArgument).not.toEqual([]);
    const reasons = ofArgument.map(({ notChecked }) => notChecked?.includes('dry run') === true);
    expect(reasons).toEqual(isDryRun ? [true] : ofArgument.map(() => false));
  });
}
