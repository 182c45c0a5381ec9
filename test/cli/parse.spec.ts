import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { alimock, checkout, examplePage } from './alimock.ts';

const validatePageSpec = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(path.join(checkout, 'schemas', 'page-spec.json'), 'utf8')) as object,
);

test('JSON is a PageSpec that the published schema accepts', async () => {
  const { exitCode, stdout } = await alimock(['parse', examplePage, '--format', 'json']);
  expect(exitCode).toBe(0);
  const page: unknown = JSON.parse(stdout);
  expect(validatePageSpec(page), JSON.stringify(validatePageSpec.errors)).toBe(true);
  expect(page).toMatchObject({
    name: 'alicloud_image_share_permission',
    kind: 'resource',
    availableSince: { version: '1.68.0' },
    id: { template: '<image_id>:<account_id>' },
    import: { id: 'm-bp1example:1234567890123456', parts: ['m-bp1example', '1234567890123456'] },
  });
});

test('YAML says the same as JSON', async () => {
  const [json, yaml] = await Promise.all([
    alimock(['parse', examplePage, '--format', 'json']),
    alimock(['parse', examplePage, '--format', 'yaml']),
  ]);
  expect(parseYaml(yaml.stdout)).toEqual(JSON.parse(json.stdout));
});

test('several pages are a list in JSON and several documents in YAML', async () => {
  const [json, yaml] = await Promise.all([
    alimock(['parse', examplePage, 'README.md', '--format', 'json']),
    alimock(['parse', examplePage, 'README.md', '--format', 'yaml']),
  ]);
  expect(JSON.parse(json.stdout)).toHaveLength(2);
  expect(parseAllDocuments(yaml.stdout)).toHaveLength(2);
});

test('the table names every argument, the blocks of the example and the findings, with their lines', async () => {
  const { exitCode, stdout } = await alimock(['parse', examplePage]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('alicloud_image_share_permission');
  expect(stdout).toMatch(/image_id +Required, ForceNew +\d+:\d+/);
  expect(stdout).toMatch(/alicloud_vswitch\.main .*zone_id/);
  expect(stdout).toMatch(/Attributes Reference0/);
  // eslint-disable-next-line no-control-regex
  expect(stdout, 'no colours where there is no terminal').not.toMatch(/\u001B/);
});
