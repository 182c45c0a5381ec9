import { expect, test } from './fixtures.ts';
import { paced } from './image-steps.ts';
import { describe, find, makeNetwork, run, runOne, statusOf } from './instance-steps.ts';

const stop = { code: 'IncorrectInstanceStatus', status: 403 };

test('an instance starts, stops and reboots, each from the right status only', async ({ owner }) => {
  const id = await runOne(owner);
  await expect(owner.call('StartInstance', { InstanceId: id })).rejects.toMatchObject(stop);
  await owner.call('RebootInstance', { InstanceId: id });
  expect(await statusOf(owner, id)).toBe('Running');
  await owner.call('StopInstance', { InstanceId: id });
  expect((await describe(owner, id)).body).toMatchObject({ Status: 'Stopped', StoppedMode: 'KeepCharging' });
  await expect(owner.call('StopInstance', { InstanceId: id })).rejects.toMatchObject(stop);
  await expect(owner.call('RebootInstance', { InstanceId: id })).rejects.toMatchObject(stop);
  await owner.call('StartInstance', { InstanceId: id });
  await owner.call('StopInstance', { InstanceId: id, StoppedMode: 'StopCharging' });
  expect((await describe(owner, id)).text('StoppedMode')).toBe('StopCharging');
  await owner.call('StartInstance', { InstanceId: id });
  expect((await describe(owner, id)).text('StoppedMode')).toBe('Not-applicable');
});

for (const action of ['StartInstance', 'StopInstance', 'RebootInstance', 'DeleteInstance']) {
  test(`${action} of an unknown instance is refused`, async ({ owner }) => {
    await expect(owner.call(action, { InstanceId: 'i-none' })).rejects.toMatchObject({
      code: 'InvalidInstanceId.NotFound',
      status: 404,
    });
  });
}

paced('at real pace, every status on the way can be seen', async ({ clock, owner }) => {
  const network = await makeNetwork(owner, '172.16.0.0/16', () => clock.advance(60_000));
  const id = await runOne(owner, {}, network);
  const seen = async (): Promise<string[]> => {
    const statuses: string[] = [];
    for (let second = 0; second < 30; second++) {
      const status = await statusOf(owner, id);
      if (statuses.at(-1) !== status) statuses.push(status);
      clock.advance(1000);
    }
    return statuses;
  };
  await expect(owner.call('DeleteInstance', { InstanceId: id, Force: true })).rejects.toMatchObject({
    code: 'IncorrectInstanceStatus.Initializing',
    status: 403,
  });
  expect(await seen()).toEqual(['Pending', 'Starting', 'Running']);
  await owner.call('StopInstance', { InstanceId: id });
  await expect(owner.call('StartInstance', { InstanceId: id })).rejects.toMatchObject(stop);
  expect(await seen()).toEqual(['Stopping', 'Stopped']);
  await owner.call('StartInstance', { InstanceId: id });
  expect(await seen()).toEqual(['Starting', 'Running']);
  await owner.call('RebootInstance', { InstanceId: id });
  expect(await seen()).toEqual(['Starting', 'Running']);
});

test('batches act on all or none, or on those that can', async ({ owner }) => {
  const [first = '', second = ''] = await run(owner, { Amount: 2 });
  await owner.call('StopInstance', { InstanceId: second });
  const both = { InstanceId: [first, second] };
  await expect(owner.call('StopInstances', both)).rejects.toMatchObject(stop);
  expect(await statusOf(owner, first)).toBe('Running');
  const answer = await owner.call('StopInstances', { ...both, BatchOptimization: 'SuccessFirst' });
  expect(answer.at('InstanceResponses.InstanceResponse')).toMatchObject([
    { InstanceId: first, Code: '200', PreviousStatus: 'Running', CurrentStatus: 'Stopping' },
    {
      InstanceId: second,
      Code: 'IncorrectInstanceStatus',
      PreviousStatus: 'Stopped',
      CurrentStatus: 'Stopped',
    },
  ]);
  const started = await owner.call('StartInstances', both);
  expect(started.at('InstanceResponses.InstanceResponse.1')).toMatchObject({
    PreviousStatus: 'Stopped',
    CurrentStatus: 'Starting',
  });
  await owner.call('RebootInstances', both);
  await owner.call('DeleteInstances', { ...both, Force: true });
  expect(await find(owner, {})).toEqual([]);
});

test('DeleteInstance wants the instance Stopped, or Force', async ({ owner }) => {
  const [first = '', second = ''] = await run(owner, { Amount: 2 });
  await expect(owner.call('DeleteInstance', { InstanceId: first })).rejects.toMatchObject(stop);
  await owner.call('DeleteInstance', { InstanceId: first, Force: true });
  await owner.call('StopInstance', { InstanceId: second });
  await owner.call('DeleteInstance', { InstanceId: second });
  expect(await find(owner, {})).toEqual([]);
});

test('DeletionProtection keeps an instance until it is switched off', async ({ owner }) => {
  const id = await runOne(owner, { DeletionProtection: true });
  await expect(owner.call('DeleteInstance', { InstanceId: id, Force: true })).rejects.toMatchObject({
    code: 'InvalidOperation.DeletionProtection',
    status: 403,
  });
  await owner.call('ModifyInstanceAttribute', { InstanceId: id, DeletionProtection: false });
  await owner.call('DeleteInstance', { InstanceId: id, Force: true });
});

test('a subscription is released early only with TerminateSubscription', async ({ owner, clock }) => {
  const network = await makeNetwork(owner);
  const parameters = { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' };
  const id = await runOne(owner, parameters, network);
  expect((await describe(owner, id, { NeedSaleCycle: true })).body).toMatchObject({
    InstanceChargeType: 'PrePaid',
    ExpiredTime: '2024-02-01T00:00Z',
    SaleCycle: 'month',
  });
  const release = { InstanceId: id, Force: true };
  await expect(owner.call('DeleteInstance', release)).rejects.toMatchObject({
    code: 'ChargeTypeViolation',
    status: 403,
  });
  await owner.call('DeleteInstance', { ...release, TerminateSubscription: true });
  const expired = await runOne(owner, parameters, network);
  clock.advance(32 * 24 * 3600 * 1000);
  await owner.call('DeleteInstance', { InstanceId: expired, Force: true });
});

test('disks go with the instance unless DeleteWithInstance is false', async ({ owner }) => {
  const id = await runOne(owner, {
    DataDisk: [
      { Category: 'cloud_efficiency', Size: 20, DeleteWithInstance: false },
      { Category: 'cloud_efficiency', Size: 30 },
    ],
  });
  expect((await owner.call('DescribeDisks', { InstanceId: id })).at('TotalCount')).toBe(3);
  await owner.call('DeleteInstance', { InstanceId: id, Force: true });
  const left = (await owner.call('DescribeDisks')).list('Disks.Disk');
  expect(left.map(({ body }) => body)).toMatchObject([{ Size: 20, Status: 'Available', InstanceId: '' }]);
  expect((await owner.call('DescribeNetworkInterfaces')).at('TotalCount')).toBe(0);
});
