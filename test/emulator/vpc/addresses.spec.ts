import { expect, test } from '@playwright/test';
import type { Context } from '../../../emulator/context.ts';
import type { RuleId } from '../../../emulator/rules/index.ts';
import { Ids } from '../../../emulator/state/ids.ts';
import type { NetworkInterface } from '../../../emulator/state/rows/network-interface.ts';
import type { VSwitch } from '../../../emulator/state/rows/network.ts';
import { createTables } from '../../../emulator/state/tables.ts';
import { allocateAddress, availableAddressCount } from '../../../emulator/vpc/addresses.ts';
import { expectFault } from './faults.ts';

const scope = { accountId: '1', regionId: 'cn-hangzhou' };

const makeContext = (action = 'RunInstances', withoutRule?: RuleId): Context => {
  const ids = new Ids(1);
  const context: Context = {
    ...scope,
    inRegion: () => context,
    onBehalfOf: () => context,
    attempt: (change) => change(),
    action,
    host: '',
    accessKeyId: 'key',
    tables: createTables(() => undefined),
    now: 0,
    schedule: () => undefined,
    scheduleAt: () => undefined,
    hasAccount: () => true,
    quota: () => 0,
    quotaOf: () => 0,
    enforces: (rule) => rule !== withoutRule,
    commandResult: () => ({ output: '', exitCode: 0 }),
    newIdIn: (_, prefix) => ids.resource(prefix, 'bp1'),
    newId: (prefix) => ids.resource(prefix, 'bp1'),
    randomText: (length) => ids.text(length),
    randomUuid: () => '',
    randomInteger: (limit) => Math.floor(ids.random() * limit),
  };
  return context;
};

const vswitchOf = (cidrBlock: string): VSwitch => ({
  ...scope,
  id: 'vsw-1',
  status: 'Available',
  vpcId: 'vpc-1',
  zoneId: 'cn-hangzhou-h',
  vswitchName: '',
  description: '',
  cidrBlock,
  ipv6CidrBlock: '',
  isDefault: false,
  resourceGroupId: '',
  tags: {},
  createdAt: 0,
});

const take = (context: Context, ...privateIpAddresses: string[]): void => {
  const row: NetworkInterface = {
    ...scope,
    id: context.newId('eni'),
    status: 'InUse',
    type: 'Primary',
    networkInterfaceName: '',
    description: '',
    vpcId: 'vpc-1',
    vswitchId: 'vsw-1',
    zoneId: 'cn-hangzhou-h',
    macAddress: '',
    privateIpAddress: privateIpAddresses[0] ?? '',
    privateIpAddresses,
    ipv6Addresses: [],
    securityGroupIds: [],
    instanceId: '',
    queueNumber: 1,
    trafficMode: 'Standard',
    queuePairNumber: 0,
    networkCardIndex: 0,
    deleteOnRelease: true,
    resourceGroupId: '',
    tags: {},
    createdAt: 0,
  };
  context.tables.networkInterfaces.insert(row);
};

test('every usable address is given once, then there is none left', () => {
  const context = makeContext();
  const vswitch = vswitchOf('10.0.0.0/28');
  const given = new Set<string>();
  for (let left = 12; left > 0; left--) {
    expect(availableAddressCount(context, vswitch)).toBe(left);
    const address = allocateAddress(context, vswitch);
    given.add(address);
    take(context, address);
  }
  expect([...given].sort()).toEqual(Array.from({ length: 12 }, (_, at) => `10.0.0.${at + 1}`).sort());
  expect(availableAddressCount(context, vswitch)).toBe(0);
  expectFault(() => allocateAddress(context, vswitch), 'QuotaExceeded.PrivateIpAddress');
  const ofInterface = { ...context, action: 'CreateNetworkInterface' };
  expectFault(() => allocateAddress(ofInterface, vswitch), 'InvalidVSwitchId.IpNotEnough');
});

test('an interface with several addresses counts with all of them', () => {
  const context = makeContext();
  take(context, '10.0.0.1', '10.0.0.2', '10.0.0.3');
  take(context, '10.0.0.4');
  expect(availableAddressCount(context, vswitchOf('10.0.0.0/28'))).toBe(8);
});

test('an address that is asked for is checked', () => {
  const context = makeContext();
  const vswitch = vswitchOf('10.0.0.0/24');
  const ask =
    (wanted: string, action = 'RunInstances') =>
    () =>
      allocateAddress({ ...context, action }, vswitch, wanted);
  expect(ask('10.0.0.1')()).toBe('10.0.0.1');
  expect(ask('10.0.0.252')()).toBe('10.0.0.252');
  for (const wanted of ['10.0.0.0', '10.0.0.253', '10.0.0.254', '10.0.0.255', '10.0.1.1', '9.255.255.255']) {
    expectFault(ask(wanted), 'InvalidPrivateIpAddress');
    expectFault(ask(wanted, 'CreateNetworkInterface'), 'InvalidVSwitchId.IpInvalid');
  }
  expectFault(ask('10.0.0.x'), 'InvalidPrivateIpAddress.Malformed');
  take(context, '10.0.0.7', '10.0.0.8');
  expectFault(ask('10.0.0.8'), 'InvalidPrivateIpAddress.Duplicated');
});

test('the rules of addresses can be switched off', () => {
  const reserved = makeContext('RunInstances', 'vswitch.reserved-addresses');
  expect(allocateAddress(reserved, vswitchOf('10.0.0.0/24'), '10.0.0.0')).toBe('10.0.0.0');
  const unique = makeContext('RunInstances', 'vswitch.address-unique');
  take(unique, '10.0.0.7');
  expect(allocateAddress(unique, vswitchOf('10.0.0.0/24'), '10.0.0.7')).toBe('10.0.0.7');
});
