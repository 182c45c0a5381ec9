import { expect, test } from './fixtures.ts';

const values = (answer: { list(path: string): { text(path: string): string }[] }, zone = 0): string[] =>
  answer
    .list(
      `AvailableZones.AvailableZone.${zone}.AvailableResources.AvailableResource.0.SupportedResources.SupportedResource`,
    )
    .map((resource) => resource.text('Value'));

test('regions are listed with their endpoints', async ({ owner }) => {
  const answer = await owner.call('DescribeRegions');
  const regions = answer.list('Regions.Region');
  expect(regions.length).toBeGreaterThanOrEqual(20);
  expect(answer.at('Regions.Region')).toContainEqual({
    RegionId: 'cn-beijing',
    LocalName: 'China (Beijing)',
    RegionEndpoint: 'ecs.cn-beijing.aliyuncs.com',
    Status: 'available',
  });
  await expect(owner.call('DescribeRegions', { ResourceType: 'nonsense' })).rejects.toMatchObject({
    code: 'InvalidResourceType.NotFound',
    status: 404,
  });
  await expect(owner.call('DescribeRegions', { AcceptLanguage: 'xx' })).rejects.toMatchObject({
    code: 'InvalidAcceptLanguage.NotFound',
  });
});

test('zones tell what can be made in them', async ({ owner }) => {
  const answer = await owner.call('DescribeZones');
  const zones = answer.list('Zones.Zone');
  expect(zones.map((zone) => zone.text('ZoneId'))).toContain('cn-hangzhou-h');
  for (const zone of zones) {
    expect(zone.at('AvailableResourceCreation.ResourceTypes')).toEqual(
      expect.arrayContaining(['Instance', 'Disk', 'VSwitch']),
    );
    expect(zone.at('AvailableInstanceTypes.InstanceTypes')).toContain('ecs.sn1ne.large');
    expect(zone.at('AvailableDiskCategories.DiskCategories')).toContain('cloud_efficiency');
    expect(
      zone.at('AvailableResources.ResourcesInfo.0.InstanceTypeFamilies.supportedInstanceTypeFamily'),
    ).toContain('ecs.sn1ne');
  }
  const brief = await owner.call('DescribeZones', { Verbose: false });
  expect(brief.at('Zones.Zone.0.AvailableInstanceTypes.InstanceTypes')).toBeUndefined();
  await expect(owner.call('DescribeZones', { SpotStrategy: 'x' })).rejects.toMatchObject({
    code: 'InvalidSpotStrategy',
    status: 400,
  });
  await expect(owner.call('DescribeZones', { InstanceChargeType: 'x' })).rejects.toMatchObject({
    code: 'InvalidInstanceChargeType.NotFound',
    status: 404,
  });
});

test('available instance types follow zone, type, cores, memory and disks', async ({ owner }) => {
  const query = (parameters: Record<string, string | number>) =>
    owner.call('DescribeAvailableResource', { DestinationResource: 'InstanceType', ...parameters });
  const inOldZone = await query({ ZoneId: 'cn-hangzhou-c' });
  expect(inOldZone.list('AvailableZones.AvailableZone')).toHaveLength(1);
  expect(values(inOldZone)).toContain('ecs.sn1ne.large');
  expect(values(inOldZone)).not.toContain('ecs.g7.large');
  const g7 = await query({ InstanceType: 'ecs.g7.large' });
  expect(g7.list('AvailableZones.AvailableZone').map((zone) => zone.text('ZoneId'))).toEqual([
    'cn-hangzhou-b',
    'cn-hangzhou-i',
    'cn-hangzhou-j',
    'cn-hangzhou-k',
  ]);
  expect(values(g7)).toEqual(['ecs.g7.large']);
  const sized = values(await query({ Cores: 2, Memory: 4, ZoneId: 'cn-hangzhou-b' }));
  expect(sized).toContain('ecs.sn1ne.large');
  expect(sized).not.toContain('ecs.sn1ne.xlarge');
  const onEssd = values(await query({ SystemDiskCategory: 'cloud_auto', ZoneId: 'cn-hangzhou-k' }));
  expect(onEssd).toContain('ecs.g7.large');
  expect(onEssd).not.toContain('ecs.sn1ne.large');
  expect((await query({ IoOptimized: 'none' })).list('AvailableZones.AvailableZone')).toEqual([]);
  expect((await query({ NetworkCategory: 'classic' })).list('AvailableZones.AvailableZone')).toEqual([]);
  expect((await query({ InstanceType: 'ecs.none.large' })).list('AvailableZones.AvailableZone')).toEqual([]);
});

test('available zones and disks are told, disks with their sizes', async ({ owner }) => {
  const zones = await owner.call('DescribeAvailableResource', {
    DestinationResource: 'Zone',
    IoOptimized: 'optimized',
  });
  expect(zones.list('AvailableZones.AvailableZone')).toHaveLength(10);
  const disks = await owner.call('DescribeAvailableResource', {
    DestinationResource: 'SystemDisk',
    InstanceType: 'ecs.sn1ne.large',
    ZoneId: 'cn-hangzhou-k',
  });
  expect(values(disks)).toEqual(['cloud_efficiency', 'cloud_ssd', 'cloud_essd']);
  const wanted = await owner.call('DescribeAvailableResource', {
    DestinationResource: 'DataDisk',
    DataDiskCategory: 'cloud_efficiency',
    ResourceType: 'disk',
    ZoneId: 'cn-hangzhou-k',
  });
  expect(
    wanted.at(
      'AvailableZones.AvailableZone.0.AvailableResources.AvailableResource.0.SupportedResources.SupportedResource',
    ),
  ).toEqual([
    {
      Value: 'cloud_efficiency',
      Min: 20,
      Max: 32768,
      Unit: 'GiB',
      Status: 'Available',
      StatusCategory: 'WithStock',
    },
  ]);
});

