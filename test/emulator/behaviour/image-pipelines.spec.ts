import { createEmulator } from '../../../emulator/index.ts';
import { Account, sendDirectly } from '../api-client.ts';
import type { Answer, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { ubuntu } from './image-steps.ts';
import { makeNetwork } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const pipeline = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreateImagePipeline', {
      Name: 'golden',
      BaseImageType: 'IMAGE',
      BaseImage: ubuntu,
      ImageName: 'golden-image',
      ...more,
    })
  ).text('ImagePipelineId');

const execution = async (account: Account, ExecutionId: string): Promise<Answer> => {
  const [found] = (await account.call('DescribeImagePipelineExecutions', { ExecutionId })).list(
    'ImagePipelineExecution.ImagePipelineExecutionSet',
  );
  if (found === undefined) throw new Error('there is no such execution');
  return found;
};

test('components are made, found and deleted', async ({ owner, other }) => {
  const made = await owner.call('CreateImageComponent', {
    Name: 'update',
    Description: 'all packages',
    Content: 'RUN yum update -y',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const id = made.text('ImageComponentId');
  expect(id).toMatch(/^ic-bp1[a-z0-9]{17}$/);
  const list = async (account: Account, more: Parameters = {}): Promise<Answer[]> =>
    (await account.call('DescribeImageComponents', more)).list('ImageComponent.ImageComponentSet');
  const [component] = await list(owner, { ImageComponentId: [id] });
  expect(component?.body).toMatchObject({
    Name: 'update',
    Description: 'all packages',
    Content: 'RUN yum update -y',
    ComponentType: 'Build',
    ComponentVersion: '1.0.0',
    SystemType: 'Linux',
    Owner: 'SELF',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  expect(await list(owner, { SystemType: 'Windows' })).toEqual([]);
  expect(await list(owner, { Owner: 'ALIYUN' })).toEqual([]);
  expect(await list(other)).toEqual([]);
  await owner.call('JoinResourceGroup', {
    ResourceType: 'imagecomponent',
    ResourceId: id,
    ResourceGroupId: 'rg-1',
  });
  expect(await list(owner, { ResourceGroupId: 'rg-1' })).toHaveLength(1);
  await owner.call('DeleteImageComponent', { ImageComponentId: id });
  await expect(owner.call('DeleteImageComponent', { ImageComponentId: id })).rejects.toMatchObject(
    refused('InvalidImageComponentId.NotFound', 404),
  );
  await expect(owner.call('CreateImageComponent', { Name: 'empty' })).rejects.toMatchObject(
    refused('MissingParameter', 400),
  );
  await expect(
    owner.call('CreateImageComponent', { Content: 'x', ComponentType: 'Run' }),
  ).rejects.toMatchObject(refused('InvalidParameter', 400));
});

test('a pipeline has what was asked for, and refuses what there is not', async ({ owner }) => {
  const { vswitchId } = await makeNetwork(owner);
  const id = await pipeline(owner, {
    Description: 'for all',
    InstanceType: 'ecs.g6.large',
    VSwitchId: vswitchId,
    SystemDiskSize: 50,
    InternetMaxBandwidthOut: 5,
    AddAccount: ['1234567890123456'],
    ToRegionId: ['cn-beijing'],
  });
  const list = await owner.call('DescribeImagePipelines', { Name: 'golden' });
  expect(list.at('ImagePipeline.ImagePipelineSet.0')).toMatchObject({
    ImagePipelineId: id,
    Description: 'for all',
    BaseImage: ubuntu,
    BaseImageType: 'IMAGE',
    ImageName: 'golden-image',
    InstanceType: 'ecs.g6.large',
    VSwitchId: vswitchId,
    SystemDiskSize: 50,
    InternetMaxBandwidthOut: 5,
    DeleteInstanceOnFailure: true,
    AddAccounts: { AddAccount: ['1234567890123456'] },
    ToRegionIds: { ToRegionId: ['cn-beijing'] },
  });
  const cases: [Parameters, string, number][] = [
    [{ BaseImage: 'm-none' }, 'InvalidImageId.NotFound', 404],
    [{ BaseImageType: 'TAPE' }, 'InvalidParameter', 400],
    [{ InstanceType: 'ecs.none' }, 'InvalidInstanceType.ValueNotSupported', 400],
    [{ VSwitchId: 'vsw-none' }, 'InvalidVSwitchId.NotFound', 400],
    [{ SystemDiskSize: 10 }, 'InvalidParameter', 400],
    [{ Name: '1' }, 'InvalidParameter', 400],
  ];
  for (const [parameters, code] of cases) {
    await expect(pipeline(owner, parameters), JSON.stringify(parameters)).rejects.toMatchObject({ code });
  }
  await owner.call('DeleteImagePipeline', { ImagePipelineId: id });
  await expect(owner.call('DeleteImagePipeline', { ImagePipelineId: id })).rejects.toMatchObject(
    refused('InvalidImagePipelineId.NotFound', 404),
  );
});

test('a build goes from PREPARING over BUILDING to SUCCESS, and leaves an image', async ({ clock }) => {
  const emulator = createEmulator({ clock, pace: 'real' });
  const owner = new Account(sendDirectly(emulator), 'owner', 'cn-hangzhou');
  const friend = new Account(sendDirectly(emulator), 'friend', 'cn-hangzhou');
  const ImagePipelineId = await pipeline(owner, { AddAccount: [await friend.id()], SystemDiskSize: 60 });
  const start = async (): Promise<string> =>
    (await owner.call('StartImagePipelineExecution', { ImagePipelineId })).text('ExecutionId');
  const id = await start();
  expect((await execution(owner, id)).body).toMatchObject({
    Status: 'PREPARING',
    ImageId: '',
    ImagePipelineId,
  });
  clock.advance(60_000);
  expect((await execution(owner, id)).text('Status')).toBe('BUILDING');
  clock.advance(600_000);
  const done = await execution(owner, id);
  expect(done.text('Status')).toBe('SUCCESS');
  const image = await friend.call('DescribeImages', { ImageId: done.text('ImageId') });
  expect(image.at('Images.Image.0')).toMatchObject({ Status: 'Available', Size: 60, OSType: 'linux' });
  await expect(owner.call('CancelImagePipelineExecution', { ExecutionId: id })).rejects.toMatchObject(
    refused('OperationDenied', 403),
  );

  const second = await start();
  await owner.call('CancelImagePipelineExecution', { ExecutionId: second });
  clock.advance(600_000);
  expect((await execution(owner, second)).text('Status')).toBe('CANCELLED');
  await expect(
    owner.call('StartImagePipelineExecution', { ImagePipelineId: 'ip-none' }),
  ).rejects.toMatchObject(refused('InvalidImagePipelineId.NotFound', 404));
});
