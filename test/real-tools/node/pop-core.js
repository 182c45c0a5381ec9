// The story of ../clients/story.ts, told with @alicloud/pop-core (signature V1).
import RPCClient from '@alicloud/pop-core';

const region = 'cn-hangzhou';
const tag = { Key: 'Kø y', Value: "ü 'x' (a)*~+&=/%" };
const { env } = process;

const client = new RPCClient({
  accessKeyId: env.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
  endpoint: `http://${env.ENDPOINT}`,
  apiVersion: '2014-05-26',
});

const call = (action, parameters = {}) =>
  client.request(action, { RegionId: region, ...parameters }, { method: 'POST' });

const described = ({ code, entry }) => ({ code, status: entry?.response.statusCode });

const tell = async () => {
  const regions = (await call('DescribeRegions')).Regions.Region;
  const { InstanceIdSets } = await call('RunInstances', {
    ImageId: env.IMAGE_ID,
    InstanceType: 'ecs.g6.large',
    VSwitchId: env.VSWITCH_ID,
    SecurityGroupId: env.SECURITY_GROUP_ID,
    InstanceName: 'web',
    Amount: 12,
    Tag: [tag],
  });
  const ids = InstanceIdSets.InstanceIdSet;
  const pages = [];
  let next = {};
  do {
    const page = await call('DescribeInstances', { Tag: [tag], MaxResults: 10, ...next });
    pages.push(page.Instances.Instance);
    next = page.NextToken === '' ? undefined : { NextToken: page.NextToken };
  } while (next !== undefined);
  const instances = pages.flat();
  const [seenTag] = instances[0].Tags.Tag;

  const { ImageId } = await call('CreateImage', { InstanceId: ids[0], ImageName: 'golden' });
  await call('ModifyImageSharePermission', { ImageId, AddAccount: [env.SHARE_WITH] });
  const shares = await call('DescribeImageSharePermission', { ImageId });
  const [image] = (await call('DescribeImages', { ImageId })).Images.Image;
  const refused = await call('DeleteImage', { ImageId }).then(() => undefined, described);
  await call('DeleteInstances', { InstanceId: ids, Force: true });
  return {
    hasRegion: regions.some(({ RegionId }) => RegionId === region),
    started: String(ids.toSorted()) === String(instances.map(({ InstanceId }) => InstanceId).toSorted()),
    pages: pages.map(({ length }) => length),
    status: [...new Set(instances.map(({ Status }) => Status))],
    tag: { key: seenTag.TagKey, value: seenTag.TagValue },
    image: { name: image.ImageName, status: image.Status, gib: image.Size },
    sharedWith: shares.Accounts.Account.map(({ AliyunId }) => AliyunId),
    refused,
    left: (await call('DescribeInstances')).TotalCount,
  };
};

try {
  console.log(JSON.stringify(await tell()));
} catch (error) {
  console.log(JSON.stringify({ error: described(error) }));
  process.exitCode = 1;
}
