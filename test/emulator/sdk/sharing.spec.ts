/** The story of the seed page (image_share_permission), told by two programs that use the SDK. */
import { expect } from '@playwright/test';
import { ecs, errorOf, regionId, test, vpc } from './sdk-clients.ts';
import type { Clients } from './sdk-clients.ts';

const zoneId = 'cn-hangzhou-g';

const publicImage = async ({ ecs: client }: Clients): Promise<string> => {
  const { body } = await client.describeImages(
    new ecs.DescribeImagesRequest({ regionId, imageOwnerAlias: 'system', OSType: 'linux', pageSize: 1 }),
  );
  return body?.images?.image?.[0]?.imageId ?? '';
};

/** An instance of the account in a network of its own. @returns its id */
const runInstance = async (account: Clients, imageId: string): Promise<string> => {
  const { body: network } = await account.vpc.createVpc(
    new vpc.CreateVpcRequest({ regionId, cidrBlock: '172.16.0.0/12' }),
  );
  const vpcId = network?.vpcId ?? '';
  const { body: vswitch } = await account.vpc.createVSwitch(
    new vpc.CreateVSwitchRequest({ regionId, vpcId, zoneId, cidrBlock: '172.16.0.0/24' }),
  );
  const { body: group } = await account.ecs.createSecurityGroup(
    new ecs.CreateSecurityGroupRequest({ regionId, vpcId }),
  );
  const { body } = await account.ecs.runInstances(
    new ecs.RunInstancesRequest({
      regionId,
      imageId,
      instanceType: await instanceType(account),
      vSwitchId: vswitch?.vSwitchId,
      securityGroupId: group?.securityGroupId,
      tag: [{ key: 'team', value: 'a' }],
    }),
  );
  return body?.instanceIdSets?.instanceIdSet?.[0] ?? '';
};

const instanceType = async ({ ecs: client }: Clients): Promise<string> => {
  const { body } = await client.describeAvailableResource(
    new ecs.DescribeAvailableResourceRequest({
      regionId,
      zoneId,
      destinationResource: 'InstanceType',
      cores: 2,
    }),
  );
  const [zone] = body?.availableZones?.availableZone ?? [];
  const [resource] = zone?.availableResources?.availableResource ?? [];
  return resource?.supportedResources?.supportedResource?.[0]?.value ?? '';
};

/** Stopped instances only are initialised. */
const stop = async ({ ecs: client }: Clients, instanceId: string): Promise<void> => {
  await client.stopInstance(new ecs.StopInstanceRequest({ instanceId }));
};

const systemDisk = async ({ ecs: client }: Clients, instanceId: string): Promise<string> => {
  const request = new ecs.DescribeDisksRequest({ regionId, instanceId, diskType: 'system' });
  return (await client.describeDisks(request)).body?.disks?.disk?.[0]?.diskId ?? '';
};

const ownImage = async (owner: Clients): Promise<string> => {
  const instanceId = await runInstance(owner, await publicImage(owner));
  const { body } = await owner.ecs.createImage(
    new ecs.CreateImageRequest({ regionId, instanceId, imageName: 'to-be-shared' }),
  );
  return body?.imageId ?? '';
};

const change = async (
  { ecs: client }: Clients,
  imageId: string,
  accounts: { addAccount?: string[]; removeAccount?: string[] },
): Promise<void> => {
  await client.modifyImageSharePermission(
    new ecs.ModifyImageSharePermissionRequest({ regionId, imageId, ...accounts }),
  );
};

const sees = async ({ ecs: client }: Clients, imageId: string): Promise<boolean> => {
  const { body } = await client.describeImages(new ecs.DescribeImagesRequest({ regionId, imageId }));
  return (body?.images?.image?.length ?? 0) > 0;
};

