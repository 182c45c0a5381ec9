import type { Account, Answer, Parameters } from '../api-client.ts';

/** A network to put instances in. */
export interface Network {
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly securityGroupId: string;
}

export const zoneId = 'cn-hangzhou-h';
export const instanceType = 'ecs.sn1ne.large';

/**
 * A VPC with a VSwitch and a security group.
 * @param wait lets what was made become Available, where that takes time
 */
export const makeNetwork = async (
  account: Account,
  block = '172.16.0.0/16',
  wait: () => void = () => undefined,
): Promise<Network> => {
  const vpcId = (await account.call('CreateVpc', { CidrBlock: block }, 'Vpc')).text('VpcId');
  wait();
  const vswitchId = await makeVSwitch(account, vpcId, block.replace('/16', '/24'));
  wait();
  return { vpcId, vswitchId, securityGroupId: await makeSecurityGroup(account, { VpcId: vpcId }) };
};

export const makeVSwitch = async (
  account: Account,
  vpcId: string,
  block: string,
  zone = zoneId,
): Promise<string> =>
  (await account.call('CreateVSwitch', { VpcId: vpcId, ZoneId: zone, CidrBlock: block }, 'Vpc')).text(
    'VSwitchId',
  );

export const makeSecurityGroup = async (account: Account, parameters: Parameters): Promise<string> =>
  (await account.call('CreateSecurityGroup', parameters)).text('SecurityGroupId');

/** Newest public Linux image of the catalog, or Windows one. */
export const publicImage = async (account: Account, osType: 'linux' | 'windows' = 'linux'): Promise<string> =>
  (
    await account.call('DescribeImages', {
      ImageOwnerAlias: 'system',
      OSType: osType,
      Architecture: 'x86_64',
    })
  ).text('Images.Image.0.ImageId');

/** Parameters of RunInstances that suffice. */
export const launchOf = async (account: Account, network: Network): Promise<Parameters> => ({
  ImageId: await publicImage(account),
  InstanceType: instanceType,
  VSwitchId: network.vswitchId,
  SecurityGroupId: network.securityGroupId,
});

/** Runs instances in a network, made for them unless given. @returns their ids */
export const run = async (
  account: Account,
  parameters: Parameters = {},
  network?: Network,
): Promise<string[]> => {
  const answer = await account.call('RunInstances', {
    ...(await launchOf(account, network ?? (await makeNetwork(account)))),
    ...parameters,
  });
  return answer.list('InstanceIdSets.InstanceIdSet').map(({ body }) => String(body));
};

/** Runs one. @returns its id */
export const runOne = async (
  account: Account,
  parameters: Parameters = {},
  network?: Network,
): Promise<string> => (await run(account, parameters, network))[0] ?? '';

/** DescribeInstances' row of one instance. */
export const describe = async (
  account: Account,
  instanceId: string,
  parameters: Parameters = {},
): Promise<Answer> => {
  const answer = await account.call('DescribeInstances', {
    InstanceIds: JSON.stringify([instanceId]),
    ...parameters,
  });
  const [row] = answer.list('Instances.Instance');
  if (row === undefined) throw new Error(`there is no instance ${instanceId}`);
  return row;
};

export const statusOf = async (account: Account, instanceId: string): Promise<string> =>
  (await describe(account, instanceId)).text('Status');

/** Ids that DescribeInstances answers. */
export const find = async (account: Account, parameters: Parameters): Promise<string[]> =>
  (await account.call('DescribeInstances', parameters))
    .list('Instances.Instance')
    .map((row) => row.text('InstanceId'));
