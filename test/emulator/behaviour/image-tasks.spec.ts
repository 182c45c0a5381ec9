import { expect, test } from './fixtures.ts';
import type { Account, Answer, Parameters } from '../api-client.ts';
import { runOne } from './instance-steps.ts';
import { OssAccount } from './oss-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const file = { OSSBucket: 'files', OSSObject: 'linux.vhd', DiskImageSize: 20 };

const importFrom = (account: Account, more: Parameters = {}): Promise<Answer> =>
  account.call('ImportImage', { Platform: 'Ubuntu', DiskDeviceMapping: [file], ...more });

const imageOf = async (account: Account, imageId: string): Promise<Answer | undefined> =>
  (await account.call('DescribeImages', { ImageId: imageId, Status: 'ALL' })).list('Images.Image')[0];

const taskOf = (account: Account, taskId: string): Promise<Answer> =>
  account.call('DescribeTaskAttribute', { TaskId: taskId });

test('an image is imported from an object', async ({ owner, other, world }) => {
  const oss = new OssAccount(world.send, 'owner');
  await oss.makeBucket('files');
  await oss.put('files', 'linux.vhd', 'an image');
  const made = await importFrom(owner, {
    ImageName: 'imported',
    Description: 'from a file',
    OSType: 'linux',
  });
  expect((await imageOf(owner, made.text('ImageId')))?.body).toMatchObject({
    ImageName: 'imported',
    Description: 'from a file',
    Status: 'Available',
    Progress: '100%',
    Platform: 'Ubuntu',
    OSType: 'linux',
    Size: 20,
    DiskDeviceMappings: {
      DiskDeviceMapping: [
        {
          Device: '/dev/xvda',
          Size: '20',
          Format: 'VHD',
          ImportOSSBucket: 'files',
          ImportOSSObject: 'linux.vhd',
        },
      ],
    },
  });
  const task = await taskOf(owner, made.text('TaskId'));
  expect(task.body).toMatchObject({
    TaskAction: 'ImportImage',
    TaskStatus: 'Finished',
    TaskProcess: '100%',
    SuccessCount: 1,
    FailedCount: 0,
  });
  const listed = await owner.call('DescribeTasks', { TaskAction: 'ImportImage', TaskStatus: 'Finished' });
  expect(listed.text('TaskSet.Task.0.TaskId')).toBe(made.text('TaskId'));
  expect((await owner.call('DescribeTasks', { TaskAction: 'ExportImage' })).at('TotalCount')).toBe(0);
  await expect(taskOf(other, made.text('TaskId'))).rejects.toMatchObject(
    refused('InvalidTaskId.NotFound', 400),
  );
  await expect(owner.call('CancelTask', { TaskId: made.text('TaskId') })).rejects.toMatchObject(
    refused('InvalidTaskId.IncorrectTaskStatus', 403),
  );
});

