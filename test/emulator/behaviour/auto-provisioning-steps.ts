import type { Account, Answer, Parameters } from '../api-client.ts';
import { makeNetwork, publicImage } from './instance-steps.ts';

export const minute = 60_000;

/** A launch template in a network of its own, and a pool that counts two for each instance. */
export const prepare = async (account: Account) => {
  const network = await makeNetwork(account);
  const template = await account.call('CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    ImageId: await publicImage(account),
    InstanceType: 'ecs.g6.large',
    SecurityGroupId: network.securityGroupId,
  });
  const pool = {
    InstanceType: 'ecs.g6.xlarge',
    VSwitchId: network.vswitchId,
    MaxPrice: 2,
    WeightedCapacity: 2,
  };
  const base = {
    LaunchTemplateId: template.text('LaunchTemplateId'),
    TotalTargetCapacity: '4',
    PayAsYouGoTargetCapacity: '1',
    SpotTargetCapacity: '2',
    LaunchTemplateConfig: [pool],
  };
  return { network, pool, base };
};

/** Makes a group. @returns its id */
export const create = async (account: Account, parameters: Parameters): Promise<string> =>
  (await account.call('CreateAutoProvisioningGroup', parameters)).text('AutoProvisioningGroupId');

/** DescribeAutoProvisioningGroups. */
export const groups = async (account: Account, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeAutoProvisioningGroups', more)).list(
    'AutoProvisioningGroups.AutoProvisioningGroup',
  );

/** Instances of a group, newest first. */
export const instancesOf = async (account: Account, id: string): Promise<Answer[]> =>
  (await account.call('DescribeAutoProvisioningGroupInstances', { AutoProvisioningGroupId: id })).list(
    'Instances.Instance',
  );

/** What a group did, newest first. */
export const history = async (account: Account, id: string, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeAutoProvisioningGroupHistory', { AutoProvisioningGroupId: id, ...more })).list(
    'AutoProvisioningGroupHistories.AutoProvisioningGroupHistory',
  );

/** DescribeInstances, whoever made them. */
export const allInstances = async (account: Account): Promise<Answer[]> =>
  (await account.call('DescribeInstances')).list('Instances.Instance');
