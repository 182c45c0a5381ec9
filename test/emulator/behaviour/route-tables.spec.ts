import type { Account, Parameters } from '../api-client.ts';
import { createGateway } from './address-steps.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork, runOne } from './instance-steps.ts';
import { createVSwitch } from './vpc-steps.ts';

const createTable = async (account: Account, vpcId: string, parameters: Parameters = {}): Promise<string> =>
  (await account.call('CreateRouteTable', { VpcId: vpcId, ...parameters }, 'Vpc')).text('RouteTableId');

const tableOf = async (account: Account, routeTableId: string) => {
  const answer = await account.call('DescribeRouteTableList', { RouteTableId: routeTableId }, 'Vpc');
  return answer.at('RouterTableList.RouterTableListType.0');
};

const destinations = async (account: Account, routeTableId: string): Promise<string[]> => {
  const answer = await account.call('DescribeRouteEntryList', { RouteTableId: routeTableId }, 'Vpc');
  return answer.list('RouteEntrys.RouteEntry').map((entry) => entry.text('DestinationCidrBlock'));
};

test('a custom route table leads to the VSwitches of its VPC, those made later too', async ({ owner }) => {
  const { vpcId } = await makeNetwork(owner);
  const id = await createTable(owner, vpcId, { RouteTableName: 'own' });
  expect(await tableOf(owner, id)).toMatchObject({
    RouteTableName: 'own',
    RouteTableType: 'Custom',
    Status: 'Available',
    AssociateType: 'VSwitch',
    VSwitchIds: { VSwitchId: [] },
  });
  await createVSwitch(owner, vpcId, '172.16.9.0/24');
  expect(await destinations(owner, id)).toEqual(['172.16.9.0/24', '172.16.0.0/24', '100.64.0.0/10']);
});

test('a VSwitch is bound to one route table: the system one unless another', async ({ owner, other }) => {
  const { vpcId, vswitchId } = await makeNetwork(owner);
  const [first, second] = [await createTable(owner, vpcId), await createTable(owner, vpcId)];
  const bind = (account: Account, routeTableId: string) =>
    account.call('AssociateRouteTable', { RouteTableId: routeTableId, VSwitchId: vswitchId }, 'Vpc');
  await bind(owner, first);
  const vswitch = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(vswitch.at('RouteTable')).toEqual({ RouteTableId: first, RouteTableType: 'Custom' });
  await expect(bind(owner, second)).rejects.toMatchObject({ code: 'OperationDenied.VSwitchBound' });
  await expect(bind(other, second)).rejects.toMatchObject({ code: 'InvalidRouteTableId.NotFound' });
  await expect(owner.call('DeleteRouteTable', { RouteTableId: first }, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.RouteTable',
  });
  await owner.call('UnassociateRouteTable', { RouteTableId: first, VSwitchId: vswitchId }, 'Vpc');
  await owner.call('DeleteRouteTable', { RouteTableId: first }, 'Vpc');
  const system = await owner.call(
    'DescribeRouteTableList',
    { VpcId: vpcId, RouteTableType: 'System' },
    'Vpc',
  );
  const row = 'RouterTableList.RouterTableListType.0';
  expect(system.at(`${row}.VSwitchIds.VSwitchId`)).toEqual([vswitchId]);
  await expect(
    owner.call('DeleteRouteTable', { RouteTableId: system.text(`${row}.RouteTableId`) }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'OperationDenied.SystemRouteTable' });
});