const refusedQueries: [parameters: Record<string, string | number>, code: string, status: number][] = [
  [{ DestinationResource: 'nonsense' }, 'Invalid.DestinationResource', 404],
  [{ DestinationResource: 'Zone', ResourceType: 'x' }, 'Invalid.ResourceType', 404],
  [{ DestinationResource: 'Zone', InstanceChargeType: 'x' }, 'Invalid.InstanceChargeType', 400],
  [{ DestinationResource: 'Zone', IoOptimized: 'x' }, 'Invalid.IoOptimized', 404],
  [{ DestinationResource: 'Zone', NetworkCategory: 'x' }, 'Invalid.NetworkCategory', 404],
  [{ DestinationResource: 'Zone', SpotStrategy: 'x' }, 'Invalid.SpotStrategy', 404],
  [
    { DestinationResource: 'InstanceType', InstanceType: 'ecs.g6.large', Cores: 2 },
    'InvalidParam.TypeAndCpuMem.Conflict',
    403,
  ],
];
for (const [parameters, code, status] of refusedQueries) {
  test(`a query for available resources is refused: ${code}`, async ({ owner }) => {
    await expect(owner.call('DescribeAvailableResource', parameters)).rejects.toMatchObject({ code, status });
  });
}

test('instance types are described and filtered', async ({ owner }) => {
  const types = async (parameters: Record<string, string | number> = {}): Promise<string[]> => {
    const answer = await owner.call('DescribeInstanceTypes', parameters);
    return answer.list('InstanceTypes.InstanceType').map((type) => type.text('InstanceTypeId'));
  };
  expect(await types()).toHaveLength(706);
  expect(await types({ InstanceTypeFamily: 'ecs.sn1ne' })).toHaveLength(7);
  expect(await types({ 'InstanceTypes.1': 'ecs.g6.large', 'InstanceTypes.2': 'ecs.none' })).toEqual([
    'ecs.g6.large',
  ]);
  const small = {
    MinimumCpuCoreCount: 2,
    MaximumCpuCoreCount: 2,
    MinimumMemorySize: 4,
    MaximumMemorySize: 4,
  };
  expect(await types({ ...small, InstanceTypeFamily: 'ecs.sn1ne' })).toEqual(['ecs.sn1ne.large']);
  expect(await types({ InstanceTypeFamily: 'ecs.sn1ne', MinimumEniQuantity: 8 })).toHaveLength(3);
  expect(await types({ GPUSpec: 'NVIDIA V100', MinimumGPUAmount: 8 })).toContain('ecs.gn6v-c8g1.16xlarge');
  expect(await types({ CpuArchitecture: 'ARM' })).toContain('ecs.g6r.large');
  expect(await types({ LocalStorageCategory: 'local_hdd_pro' })).toContain('ecs.d1.2xlarge');
  const described = await owner.call('DescribeInstanceTypes', { 'InstanceTypes.1': 'ecs.g6.large' });
  expect(described.at('InstanceTypes.InstanceType.0')).toMatchObject({
    InstanceTypeFamily: 'ecs.g6',
    CpuCoreCount: 2,
    MemorySize: 8,
    InstanceBandwidthRx: 1024000,
    InstancePpsRx: 300000,
    EniQuantity: 2,
    EniPrivateIpAddressQuantity: 6,
    InstanceFamilyLevel: 'EnterpriseLevel',
    GPUAmount: 0,
    GPUSpec: '',
    LocalStorageCategory: '',
    DiskQuantity: 17,
  });
});

test('instance types are paged by token until the last one', async ({ owner }) => {
  const seen: string[] = [];
  let token = '';
  do {
    const answer = await owner.call('DescribeInstanceTypes', {
      MaxResults: 100,
      ...(token === '' ? {} : { NextToken: token }),
    });
    seen.push(...answer.list('InstanceTypes.InstanceType').map((type) => type.text('InstanceTypeId')));
    token = answer.text('NextToken');
  } while (token !== '');
  expect(new Set(seen).size).toBe(706);
  expect(seen).toHaveLength(706);
});

test('families are listed by generation', async ({ owner }) => {
  const families = async (parameters: Record<string, string> = {}): Promise<string[]> => {
    const answer = await owner.call('DescribeInstanceTypeFamilies', parameters);
    return answer
      .list('InstanceTypeFamilies.InstanceTypeFamily')
      .map((family) => family.text('InstanceTypeFamilyId'));
  };
  expect(await families()).toHaveLength(144);
  expect(await families({ Generation: 'ecs-3' })).toContain('ecs.sn1ne');
  expect(await families({ Generation: 'ecs-3' })).not.toContain('ecs.g6');
});
