import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import type { RuleId } from '../../../emulator/rules/index.ts';
import { networkRules } from '../../../emulator/rules/network.ts';
import { Account, sendDirectly } from '../api-client.ts';
import { createVpc, createVSwitch, listIds } from '../behaviour/vpc-steps.ts';

/** Something that the rule forbids; it must be refused with the rule and go through without it. */
type Forbidden = (account: Account, emulator: Emulator) => Promise<unknown>;

const refuse = (holds: boolean): void => {
  if (holds) throw new Error('the rule holds');
};

const withVSwitch = async (account: Account, block: string): Promise<string> => {
  const vpcId = await createVpc(account, { CidrBlock: '10.0.0.0/8' });
  await createVSwitch(account, vpcId, '10.0.0.0/24');
  await createVSwitch(account, vpcId, block);
  return vpcId;
};

const runInstance = async (account: Account, vpcId: string, vswitchId: string, address: string) => {
  const group = await account.call('CreateSecurityGroup', { VpcId: vpcId });
  return account.call('RunInstances', {
    ImageId: 'ubuntu_22_04_x64_20G_alibase_20241016.vhd',
    InstanceType: 'ecs.sn1ne.large',
    VSwitchId: vswitchId,
    SecurityGroupId: group.text('SecurityGroupId'),
    PrivateIpAddress: address,
  });
};

const associate = (account: Account, vpcId: string, block: string) =>
  account.call('AssociateVpcCidrBlock', { VpcId: vpcId, SecondaryCidrBlock: block }, 'Vpc');

const forbidden: Partial<Record<RuleId, Forbidden>> = {
  'vpc.quota': async (account) => {
    for (let count = 0; count <= 10; count++) await createVpc(account);
  },
  'vpc.cidr-range': (account) => createVpc(account, { CidrBlock: '10.0.0.0/30' }),
  'vpc-delete.refused-while-vswitches': async (account) =>
    account.call('DeleteVpc', { VpcId: await withVSwitch(account, '10.1.0.0/24') }, 'Vpc'),
  'vpc-delete.refused-while-security-groups': async (account) => {
    const vpcId = await createVpc(account);
    await account.call('CreateSecurityGroup', { VpcId: vpcId });
    await account.call('DeleteVpc', { VpcId: vpcId }, 'Vpc');
  },
  'vpc-cidr.no-overlap': async (account) => associate(account, await createVpc(account), '172.16.0.0/16'),
  'vpc-cidr.refused-while-used': async (account) => {
    const vpcId = await withVSwitch(account, '10.1.0.0/24');
    await account.call('ModifyVpcAttribute', { VpcId: vpcId, CidrBlock: '192.168.0.0/16' }, 'Vpc');
  },
  'vpc-cidr.limit': async (account) => {
    const vpcId = await createVpc(account);
    for (const first of [10, 11, 12, 13, 14, 15]) await associate(account, vpcId, `${first}.0.0.0/16`);
  },
  'vswitch.quota': async (account) => {
    const vpcId = await createVpc(account);
    for (let count = 0; count <= 150; count++) await createVSwitch(account, vpcId, `172.16.${count}.0/24`);
  },
  'vswitch.cidr-mask': (account) => withVSwitch(account, '10.1.0.0/30'),
  'vswitch.cidr-in-vpc': (account) => withVSwitch(account, '192.168.0.0/24'),
  'vswitch.cidr-overlap': (account) => withVSwitch(account, '10.0.0.128/25'),
  'vswitch-delete.refused-while-instances': async (account) => {
    const vpcId = await createVpc(account);
    const vswitchId = await createVSwitch(account, vpcId, '172.16.0.0/24');
    await runInstance(account, vpcId, vswitchId, '172.16.0.9');
    await account
      .call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc')
      .catch((error: unknown) =>
        expect(error).toMatchObject({ code: 'DependencyViolation.NetworkInterface' }),
      );
  },
  'vswitch.reserved-addresses': async (account) => {
    const vpcId = await createVpc(account);
    await runInstance(account, vpcId, await createVSwitch(account, vpcId, '172.16.0.0/24'), '172.16.0.255');
  },
  'vswitch.address-unique': async (account) => {
    const vpcId = await createVpc(account);
    const vswitchId = await createVSwitch(account, vpcId, '172.16.0.0/24');
    await runInstance(account, vpcId, vswitchId, '172.16.0.9');
    await runInstance(account, vpcId, vswitchId, '172.16.0.9');
  },
  'describe-vpcs.filters': async (account) => {
    const vpcId = await createVpc(account);
    refuse(!(await listIds(account, 'DescribeVpcs', { VpcName: 'other' })).includes(vpcId));
  },
  'describe-vswitches.filters': async (account) => {
    await withVSwitch(account, '10.1.0.0/24');
    refuse((await listIds(account, 'DescribeVSwitches', { VpcId: 'vpc-none' })).length === 0);
  },
  'describe-instance-types.family-filter': async (account) => {
    const types = await account.call('DescribeInstanceTypes', { InstanceTypeFamily: 'ecs.none' });
    refuse(types.list('InstanceTypes.InstanceType').length === 0);
  },
  'zones.sold-types': async (account) => {
    const zones = await account.call('DescribeAvailableResource', {
      DestinationResource: 'InstanceType',
      InstanceType: 'ecs.t1.small',
    });
    refuse(zones.list('AvailableZones.AvailableZone').length === 0);
  },
  'vpc-delete.refused-while-routes': async (account, emulator) => {
    const vpcId = await createVpc(account);
    addCustomRoute(emulator);
    await account.call('DeleteVpc', { VpcId: vpcId }, 'Vpc');
  },
  'vswitch-delete.refused-while-interfaces': async (account, emulator) => {
    const vswitchId = await createVSwitch(account, await createVpc(account), '172.16.0.0/24');
    addInterface(emulator, vswitchId);
    await account.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  },
  'vpc.available-only': async (account, emulator) => {
    const vpcId = await createVpc(account);
    setAllPending(emulator);
    await createVSwitch(account, vpcId, '172.16.0.0/24');
  },
};

