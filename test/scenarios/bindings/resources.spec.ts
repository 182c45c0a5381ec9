/** Each resource type's life with the SDK against the emulator, as hand-written scenarios. */
import { expect, test } from '@playwright/test';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';
import type { Driver } from '../../../scenarios/drivers/driver.ts';
import { runScenarios } from '../../../scenarios/run/index.ts';
import type { Expectation, GivenBlock, Step, Value } from '../../../scenarios/scenario.ts';
import { scenarioSchema } from '../../../scenarios/scenario.ts';
import { image, securityGroup, upToInstance, vpc, vswitch, zones } from './example-blocks.ts';

interface Life {
  readonly given: readonly GivenBlock[];
  readonly make: GivenBlock;
  /** What is read back beside the arguments. */
  readonly reads: readonly Expectation[];
  /** Changed in place. */
  readonly update: Record<string, Value>;
  /** Changed by replacement; null where no argument asks for it. */
  readonly replace: Record<string, Value> | null;
  readonly malformedId?: string;
}

const present = (of: string, attribute: string): Expectation => ({ attribute, of, present: true });

const lives: readonly Life[] = [
  {
    given: [],
    make: {
      address: 'alicloud_vpc.x',
      arguments: {
        vpc_name: 'one',
        cidr_block: '10.0.0.0/8',
        description: 'first',
        system_route_table_name: 'table',
        user_cidrs: ['106.11.62.0/24'],
        tags: { team: 'a', stage: 'test' },
      },
    },
    reads: [
      { attribute: 'status', of: 'alicloud_vpc.x', equals: 'Available' },
      { attribute: 'id', of: 'alicloud_vpc.x', matches: '^vpc-' },
      present('alicloud_vpc.x', 'router_id'),
      present('alicloud_vpc.x', 'route_table_id'),
      present('alicloud_vpc.x', 'create_time'),
    ],
    update: { vpc_name: 'two', description: 'second', tags: { team: 'b' } },
    replace: { user_cidrs: ['106.11.63.0/24'] },
  },
  {
    given: [zones, vpc],
    make: {
      address: 'alicloud_vswitch.x',
      arguments: { ...vswitch.arguments, description: 'first', tags: { team: 'a' } },
    },
    reads: [
      { attribute: 'status', of: 'alicloud_vswitch.x', equals: 'Available' },
      {
        attribute: 'availability_zone',
        of: 'alicloud_vswitch.x',
        equals: '${data.alicloud_zones.default.zones.0.id}',
      },
    ],
    update: { vswitch_name: 'two', description: 'second', tags: { team: 'b', stage: 'x' } },
    replace: { cidr_block: '172.17.3.0/25' },
  },
  {
    given: [vpc],
    make: {
      address: 'alicloud_security_group.x',
      arguments: { ...securityGroup.arguments, description: 'first', tags: { team: 'a' } },
    },
    reads: [
      { attribute: 'inner_access_policy', of: 'alicloud_security_group.x', equals: 'Accept' },
      { attribute: 'security_group_type', of: 'alicloud_security_group.x', equals: 'normal' },
    ],
    update: { security_group_name: 'two', inner_access_policy: 'Drop', tags: {} },
    replace: { security_group_type: 'enterprise', inner_access_policy: null },
  },
  {
    given: upToInstance.slice(0, -1),
    make: {
      address: 'alicloud_instance.x',
      arguments: {
        ...(upToInstance.at(-1)?.arguments ?? {}),
        description: 'first',
        tags: { team: 'a' },
        system_disk_size: 50,
        data_disks: [{ size: 20, name: 'data', category: 'cloud_efficiency' }],
      },
    },
    reads: [
      { attribute: 'status', of: 'alicloud_instance.x', equals: 'Running' },
      { attribute: 'system_disk_id', of: 'alicloud_instance.x', matches: '^d-' },
      { attribute: 'public_ip', of: 'alicloud_instance.x', matches: '^\\d+\\.\\d+\\.\\d+\\.\\d+$' },
      { attribute: 'private_ip', of: 'alicloud_instance.x', matches: '^172\\.17\\.3\\.' },
      { attribute: 'primary_ip_address', of: 'alicloud_instance.x', matches: '^172\\.17\\.3\\.' },
      { attribute: 'vpc_id', of: 'alicloud_instance.x', equals: '${alicloud_vpc.default.id}' },
      present('alicloud_instance.x', 'network_interface_id'),
      present('alicloud_instance.x', 'cpu'),
      present('alicloud_instance.x', 'memory'),
      present('alicloud_instance.x', 'os_name'),
    ],
    update: { instance_name: 'two', description: 'second', tags: { team: 'b' }, status: 'Stopped' },
    replace: {
      availability_zone: '${data.alicloud_zones.default.zones.0.id}',
      system_disk_category: 'cloud_ssd',
    },
  },
  {
    given: upToInstance,
    make: {
      address: 'alicloud_image.x',
      arguments: { ...image.arguments, tags: { team: 'a' }, image_version: '1' },
    },
    reads: [
      { attribute: 'status', of: 'alicloud_image.x', equals: 'Available' },
      { attribute: 'architecture', of: 'alicloud_image.x', equals: 'x86_64' },
      { attribute: 'id', of: 'alicloud_image.x', matches: '^m-' },
      present('alicloud_image.x', 'disk_device_mapping.0.snapshot_id'),
      present('alicloud_image.x', 'platform'),
    ],
    update: { image_name: 'two', description: 'second', tags: { team: 'b' } },
    replace: { image_version: '2' },
  },
  {
    given: [...upToInstance, image],
    make: {
      address: 'alicloud_image_share_permission.x',
      arguments: { image_id: '${alicloud_image.default.id}', account_id: '${account.recipient}' },
    },
    reads: [{ idOf: 'alicloud_image_share_permission.x', hasFormat: '<image_id>:<account_id>' }],
    update: {},
    replace: { account_id: '${account.stranger}' },
    malformedId: 'm-without-account',
  },
];