test('a route goes to something of its VPC, and once to each place', async ({ owner }) => {
  const gateway = await createGateway(owner);
  const table = { RouteTableId: await createTable(owner, gateway.vpcId) };
  const request = {
    ...table,
    DestinationCidrBlock: '0.0.0.0/0',
    NextHopType: 'NatGateway',
    NextHopId: gateway.id,
  };
  const created = await owner.call('CreateRouteEntry', request, 'Vpc');
  const id = created.text('RouteEntryId');
  for (const [change, code] of [
    [{}, 'RouterEntryConflict.Duplicated'],
    [{ DestinationCidrBlock: '172.16.0.0/24' }, 'RouterEntryConflict.Duplicated'],
    [{ DestinationCidrBlock: 'x' }, 'InvalidParameter'],
    [{ DestinationCidrBlock: '10.0.0.0/8', NextHopId: 'ngw-none' }, 'InvalidNextHop.NotFound'],
    [{ DestinationCidrBlock: '10.0.0.0/8', NextHopType: 'VpnGateway' }, 'InvalidNextHop.NotFound'],
    [{ DestinationCidrBlock: '10.0.0.0/8', NextHopType: 'Bird' }, 'InvalidNextHopType'],
  ] as const) {
    await expect(owner.call('CreateRouteEntry', { ...request, ...change }, 'Vpc')).rejects.toMatchObject({
      code,
    });
  }
  await owner.call('ModifyRouteEntry', { RouteEntryId: id, RouteEntryName: 'out' }, 'Vpc');
  const listed = await owner.call('DescribeRouteEntryList', { ...table, RouteEntryType: 'Custom' }, 'Vpc');
  expect(listed.at('RouteEntrys.RouteEntry')).toMatchObject([
    {
      RouteEntryId: id,
      RouteEntryName: 'out',
      Status: 'Available',
      NextHops: { NextHop: [{ NextHopType: 'NatGateway', NextHopId: gateway.id }] },
    },
  ]);
  await expect(owner.call('DeleteRouteTable', table, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.RouteEntry',
  });
  await owner.call('DeleteRouteEntry', { ...table, DestinationCidrBlock: '0.0.0.0/0' }, 'Vpc');
  await expect(owner.call('DeleteRouteEntry', { RouteEntryId: id }, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidRouteEntry.NotFound',
    status: 404,
  });
});

test('a route of the system stays, and one to an instance can go elsewhere', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const [first, second] = [await runOne(owner, {}, network), await runOne(owner, {}, network)];
  const table = { RouteTableId: await createTable(owner, network.vpcId) };
  const route = { ...table, DestinationCidrBlock: '10.0.0.0/8' };
  const created = await owner.call('CreateRouteEntry', { ...route, NextHopId: first }, 'Vpc');
  const change = {
    RouteEntryId: created.text('RouteEntryId'),
    NewNextHopId: second,
    NewNextHopType: 'Instance',
  };
  await owner.call('ModifyRouteEntry', change, 'Vpc');
  const tables = await owner.call('DescribeRouteTables', table, 'Vpc');
  expect(tables.at('RouteTables.RouteTable.0.RouteEntrys.RouteEntry.0')).toMatchObject({
    InstanceId: second,
    NextHopType: 'Instance',
    Status: 'Available',
  });
  await expect(
    owner.call('DeleteRouteEntry', { ...table, DestinationCidrBlock: '100.64.0.0/10' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'OperationDenied.SystemRoute' });
});

test('a route shares its traffic among several next hops', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const hops = [await runOne(owner, {}, network), await runOne(owner, {}, network)];
  const table = { RouteTableId: await createTable(owner, network.vpcId) };
  await owner.call(
    'CreateRouteEntry',
    {
      ...table,
      DestinationCidrBlock: '10.0.0.0/8',
      'NextHopList.1.NextHopId': hops[0] ?? '',
      'NextHopList.1.NextHopType': 'Instance',
      'NextHopList.2.NextHopId': hops[1] ?? '',
      'NextHopList.2.NextHopType': 'Instance',
      'NextHopList.2.Weight': 50,
    },
    'Vpc',
  );
  const listed = await owner.call('DescribeRouteEntryList', { ...table, RouteEntryType: 'Custom' }, 'Vpc');
  expect(listed.at('RouteEntrys.RouteEntry.0.NextHops.NextHop')).toMatchObject([
    { NextHopId: hops[0], Weight: 100 },
    { NextHopId: hops[1], Weight: 50 },
  ]);
});
