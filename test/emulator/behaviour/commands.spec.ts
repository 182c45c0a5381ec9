import { createEmulator } from '../../../emulator/index.ts';
import type { CommandOutput, ManualClock } from '../../../emulator/index.ts';
import { Account, sendDirectly } from '../api-client.ts';
import type { Answer, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { launch, launchStopped, ubuntu } from './image-steps.ts';
import { publicImage } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const create = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreateCommand', {
      Name: 'list',
      Type: 'RunShellScript',
      CommandContent: base64('ls /root'),
      ...more,
    })
  ).text('CommandId');

const commands = async (account: Account, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeCommands', more)).list('Commands.Command');

const invoke = async (account: Account, commandId: string, instanceId: string, more: Parameters = {}) =>
  (await account.call('InvokeCommand', { CommandId: commandId, InstanceId: [instanceId], ...more })).text(
    'InvokeId',
  );

const invocation = async (account: Account, invokeId: string, more: Parameters = {}): Promise<Answer> => {
  const [found] = (await account.call('DescribeInvocations', { InvokeId: invokeId, ...more })).list(
    'Invocations.Invocation',
  );
  if (found === undefined) throw new Error('there is no such invocation');
  return found;
};

test('a command has what was asked for', async ({ owner, other }) => {
  const id = await create(owner, { Description: 'of root', WorkingDir: '/root', Timeout: 30 });
  expect(id).toMatch(/^c-bp1[a-z0-9]{17}$/);
  const [command] = await commands(owner, { CommandId: id });
  expect(command?.body).toMatchObject({
    Name: 'list',
    Description: 'of root',
    Type: 'RunShellScript',
    CommandContent: base64('ls /root'),
    WorkingDir: '/root',
    Timeout: 30,
    EnableParameter: false,
    InvokeTimes: 0,
    CreationTime: '2024-01-01T00:00Z',
  });
  const [plain] = await commands(owner, { ContentEncoding: 'PlainText' });
  expect(plain?.text('CommandContent')).toBe('ls /root');
  await owner.call('ModifyCommand', { CommandId: id, Name: 'renamed' });
  expect(await commands(owner, { Name: 'ren*' })).toHaveLength(1);
  expect(await commands(owner, { Type: 'RunBatScript' })).toEqual([]);
  expect(await commands(other)).toEqual([]);
  await owner.call('DeleteCommand', { CommandId: id });
  await expect(owner.call('DeleteCommand', { CommandId: id })).rejects.toMatchObject(
    refused('InvalidCmdId.NotFound', 404),
  );
});

test('refuses commands that there are not', async ({ owner, emulator }) => {
  const cases: [Parameters, string, number][] = [
    [{ Type: 'RunPython' }, 'InvalidCmdType.NotFound', 403],
    [{ Name: 'n'.repeat(129) }, 'CmdName.ExceedLimit', 403],
    [{ Description: 'd'.repeat(513) }, 'CmdDesc.ExceedLimit', 403],
    [{ CommandContent: 'no base64!' }, 'InvalidParameter', 400],
    [{ CommandContent: base64('x'.repeat(18_433)) }, 'CmdContent.ExceedLimit', 403],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(create(owner, parameters)).rejects.toMatchObject(refused(code, status));
  }
  emulator.setQuota(await owner.id(), 'commandsPerRegion', 0);
  await expect(create(owner)).rejects.toMatchObject(refused('CmdCount.ExceedQuota', 403));
});

/** An account whose commands write what is said here. */
const withOutputs = (clock: ManualClock, commandOutputs: CommandOutput[]): Account =>
  new Account(sendDirectly(createEmulator({ clock, commandOutputs })), 'owner', 'cn-hangzhou');

test('runs on instances, with the output that was decided for its text', async ({ clock }) => {
  const owner = withOutputs(clock, [
    { match: 'ls *root', output: 'file.txt\n' },
    { match: 'false', output: 'no', exitCode: 1 },
  ]);
  const instanceId = await launch(owner);
  const invokeId = await invoke(owner, await create(owner), instanceId);
  const found = await invocation(owner, invokeId, { IncludeOutput: true });
  expect(found.body).toMatchObject({
    InvocationStatus: 'Success',
    InvokeStatus: 'Finished',
    RepeatMode: 'Once',
    Timed: false,
    Parameters: '{}',
    CommandContent: base64('ls /root'),
  });
  expect(found.at('InvokeInstances.InvokeInstance.0')).toMatchObject({
    InstanceId: instanceId,
    InvocationStatus: 'Success',
    ExitCode: 0,
    Output: base64('file.txt\n'),
    Repeats: 1,
  });
  expect((await commands(owner))[0]?.at('InvokeTimes')).toBe(1);

  const failing = await owner.call('RunCommand', {
    Type: 'RunShellScript',
    CommandContent: 'false',
    InstanceId: [instanceId],
  });
  const results = await owner.call('DescribeInvocationResults', {
    InvokeId: failing.text('InvokeId'),
    ContentEncoding: 'PlainText',
  });
  expect(results.at('Invocation.InvocationResults.InvocationResult.0')).toMatchObject({
    InvocationStatus: 'Failed',
    InvokeRecordStatus: 'Failed',
    ExitCode: 1,
    Output: 'no',
    ErrorCode: 'ExitCodeNonzero',
  });
  // Without KeepCommand, RunCommand leaves no command behind.
  expect(await commands(owner)).toHaveLength(1);
});

test('fills its parameters in', async ({ clock }) => {
  const owner = withOutputs(clock, [
    { match: 'echo hello', output: 'hello' },
    { match: 'echo {{ word }}', output: 'as it is' },
  ]);
  const instanceId = await launch(owner);
  const id = await create(owner, { EnableParameter: true, CommandContent: base64('echo {{ word }}') });
  expect((await commands(owner))[0]?.at('ParameterNames.ParameterName')).toEqual(['word']);
  const invokeId = await invoke(owner, id, instanceId, { Parameters: '{"word":"hello"}' });
  const found = await invocation(owner, invokeId, { IncludeOutput: true, ContentEncoding: 'PlainText' });
  expect(found.text('InvokeInstances.InvokeInstance.0.Output')).toBe('hello');
  expect(found.text('Parameters')).toBe('{"word":"hello"}');
  // With no parameters at all, custom parameters are switched off.
  const plain = await invocation(owner, await invoke(owner, id, instanceId), {
    IncludeOutput: true,
    ContentEncoding: 'PlainText',
  });
  expect(plain.text('InvokeInstances.InvokeInstance.0.Output')).toBe('as it is');
  const cases: [string, Parameters, string, number][] = [
    [id, { Parameters: '{"other":"x"}' }, 'Parameter.NotMatched', 403],
    [id, { Parameters: '[' }, 'InvalidParameter', 400],
    [await create(owner), { Parameters: '{"word":"x"}' }, 'Parameter.Disabled', 404],
  ];
  for (const [commandId, parameters, code, status] of cases) {
    await expect(invoke(owner, commandId, instanceId, parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
});

test('refuses instances and systems that do not fit', async ({ owner }) => {
  const id = await create(owner);
  await expect(invoke(owner, id, 'i-none')).rejects.toMatchObject(refused('InvalidInstance.NotFound', 404));
  const windows = await launch(owner, await publicImage(owner, 'windows'));
  await expect(invoke(owner, id, windows)).rejects.toMatchObject(refused('InvalidInstance.NotMatch', 403));
  await expect(invoke(owner, 'c-none', windows)).rejects.toMatchObject(refused('InvalidCmdId.NotFound', 404));
  await expect(owner.call('InvokeCommand', { CommandId: id })).rejects.toMatchObject(
    refused('MissingParameter', 400),
  );
  const stopped = await launchStopped(owner);
  const found = await invocation(owner, await invoke(owner, id, stopped));
  expect(found.text('InvocationStatus')).toBe('Failed');
  expect(found.text('InvokeInstances.InvokeInstance.0.ErrorCode')).toBe('InstanceNotRunning');
});

test('runs by a schedule, on the clock, until it is stopped', async ({ owner, clock }) => {
  const instanceId = await launch(owner);
  const id = await create(owner);
  const repeats = async (invokeId: string): Promise<unknown> =>
    (await invocation(owner, invokeId)).at('InvokeInstances.InvokeInstance.0.Repeats');
  const period = { RepeatMode: 'Period' };
  const everyFive = await invoke(owner, id, instanceId, { ...period, Frequency: 'rate(5m)' });
  // 08:00 of UTC+8 is when the clock stands.
  const atNine = await invoke(owner, id, instanceId, { Timed: true, Frequency: '0 0 9 * * ?' });
  const once = await invoke(owner, id, instanceId, { ...period, Frequency: 'at(2024-01-01 08:07:00)' });
  const inUtc = await invoke(owner, id, instanceId, { ...period, Frequency: '0 30 0 * * * UTC/Etc' }).catch(
    () => undefined,
  );
  expect(inUtc).toBeUndefined();
  expect((await invocation(owner, everyFive)).body).toMatchObject({
    InvocationStatus: 'Scheduled',
    InvokeStatus: 'Running',
    Timed: true,
    Frequency: 'rate(5m)',
  });
  clock.advance(11 * 60_000);
  expect(await repeats(everyFive)).toBe(2);
  expect(await repeats(once)).toBe(1);
  expect(await repeats(atNine)).toBe(0);
  await owner.call('StopInvocation', { InvokeId: everyFive });
  clock.advance(49 * 60_000);
  expect(await repeats(everyFive)).toBe(2);
  expect((await invocation(owner, everyFive)).text('InvocationStatus')).toBe('Stopped');
  expect(await repeats(atNine)).toBe(1);
  for (const Frequency of ['rate(10s)', 'rate(8d)', 'at(2023-01-01 00:00:00)', 'sometimes', '* * * * *']) {
    await expect(invoke(owner, id, instanceId, { ...period, Frequency })).rejects.toMatchObject(
      refused('InvalidParam.Frequency', 403),
    );
  }
  await expect(invoke(owner, id, instanceId, period)).rejects.toMatchObject(
    refused('MissingParam.Frequency', 403),
  );
  await expect(owner.call('StopInvocation', { InvokeId: 't-none' })).rejects.toMatchObject(
    refused('InvalidInvokeId.NotFound', 404),
  );
});

test('runs when an instance starts anew', async ({ owner }) => {
  const instanceId = await launch(owner);
  const id = await create(owner);
  const next = await invoke(owner, id, instanceId, { RepeatMode: 'NextRebootOnly' });
  const every = await invoke(owner, id, instanceId, { RepeatMode: 'EveryReboot' });
  expect((await invocation(owner, next)).text('InvocationStatus')).toBe('Scheduled');
  for (let reboots = 0; reboots < 2; reboots++)
    await owner.call('RebootInstance', { InstanceId: instanceId });
  expect((await invocation(owner, next)).text('InvocationStatus')).toBe('Success');
  const repeats = 'InvokeInstances.InvokeInstance.0.Repeats';
  expect((await invocation(owner, next)).at(repeats)).toBe(1);
  expect((await invocation(owner, every)).at(repeats)).toBe(2);
});

test('takes lifelike time where that is asked for', async ({ clock }) => {
  const emulator = createEmulator({ clock, pace: 'real' });
  const owner = new Account(sendDirectly(emulator), 'owner', 'cn-hangzhou');
  const instanceId = await launch(owner, ubuntu, {}, clock);
  const invokeId = await invoke(owner, await create(owner), instanceId);
  const status = async (): Promise<string> => (await invocation(owner, invokeId)).text('InvocationStatus');
  expect(await status()).toBe('Pending');
  clock.advance(1000);
  expect(await status()).toBe('Running');
  clock.advance(2000);
  expect(await status()).toBe('Success');
});

test('the agent of a running instance answers', async ({ owner }) => {
  const instanceId = await launch(owner);
  await invoke(owner, await create(owner), instanceId);
  await owner.call('DescribeRegions');
  const status = await owner.call('DescribeCloudAssistantStatus', { InstanceId: [instanceId] });
  expect(status.at('InstanceCloudAssistantStatusSet.InstanceCloudAssistantStatus.0')).toMatchObject({
    InstanceId: instanceId,
    CloudAssistantStatus: 'true',
    OSType: 'Linux',
    InvocationCount: 1,
    LastInvokedTime: '2024-01-01T00:00:00Z',
  });
  await expect(owner.call('DescribeCloudAssistantStatus', { InstanceId: ['i-none'] })).rejects.toMatchObject(
    refused('InvalidInstance.NotFound', 404),
  );
});

test('the session manager is switched on and off for an account', async ({ owner, other }) => {
  const statusKey = 'sessionManagerStatus';
  const status = async (account: Account): Promise<string> =>
    (await account.call('DescribeUserBusinessBehavior', { statusKey })).text('StatusValue');
  expect(await status(owner)).toBe('disabled');
  await owner.call('ModifyUserBusinessBehavior', { statusKey, statusValue: 'enabled' });
  expect(await status(owner)).toBe('enabled');
  expect(await status(other)).toBe('disabled');
  await owner.call('ModifyUserBusinessBehavior', { statusKey, statusValue: 'disabled' });
  expect(await status(owner)).toBe('disabled');
  for (const parameters of [
    { statusKey: 'else', statusValue: 'enabled' },
    { statusKey, statusValue: 'maybe' },
  ]) {
    await expect(owner.call('ModifyUserBusinessBehavior', parameters)).rejects.toMatchObject(
      refused('InvalidParameter', 400),
    );
  }
});

test('activation codes are made, listed, disabled and deleted', async ({ owner, other }) => {
  const made = await owner.call('CreateActivation', {
    InstanceName: 'office',
    Description: 'in the cellar',
    InstanceCount: 3,
    IpAddressRange: '10.0.0.0/8',
    TimeToLiveInHours: 2,
  });
  const id = made.text('ActivationId');
  expect(made.text('ActivationCode')).toMatch(/^a-/);
  const list = await owner.call('DescribeActivations', { InstanceName: 'office' });
  expect(list.at('ActivationList')).toEqual([
    {
      ActivationId: id,
      InstanceName: 'office',
      Description: 'in the cellar',
      InstanceCount: 3,
      IpAddressRange: '10.0.0.0/8',
      TimeToLiveInHours: 2,
      RegisteredCount: 0,
      DeregisteredCount: 0,
      Disabled: false,
      CreationTime: '2024-01-01T00:00:00Z',
      ResourceGroupId: '',
      Tags: [],
    },
  ]);
  expect((await other.call('DescribeActivations')).at('ActivationList')).toEqual([]);
  const named = { ActivationId: id };
  expect((await owner.call('DisableActivation', named)).at('Activation.Disabled')).toBe(true);
  await owner.call('DeleteActivation', named);
  await expect(owner.call('DeleteActivation', named)).rejects.toMatchObject(
    refused('InvalidActivationId.NotFound', 404),
  );
  for (const parameters of [
    { InstanceName: '1' },
    { InstanceCount: 1001 },
    { TimeToLiveInHours: 0 },
    { Description: 'd'.repeat(101) },
  ]) {
    await expect(owner.call('CreateActivation', parameters)).rejects.toMatchObject(
      refused('InvalidParameter', 400),
    );
  }
});

test('instances have no system events', async ({ owner }) => {
  const instanceId = await launch(owner);
  const events = await owner.call('DescribeInstanceHistoryEvents', { InstanceId: instanceId });
  expect(events.body).toMatchObject({
    TotalCount: 0,
    InstanceSystemEventSet: { InstanceSystemEventType: [] },
  });
  await expect(
    owner.call('DescribeInstanceHistoryEvents', { EventCycleStatus: 'Gone' }),
  ).rejects.toMatchObject(refused('InvalidParameter', 403));
});