const readsBack = (address: string, values: Readonly<Record<string, Value>>): Expectation[] =>
  Object.entries(values).map(([attribute, equals]) => ({ attribute, of: address, equals }));

/** Creates, reads back, imports, updates, replaces, deletes, deletes again. */
const stepsOf = ({ make, reads, update, replace }: Life): Step[] => {
  const { address } = make;
  const [type = ''] = address.split('.');
  const imported = `${type}.imported`;
  const steps: Step[] = [
    {
      when: { create: make },
      then: [{ exists: address }, ...reads, ...readsBack(address, readable(make.arguments))],
    },
    {
      when: { import: { address: imported, id: `\${${address}.id}` } },
      then: [{ sameState: [address, imported] }],
    },
  ];
  if (Object.keys(update).length > 0) {
    const changed = readsBack(address, update);
    steps.push({
      when: { update: { address, arguments: update } },
      then: [{ updatedInPlace: address }, ...changed],
    });
  }
  if (replace !== null) {
    const changed = readsBack(
      address,
      Object.fromEntries(Object.entries(replace).filter(([, value]) => value !== null)),
    );
    steps.push({
      when: { update: { address, arguments: replace } },
      then: [{ replaced: address }, ...changed],
    });
  }
  steps.push(
    { when: { delete: address }, then: [{ gone: address }] },
    { when: { deleteAgain: address }, then: [] },
    { when: { destroy: 'everything' }, then: [{ accountIsEmpty: true }] },
  );
  return steps;
};

/** Without what the provider never reads back. */
const readable = (values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== 'instance_id' && name !== 'data_disks'),
  );

test.describe('resources', () => {
  let driver: Driver;
  test.beforeAll(() => {
    driver = createSdkDriver();
  });
  test.afterAll(() => driver.close());

  for (const life of lives) {
    const [type] = life.make.address.split('.');

    test(`${type ?? ''} lives as the provider has it`, async () => {
      const scenario = scenarioSchema.parse({
        id: `${type ?? ''}/life`,
        kind: 'hand-written',
        title: 'lives',
        trust: 'client',
        page: null,
        given: life.given,
        steps: stepsOf(life),
      });
      const [result] = await runScenarios([scenario], driver);
      const { doing, expected, observed, calls } = result?.failure ?? {};
      expect({ doing, expected, observed, last: calls?.at(-1)?.message }).toEqual({});
      expect(result?.verdict).toBe('passed');
    });

    test(`${type ?? ''} cannot be imported by an id that there is not`, async () => {
      const session = await driver.open([]);
      const verb = { import: { address: `${type ?? ''}.x`, id: life.malformedId ?? 'no-such-id' } };
      expect(await session.perform(verb)).toMatchObject({
        ok: false,
        kind: life.malformedId === undefined ? 'not-found' : 'invalid-value',
      });
      await session.close();
    });
  }
});