test('what cannot be imported is refused', async ({ owner, other, world }) => {
  const oss = new OssAccount(world.send, 'owner');
  await oss.makeBucket('files');
  await oss.put('files', 'linux.vhd', 'an image');
  const mapping = (more: Parameters): Parameters => ({ DiskDeviceMapping: [{ ...file, ...more }] });
  const cases: [Parameters, string, number][] = [
    [{ DiskDeviceMapping: [] }, 'MissingParameter.DiskDeviceMapping', 403],
    [mapping({ OSSBucket: '' }), 'MissingParameter', 400],
    [mapping({ OSSObject: '' }), 'MissingParameter', 400],
    [mapping({ OSSBucket: 'none' }), 'InvalidOSSBucket.NotFound', 400],
    [mapping({ OSSObject: 'none' }), 'InvalidOSSObject.NotFound', 400],
    [mapping({ Format: 'floppy' }), 'InvalidImageFormat.Malformed', 400],
    [mapping({ DiskImageSize: 5000 }), 'InvalidImageSize', 400],
    [mapping({ Device: '/dev/xvdb' }), 'InvalidParameter.Malformed', 403],
    [{ Platform: 'Abacus' }, 'InvalidPlatform.Malformed', 400],
    [{ OSType: 'windows' }, 'InvalidPlatform.Malformed', 400],
    [{ OSType: 'beos' }, 'InvalidOSType.Malformed', 400],
    [{ Architecture: 'z80' }, 'InvalidArchitecture.Malformed', 400],
    [{ LicenseType: 'Free' }, 'InvalidLicenseType.NotSupported', 400],
    [{ ImageName: '1' }, 'InvalidImageName.Malformed', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(importFrom(owner, parameters), JSON.stringify(parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
  await expect(importFrom(other)).rejects.toMatchObject(refused('InvalidOSSBucket.NotFound', 400));
  await expect(importFrom(owner.in('cn-beijing'))).rejects.toMatchObject(
    refused('InvalidOSSBucket.NotFound', 400),
  );
});

test('an image is exported into a bucket', async ({ owner, world }) => {
  const oss = new OssAccount(world.send, 'owner');
  const instanceId = await runOne(owner);
  const imageId = (await owner.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
  const send = (more: Parameters = {}): Promise<Answer> =>
    owner.call('ExportImage', { ImageId: imageId, OSSBucket: 'files', OSSPrefix: 'out', ...more });
  await expect(send()).rejects.toMatchObject(refused('InvalidOSSBucket.NotFound', 400));
  await oss.makeBucket('files');
  await expect(send({ ImageId: 'm-none' })).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
  await expect(send({ OSSPrefix: 'a/b' })).rejects.toMatchObject(refused('InvalidOSSPrefix.Malformed', 400));
  await expect(send({ ImageFormat: 'zip' })).rejects.toMatchObject(
    refused('InvalidImageFormat.Malformed', 400),
  );
  const task = await taskOf(owner, (await send()).text('TaskId'));
  expect(task.body).toMatchObject({ TaskAction: 'ExportImage', TaskStatus: 'Finished' });
  const written = await oss.ask('HEAD', 'files', { key: `out_${imageId}_system.raw.tar.gz` });
  expect(written.status).toBe(200);
});

test.describe('in lifelike time', () => {
  test.use({ settings: { withoutRules: [], pace: 'real' } });

  test('an import goes on step by step, can be cancelled, and fails without its file', async ({
    owner,
    world,
    clock,
  }) => {
    const oss = new OssAccount(world.send, 'owner');
    await oss.makeBucket('files');
    await oss.put('files', 'linux.vhd', 'an image');
    const first = await importFrom(owner, { ImageName: 'first' });
    expect((await imageOf(owner, first.text('ImageId')))?.text('Status')).toBe('Waiting');
    expect((await taskOf(owner, first.text('TaskId'))).text('TaskStatus')).toBe('Waiting');
    clock.advance(5000);
    expect((await imageOf(owner, first.text('ImageId')))?.body).toMatchObject({
      Status: 'Creating',
      Progress: '25%',
    });
    expect((await taskOf(owner, first.text('TaskId'))).body).toMatchObject({
      TaskStatus: 'Processing',
      TaskProcess: '25%',
    });
    await owner.call('CancelTask', { TaskId: first.text('TaskId') });
    expect(await imageOf(owner, first.text('ImageId'))).toBeUndefined();
    expect((await taskOf(owner, first.text('TaskId'))).text('TaskStatus')).toBe('Deleted');
    const second = await importFrom(owner, { ImageName: 'second' });
    await oss.ask('DELETE', 'files', { key: 'linux.vhd' });
    clock.advance(5000);
    expect((await imageOf(owner, second.text('ImageId')))?.text('Status')).toBe('CreateFailed');
    expect((await taskOf(owner, second.text('TaskId'))).body).toMatchObject({
      TaskStatus: 'Failed',
      FailedCount: 1,
      OperationProgressSet: { OperationProgress: [{ ErrorCode: 'InvalidOSSObject.NotFound' }] },
    });
  });
});