test('share, use, release, share again, delete', async ({ clients }) => {
  const [owner, recipient] = [clients('owner'), clients('recipient')];
  const imageId = await ownImage(owner);
  expect(imageId).toMatch(/^m-/);
  expect(await sees(owner, imageId)).toBe(true);
  expect(await sees(recipient, imageId)).toBe(false);
  expect(await errorOf(runInstance(recipient, imageId))).toMatchObject({
    code: 'InvalidImageId.NotFound',
    statusCode: 404,
  });

  await change(owner, imageId, { addAccount: [recipient.accountId] });
  expect(await sees(recipient, imageId)).toBe(true);
  const { body: shared } = await owner.ecs.describeImageSharePermission(
    new ecs.DescribeImageSharePermissionRequest({ regionId, imageId }),
  );
  expect(shared?.accounts?.account).toEqual([expect.objectContaining({ aliyunId: recipient.accountId })]);

  const instanceId = await runInstance(recipient, imageId);
  await stop(recipient, instanceId);
  const diskId = await systemDisk(recipient, instanceId);
  const reInit = new ecs.ReInitDiskRequest({ diskId });
  await recipient.ecs.reInitDisk(reInit);

  await change(owner, imageId, { removeAccount: [recipient.accountId] });
  expect(await sees(recipient, imageId)).toBe(false);
  expect(await errorOf(recipient.ecs.reInitDisk(reInit))).toMatchObject({ statusCode: 404 });
  const { body: still } = await recipient.ecs.describeInstances(
    new ecs.DescribeInstancesRequest({ regionId, instanceIds: JSON.stringify([instanceId]) }),
  );
  expect(still?.instances?.instance?.[0]).toMatchObject({ instanceId, imageId, status: 'Stopped' });

  await change(owner, imageId, { addAccount: [recipient.accountId] });
  await recipient.ecs.reInitDisk(reInit);

  const remove = (force: boolean): Promise<unknown> =>
    owner.ecs.deleteImage(new ecs.DeleteImageRequest({ regionId, imageId, force }));
  expect(await errorOf(remove(false))).toMatchObject({ code: 'ImageUseShared', statusCode: 403 });
  await remove(true);
  expect(await sees(recipient, imageId)).toBe(false);
  expect(await errorOf(recipient.ecs.reInitDisk(reInit))).toMatchObject({ statusCode: 404 });
});

test('50 accounts and no more', async ({ clients }) => {
  const owner = clients('owner');
  const imageId = await ownImage(owner);
  const accounts = Array.from({ length: 51 }, (_, at) => String(1_000_000_000_000_000 + at));
  for (let at = 0; at < 50; at += 10)
    await change(owner, imageId, { addAccount: accounts.slice(at, at + 10) });
  expect(await errorOf(change(owner, imageId, { addAccount: accounts.slice(50) }))).toMatchObject({
    code: 'QuotaExceed.ShareImageUser',
    statusCode: 403,
  });

  const pages = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((pageNumber) =>
      owner.ecs.describeImageSharePermission(
        new ecs.DescribeImageSharePermissionRequest({ regionId, imageId, pageNumber, pageSize: 10 }),
      ),
    ),
  );
  const found = pages.flatMap(({ body }) => body?.accounts?.account?.map(({ aliyunId }) => aliyunId) ?? []);
  expect(found.sort()).toEqual(accounts.slice(0, 50));
  expect(pages[0]?.body?.totalCount).toBe(50);
});

test('only the owner shares, and not with itself', async ({ clients }) => {
  const [owner, stranger] = [clients('owner'), clients('stranger')];
  const imageId = await ownImage(owner);
  expect(await errorOf(change(stranger, imageId, { addAccount: ['1000000000000000'] }))).toMatchObject({
    code: 'InvalidImageId.NotFound',
    statusCode: 404,
  });
  expect(await errorOf(change(owner, imageId, { addAccount: [owner.accountId] }))).toMatchObject({
    code: 'InvalidAccount.Forbbiden',
    statusCode: 404,
  });
});
