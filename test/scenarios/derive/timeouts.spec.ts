/** A page's timeouts: what the provider's are is asked of the page's own block. */
import { expect, test } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import { createSdkDriver, deriveScenarios, runScenarios } from '../../../scenarios/index.ts';

const page = (example: string): string =>
  [
    '---',
    'subcategory: "ECS"',
    'page_title: "Alicloud: alicloud_ecs_command"',
    '---',
    '# alicloud_ecs_command',
    'A command.',
    '## Example Usage',
    '```terraform',
    example,
    '```',
    '## Argument Reference',
    '* `name` - (Required) The name.',
    '### Timeouts',
    'The `timeouts` block allows you to specify timeouts:',
    '* `create` - (Defaults to 11 mins) Used when create it.',
    '* `update` - Used when update it.',
    '* `delete` - (Defaults to 3 mins) Used when delete it.',
  ].join('\n');

const host = ['resource "alicloud_ecs_dedicated_host" "a" {', '  dedicated_host_type = "ddh.g5"', '}'].join(
  '\n',
);

test('each is compared with the provider’s own, and one without minutes only has to be there', async () => {
  const source = page(host).replaceAll('alicloud_ecs_command', 'alicloud_ecs_dedicated_host');
  const scenarios = deriveScenarios(await parsePage(source, { file: 'r/ecs_dedicated_host.html.markdown' }));
  const driver = createSdkDriver();
  const filter = ({ kind }: { kind: string }): boolean => kind === 'timeout';
  const results = await runScenarios(scenarios, driver, { filter });
  await driver.close();
  expect(
    results.map(({ scenario, verdict, failure }) => [scenario, verdict, failure?.observed ?? null]),
  ).toEqual([
    ['alicloud_ecs_dedicated_host/timeout/create', 'passed', null],
    ['alicloud_ecs_dedicated_host/timeout/update', 'passed', null],
    ['alicloud_ecs_dedicated_host/timeout/delete', 'failed', 'it is 1 minute'],
  ]);
});

test('where the example has no block of the page’s own they are not checked', async () => {
  const scenarios = deriveScenarios(await parsePage(page(host), { file: 'r/ecs_command.html.markdown' }));
  const timeouts = scenarios.filter(({ kind }) => kind === 'timeout');
  expect(timeouts).toHaveLength(3);
  for (const { notChecked, steps } of timeouts) {
    expect(steps).toEqual([]);
    expect(notChecked).toContain('alicloud_ecs_command');
  }
});
