import type { RuleId } from '../../../emulator/rules/index.ts';
import type { ManualClock } from '../../../emulator/index.ts';
import type { Account, Parameters } from '../api-client.ts';
import { test } from './fixtures.ts';

/** A public image of every region. */
export const ubuntu = 'ubuntu_22_04_x64_20G_alibase_20241016.vhd';

const zoneId = 'cn-hangzhou-h';

/** Lets everything that is under way come to an end; needed only where changes take lifelike time. */
const settle = (clock?: ManualClock): void => clock?.advance(300_000);

/** A VPC, a VSwitch and a security group to put instances in. */
const networkOf = async (account: Account, clock?: ManualClock): Promise<Parameters> => {
  const vpc = await account.call('CreateVpc', { CidrBlock: '172.16.0.0/12' }, 'Vpc');
  settle(clock);
  const vpcId = vpc.text('VpcId');
  const vswitch = { VpcId: vpcId, ZoneId: zoneId, CidrBlock: '172.16.0.0/24' };
  const vswitchId = (await account.call('CreateVSwitch', vswitch, 'Vpc')).text('VSwitchId');
  const group = await account.call('CreateSecurityGroup', { VpcId: vpcId });
  settle(clock);
  return { VSwitchId: vswitchId, SecurityGroupId: group.text('SecurityGroupId') };
};

/**
 * Runs an instance, in a network of its own.
 * @param clock the emulator's, where it keeps lifelike time
 * @returns the instance's id
 */
export const launch = async (
  account: Account,
  imageId = ubuntu,
  more: Parameters = {},
  clock?: ManualClock,
): Promise<string> => {
  const network = await networkOf(account, clock);
  const answer = await account.call('RunInstances', {
    ImageId: imageId,
    InstanceType: 'ecs.g6.large',
    ...network,
    ...more,
  });
  settle(clock);
  return answer.text('InstanceIdSets.InstanceIdSet.0');
};

export const stop = async (account: Account, instanceId: string): Promise<void> => {
  await account.call('StopInstance', { InstanceId: instanceId });
};

/** An instance that is Stopped. @returns its id */
export const launchStopped = async (account: Account, imageId = ubuntu): Promise<string> => {
  const instanceId = await launch(account, imageId);
  await stop(account, instanceId);
  return instanceId;
};

/** The id of an instance's system disk. */
export const systemDiskOf = async (account: Account, instanceId: string): Promise<string> => {
  const disks = await account.call('DescribeDisks', { InstanceId: instanceId, DiskType: 'system' });
  return disks.text('Disks.Disk.0.DiskId');
};

/** Makes an image of an instance that is launched for it. @returns the image's id */
export const makeImage = async (account: Account, more: Parameters = {}): Promise<string> => {
  const instanceId = await launch(account);
  return (await account.call('CreateImage', { InstanceId: instanceId, ...more })).text('ImageId');
};

/** Shares an image with other accounts. */
export const share = async (owner: Account, imageId: string, ...others: Account[]): Promise<void> => {
  const ids = await Promise.all(others.map((other) => other.id()));
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: ids });
};

export const unshare = async (owner: Account, imageId: string, ...others: Account[]): Promise<void> => {
  const ids = await Promise.all(others.map((other) => other.id()));
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, RemoveAccount: ids });
};

/** Ids of the images that an account finds. */
export const imageIds = async (account: Account, parameters: Parameters = {}): Promise<string[]> => {
  const answer = await account.call('DescribeImages', { PageSize: 100, ...parameters });
  return answer.list('Images.Image').map((image) => image.text('ImageId'));
};

/** Account ids that an image is shared with. */
export const sharedWith = async (owner: Account, imageId: string): Promise<string[]> => {
  const answer = await owner.call('DescribeImageSharePermission', { ImageId: imageId, PageSize: 100 });
  return answer.list('Accounts.Account').map((account) => account.text('AliyunId'));
};

/** The suite's test with an emulator in which rules are switched off. */
export const withoutRules = (...rules: RuleId[]) =>
  test.extend({
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
    settings: async ({}, use) => use({ withoutRules: rules, pace: 'immediate' }),
  });

/** The suite's test with an emulator that takes lifelike time. */
export const paced = test.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
  settings: async ({}, use) => use({ withoutRules: [], pace: 'real' }),
});
