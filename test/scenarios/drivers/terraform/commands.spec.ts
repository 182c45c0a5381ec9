/** What the terraform driver writes and reads; running it is in test/real-tools/terraform. */
import { expect, test } from '@playwright/test';
import type { ApiCall } from '../../../../scenarios/result.ts';
import { configurationOf } from '../../../../scenarios/drivers/terraform/configuration.ts';
import {
  readImport,
  readRun,
  refusalOfDiagnostic,
} from '../../../../scenarios/drivers/terraform/diagnostics.ts';
import {
  emptyState,
  entriesIn,
  timeoutsIn,
  withEntries,
} from '../../../../scenarios/drivers/terraform/state-file.ts';
import { unsupportedIn } from '../../../../scenarios/drivers/terraform/unsupported.ts';
import { scenarioSchema } from '../../../../scenarios/scenario.ts';

test('a configuration is JSON: resources and data sources by type and name, null left out, references kept', () => {
  const written = configurationOf(
    [
      { address: 'data.alicloud_zones.default', arguments: { available_resource_creation: 'Instance' } },
      {
        address: 'alicloud_vswitch.a-second',
        arguments: { vpc_id: '${alicloud_vpc.a.id}', description: 'rise of 5%{x}', zone_id: null },
        dependsOn: ['alicloud_vpc.a'],
      },
    ],
    'the-key',
  );
  expect(JSON.parse(written)).toMatchObject({
    terraform: { required_providers: { alicloud: { source: 'aliyun/alicloud' } } },
    provider: { alicloud: { access_key: 'the-key', protocol: 'HTTP', skip_region_validation: true } },
    data: { alicloud_zones: { default: { available_resource_creation: 'Instance' } } },
  });
  const { resource } = JSON.parse(written) as { resource: unknown };
  expect(resource).toEqual({
    alicloud_vswitch: {
      'a-second': {
        vpc_id: '${alicloud_vpc.a.id}',
        description: 'rise of 5%%{x}',
        depends_on: ['alicloud_vpc.a'],
      },
    },
  });
});

const line = (members: object): string => JSON.stringify({ '@level': 'info', ...members });

test('a run is read from its lines: changes by address, problems without colour', () => {
  const output = [
    'a line that is no JSON',
    line({ type: 'planned_change', change: { resource: { addr: 'alicloud_vpc.a' }, action: 'replace' } }),
    line({
      type: 'diagnostic',
      diagnostic: {
        severity: 'error',
        summary: '\u001B[31m[ERROR]\u001B[0m x.go:1: no',
        address: 'alicloud_vpc.a',
      },
    }),
    line({ type: 'diagnostic', diagnostic: { severity: 'warning', summary: 'old' } }),
  ].join('\n');
  const { changes, problems } = readRun(output, 1);
  expect([...changes]).toEqual([['alicloud_vpc.a', 'replace']]);
  expect(problems).toEqual([
    { severity: 'error', summary: '[ERROR] x.go:1: no', detail: '', address: 'alicloud_vpc.a' },
  ]);
});

test('a run that ends badly without a word is a problem as well', () => {
  expect(readRun('Killed', 137).problems[0]?.summary).toContain('exit code 137: Killed');
  expect(readImport('', 0).problems).toEqual([]);
  const refused = '╷\n│ Error: Cannot import non-existent remote object\n│ \n│ While attempting …\n╵\n';
  expect(readImport(refused, 1).problems[0]?.summary).toBe('Cannot import non-existent remote object');
});

const call = (action: string, status: number, code: string | null): ApiCall => ({
  action,
  account: 'owner',
  parameters: {},
  status,
  code,
  message: null,
});

for (const [says, summary, calls, kind, code] of [
  [
    'an error of the API',
    'ModifyImageSharePermission Failed!!! ErrorCode: QuotaExceed.ShareImageUser',
    [call('ModifyImageSharePermission', 403, 'QuotaExceed.ShareImageUser')],
    'quota',
    'QuotaExceed.ShareImageUser',
  ],
  ['a missing argument', 'Missing required argument', [], 'missing-argument', 'InvalidConfiguration'],
  ['an unknown argument', 'Extraneous JSON object property', [], 'unknown-argument', 'InvalidConfiguration'],
  [
    "the provider's own check",
    'expected x to be one of [a b], got c',
    [],
    'invalid-value',
    'InvalidConfiguration',
  ],
  [
    'an import of nothing',
    'Cannot import non-existent remote object',
    [],
    'not-found',
    'InvalidConfiguration',
  ],
  [
    'something else, after a change',
    'timeout while waiting for state',
    [call('CreateVpc', 200, null)],
    'other',
    'TerraformError',
  ],
] as const) {
  test(`refused by ${says}: ${kind}`, () => {
    const refusal = refusalOfDiagnostic({ severity: 'error', summary, detail: '' }, [...calls]);
    expect(refusal).toMatchObject({ kind, code });
  });
}

test('a state keeps what it is not asked about, and counts up', () => {
  const entry = {
    mode: 'managed' as const,
    type: 'alicloud_vpc',
    name: 'a',
    module: 'x',
    instances: [{ attributes: { id: 'vpc-1' } }],
  };
  const state = withEntries(emptyState, [entry]);
  expect(entriesIn(state).get('alicloud_vpc.a')).toEqual(entry);
  expect(JSON.parse(state)).toMatchObject({ serial: 2, lineage: 'alimock' });
});

test('a block of one account cannot be touched by another through Terraform', () => {
  const given = [{ address: 'alicloud_vpc.a', arguments: {} }];
  const scenario = scenarioSchema.parse({
    id: 'x',
    kind: 'hand-written',
    title: 'x',
    trust: 'client',
    page: null,
    given,
    steps: [{ when: { read: 'alicloud_vpc.a', as: 'stranger' } }],
  });
  expect(unsupportedIn(scenario)).toBe('Terraform cannot touch alicloud_vpc.a of the owner as the stranger');
  expect(unsupportedIn({ ...scenario, steps: [{ when: { read: 'alicloud_vpc.a' }, then: [] }] })).toBeNull();
});

test('timeouts are in what the provider keeps for itself, in nanoseconds', () => {
  const entry = (kept?: object) => ({
    mode: 'managed' as const,
    type: 'alicloud_vpc',
    name: 'a',
    instances: [
      {
        attributes: { id: 'vpc-1' },
        ...(kept && { private: Buffer.from(JSON.stringify(kept)).toString('base64') }),
      },
    ],
  });
  const timeouts = { create: 600_000_000_000, delete: 90_000_000_000 };
  const kept = { 'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0': timeouts, schema_version: '1' };
  expect(timeoutsIn(entry(kept))).toEqual({ create: 10, delete: 1.5 });
  expect(timeoutsIn(entry({ schema_version: '1' }))).toEqual({});
  expect(timeoutsIn(entry())).toEqual({});
});
