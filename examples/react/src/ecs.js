// How a page talks to ECS. The official SDK needs Node, so this is fetch; in life the calls go through a backend of
// yours, which signs them. alimock takes any key, unsigned too.
import { createEmulator, startInBrowser } from 'alimock/msw/browser';

export const regionId = 'cn-hangzhou';
export const accounts = [
  { id: '1000000000000001', accessKeyId: 'build-key' },
  { id: '1000000000000002', accessKeyId: 'run-key' },
];

const versions = { ecs: '2014-05-26', vpc: '2016-04-28' };

/** Calls an action as an account; throws what ECS says where it refuses. */
export const call = async ({ accessKeyId }, product, action, parameters = {}) => {
  const query = new URLSearchParams({ RegionId: regionId, ...parameters });
  const response = await fetch(`https://${product}.${regionId}.aliyuncs.com/?${query}`, {
    method: 'POST',
    headers: {
      'x-acs-action': action,
      'x-acs-version': versions[product],
      authorization: `ACS3-HMAC-SHA256 Credential=${accessKeyId},Signature=none`,
    },
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${body.Code}: ${body.Message}`);
  return body;
};

/** Starts ECS in this page; what is in it stays over reloads. */
export const start = () => startInBrowser({ emulator: createEmulator({ accounts }), persist: 'example' });

export const listInstances = async (account) =>
  (await call(account, 'ecs', 'DescribeInstances')).Instances.Instance;

/** Runs one instance in a network of its own. */
export const runInstance = async (account) => {
  const { Images } = await call(account, 'ecs', 'DescribeImages', { ImageOwnerAlias: 'system' });
  const { VpcId } = await call(account, 'vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
  const { VSwitchId } = await call(account, 'vpc', 'CreateVSwitch', {
    VpcId,
    ZoneId: `${regionId}-h`,
    CidrBlock: '10.0.1.0/24',
  });
  const { SecurityGroupId } = await call(account, 'ecs', 'CreateSecurityGroup', { VpcId });
  await call(account, 'ecs', 'RunInstances', {
    ImageId: Images.Image[0].ImageId,
    InstanceType: 'ecs.g6.large',
    VSwitchId,
    SecurityGroupId,
  });
};

/** Makes an image of an instance and shares it with the other account. */
export const shareImageOf = async (account, InstanceId, other) => {
  const { ImageId } = await call(account, 'ecs', 'CreateImage', { InstanceId });
  await call(account, 'ecs', 'ModifyImageSharePermission', { ImageId, 'AddAccount.1': other.id });
};

/** Images that others have shared with an account. */
export const listSharedImages = async (account) =>
  (await call(account, 'ecs', 'DescribeImages', { ImageOwnerAlias: 'others' })).Images.Image;