type Rows = ReturnType<Emulator['snapshot']>['tables'];

/** Puts rows in place that no action makes yet. */
const changeTables = (emulator: Emulator, change: (tables: Rows) => Partial<Rows>): void => {
  const snapshot = emulator.snapshot();
  emulator.restore({ ...snapshot, tasks: [], tables: { ...snapshot.tables, ...change(snapshot.tables) } });
};

const addCustomRoute = (emulator: Emulator): void =>
  changeTables(emulator, ({ routeTables, vpcs }) => ({
    vpcs: vpcs.map((row) => ({ ...row, status: 'Available' })),
    routeTables: routeTables.map((row) => ({
      ...row,
      entries: [{ id: 'rte-1', type: 'Custom', destinationCidrBlock: '10.0.0.0/8', status: 'Available' }],
    })),
  }));

const addInterface = (emulator: Emulator, vswitchId: string): void =>
  changeTables(emulator, ({ vswitches }) => ({
    networkInterfaces: vswitches.map(({ accountId, regionId }) => ({
      id: 'eni-1',
      accountId,
      regionId,
      vswitchId,
      instanceId: '',
      privateIpAddresses: ['172.16.0.5'],
      securityGroupIds: [],
    })),
  }));

const setAllPending = (emulator: Emulator): void =>
  changeTables(emulator, ({ vpcs }) => ({ vpcs: vpcs.map((row) => ({ ...row, status: 'Pending' })) }));

const accountOf = (emulator: Emulator): Account =>
  new Account(sendDirectly(emulator), 'owner', 'cn-hangzhou');

const isRule = (name: string): name is keyof typeof networkRules => Object.hasOwn(networkRules, name);

for (const [rule, act] of Object.entries(forbidden)) {
  test(`${rule}: refused with the rule, possible without it`, async () => {
    const withRule = createEmulator();
    await expect(act(accountOf(withRule), withRule)).rejects.toThrow();
    const without = createEmulator({ withoutRules: isRule(rule) ? [rule] : [] });
    await act(accountOf(without), without);
  });
}

test('every rule of the network is proven', () => {
  expect(Object.keys(forbidden).sort()).toEqual(Object.keys(networkRules).sort());
});
