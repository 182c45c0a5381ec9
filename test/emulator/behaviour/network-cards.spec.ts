import { expect, test } from './fixtures.ts';
import { describe, makeNetwork, makeVSwitch, publicImage } from './instance-steps.ts';

const inNewestZone = 'cn-hangzhou-k';

test('an instance with two network cards is launched with an interface on each', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const vswitchId = await makeVSwitch(owner, network.vpcId, '172.16.8.0/24', inNewestZone);
  const place = { VSwitchId: vswitchId, SecurityGroupIds: [network.securityGroupId] };
  const launch = { ImageId: await publicImage(owner), InstanceType: 'ecs.c8i.48xlarge' };
  const primary = {
    ...place,
    InstanceType: 'Primary',
    NetworkInterfaceTrafficMode: 'HighPerformance',
    QueuePairNumber: 2,
  };
  const secondary = { ...place, InstanceType: 'Secondary', NetworkCardIndex: 1 };
  const ids = await owner.call('RunInstances', { ...launch, NetworkInterface: [primary, secondary] });
  const id = ids.text('InstanceIdSets.InstanceIdSet.0');

  const [first, second] = (await describe(owner, id)).list('NetworkInterfaces.NetworkInterface');
  const told = async (interfaceId = '') =>
    (await owner.call('DescribeNetworkInterfaces', { NetworkInterfaceId: [interfaceId] })).at(
      'NetworkInterfaceSets.NetworkInterfaceSet.0',
    );
  expect(await told(first?.text('NetworkInterfaceId'))).toMatchObject({
    NetworkInterfaceTrafficMode: 'HighPerformance',
    QueuePairNumber: 2,
    Attachment: { NetworkCardIndex: 0 },
  });
  expect(await told(second?.text('NetworkInterfaceId'))).toMatchObject({
    NetworkInterfaceTrafficMode: 'Standard',
    QueuePairNumber: 0,
    Attachment: { NetworkCardIndex: 1 },
  });

  const onThird = { ...secondary, NetworkCardIndex: 2 };
  await expect(
    owner.call('RunInstances', { ...launch, NetworkInterface: [primary, onThird] }),
  ).rejects.toMatchObject({ code: 'InvalidParameter', status: 400 });
  const unknownMode = { ...primary, NetworkInterfaceTrafficMode: 'Fast' };
  await expect(
    owner.call('RunInstances', { ...launch, NetworkInterface: [unknownMode] }),
  ).rejects.toMatchObject({ code: 'InvalidParameter' });
});

test('types tell their network cards where there are several', async ({ owner }) => {
  const type = async (id: string) =>
    (await owner.call('DescribeInstanceTypes', { InstanceTypes: [id] })).at('InstanceTypes.InstanceType.0');
  expect(await type('ecs.c8i.48xlarge')).toMatchObject({
    NetworkCardQuantity: 2,
    NetworkCards: { NetworkCardInfo: [{ NetworkCardIndex: 0 }, { NetworkCardIndex: 1 }] },
  });
  const small = await type('ecs.c8i.large');
  expect(small).toMatchObject({ NetworkCardQuantity: 1 });
  expect(small).not.toHaveProperty('NetworkCards');
});
