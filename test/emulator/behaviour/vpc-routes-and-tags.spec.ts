import { expect, test } from './fixtures.ts';
import { createVpc, createVSwitch } from './vpc-steps.ts';

test('each VSwitch has a system route', async ({ owner }) => {
  const created = await owner.call('CreateVpc', {}, 'Vpc');
  const [vpcId, routeTableId] = [created.text('VpcId'), created.text('RouteTableId')];
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.3.0/24');
  const routes = async (parameters: Record<string, string | number> = {}) => {
    const answer = await owner.call(
      'DescribeRouteEntryList',
      { RouteTableId: routeTableId, ...parameters },
      'Vpc',
    );
    return answer.list('RouteEntrys.RouteEntry').map((route) => route.text('DestinationCidrBlock'));
  };
  expect(await routes()).toEqual(['172.16.3.0/24', '100.64.0.0/10']);
  expect(await routes({ DestinationCidrBlock: '172.16.3.0/24' })).toEqual(['172.16.3.0/24']);
  expect(await routes({ RouteEntryType: 'Custom' })).toEqual([]);
  expect(await routes({ NextHopType: 'service' })).toEqual(['100.64.0.0/10']);
  expect(await routes({ MaxResult: 1 })).toEqual(['172.16.3.0/24']);
  const tables = await owner.call('DescribeRouteTables', { RouteTableId: routeTableId }, 'Vpc');
  expect(tables.at('RouteTables.RouteTable.0')).toMatchObject({
    RouteTableType: 'System',
    VSwitchIds: { VSwitchId: [vswitchId] },
    RouteEntrys: { RouteEntry: [{ Type: 'System', Status: 'Available' }, { Type: 'System' }] },
  });
  await owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  expect(await routes()).toEqual(['100.64.0.0/10']);
});

test('route entries are paged by token', async ({ owner }) => {
  const created = await owner.call('CreateVpc', {}, 'Vpc');
  await createVSwitch(owner, created.text('VpcId'), '172.16.3.0/24');
  const request = { RouteTableId: created.text('RouteTableId'), MaxResult: 1 };
  const first = await owner.call('DescribeRouteEntryList', request, 'Vpc');
  const second = await owner.call(
    'DescribeRouteEntryList',
    { ...request, NextToken: first.text('NextToken') },
    'Vpc',
  );
  expect(second.at('RouteEntrys.RouteEntry')).toMatchObject([{ DestinationCidrBlock: '100.64.0.0/10' }]);
  expect(second.text('NextToken')).toBe('');
});

test('route tables are listed by every filter, and named', async ({ owner, other }) => {
  const created = await owner.call('CreateVpc', {}, 'Vpc');
  const routeTableId = created.text('RouteTableId');
  await createVpc(owner);
  await owner.call(
    'ModifyRouteTableAttributes',
    { RouteTableId: routeTableId, RouteTableName: 'main', Description: 'all' },
    'Vpc',
  );
  const ids = async (parameters: Record<string, string>) => {
    const answer = await owner.call('DescribeRouteTableList', parameters, 'Vpc');
    return answer.list('RouterTableList.RouterTableListType').map((table) => table.text('RouteTableId'));
  };
  expect(await ids({})).toHaveLength(2);
  expect(await ids({ RouteTableId: routeTableId })).toEqual([routeTableId]);
  expect(await ids({ VpcId: created.text('VpcId') })).toEqual([routeTableId]);
  expect(await ids({ RouteTableName: 'main' })).toEqual([routeTableId]);
  expect(await ids({ RouterId: created.text('VRouterId') })).toEqual([routeTableId]);
  expect(await ids({ RouteTableType: 'Custom' })).toEqual([]);
  expect(await ids({ RouterType: 'VBR' })).toEqual([]);
  await expect(
    other.call('DescribeRouteEntryList', { RouteTableId: routeTableId }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidRouteTableId.NotFound', status: 404 });
});

test('VPCs and VSwitches are tagged, listed and untagged', async ({ owner, other }) => {
  const vpcId = await createVpc(owner, { 'Tag.1.Key': 'keep', 'Tag.1.Value': '1' });
  const resource = { ResourceType: 'VPC', 'ResourceId.1': vpcId };
  const tags = async () => {
    const answer = await owner.call('ListTagResources', resource, 'Vpc');
    return answer
      .list('TagResources.TagResource')
      .map((tag) => `${tag.text('TagKey')}=${tag.text('TagValue')}`);
  };
  await owner.call(
    'TagResources',
    { ...resource, 'Tag.1.Key': 'new', 'Tag.1.Value': '2', 'Tag.2.Key': 'keep', 'Tag.2.Value': '3' },
    'Vpc',
  );
  expect(await tags()).toEqual(['keep=3', 'new=2']);
  const byTag = await owner.call('ListTagResources', { ResourceType: 'VPC', 'Tag.1.Key': 'new' }, 'Vpc');
  expect(byTag.at('TagResources.TagResource.0.ResourceId')).toBe(vpcId);
  await owner.call('UnTagResources', { ...resource, 'TagKey.1': 'new' }, 'Vpc');
  expect(await tags()).toEqual(['keep=3']);
  await owner.call('UnTagResources', { ...resource, All: true }, 'Vpc');
  expect(await tags()).toEqual([]);
  const tag = { ...resource, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b' };
  await expect(other.call('TagResources', tag, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidResourceId.NotFound',
  });
  await expect(owner.call('TagResources', { ...tag, ResourceType: 'X' }, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidResourceType.NotFound',
  });
  await expect(owner.call('ListTagResources', { ResourceType: 'VPC' }, 'Vpc')).rejects.toMatchObject({
    code: 'MissingParameter',
  });
});

test('the VPC API lists regions and zones', async ({ owner }) => {
  const regions = await owner.call('DescribeRegions', {}, 'Vpc');
  expect(regions.list('Regions.Region').length).toBeGreaterThanOrEqual(20);
  const zones = await owner.in('ap-southeast-1').call('DescribeZones', {}, 'Vpc');
  expect(zones.list('Zones.Zone').map((zone) => zone.text('ZoneId'))).toEqual([
    'ap-southeast-1a',
    'ap-southeast-1b',
    'ap-southeast-1c',
  ]);
});
