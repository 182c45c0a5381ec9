import type { Context, EcsOperation } from '../context.ts';
import type { Command, Invocation, InvokeInstance } from '../state/rows/command.ts';
import { fault } from '../wire/fault.ts';
import { newCommand, requireCommand } from './command-rows.ts';
import { fillIn, readParameters } from './command-text.ts';
import { nextInvocation } from './invocation-frequency.ts';
import { deliveryTime, scheduleNext } from './invocation-runs.ts';
import { readTags } from './tags.ts';
import type { RequestTag } from './tags.ts';

/** What InvokeCommand and RunCommand have in common. */
interface InvokeRequest {
  readonly instanceId?: readonly string[];
  readonly frequency?: string;
  readonly timed?: boolean;
  readonly repeatMode?: string;
  readonly parameters?: unknown;
  readonly username?: string;
  readonly windowsPasswordName?: string;
  readonly workingDir?: string;
  readonly timeout?: number;
  readonly resourceGroupId?: string;
  readonly tag?: readonly RequestTag[];
}

/** Runs a command on instances, now, by a schedule, or when they start anew. */
export const invokeCommand: EcsOperation<'InvokeCommand'> = (request, context) => {
  const command = requireCommand(context, request.commandId);
  const invocation = invoke(context, command, request);
  context.tables.commands.update(command.id, { invokeTimes: command.invokeTimes + 1 });
  return { invokeId: invocation.id };
};

/** Makes a command and runs it; the command is kept only if KeepCommand says so. */
export const runCommand: EcsOperation<'RunCommand'> = (request, context) => {
  const { contentEncoding = 'PlainText' } = request;
  const command = newCommand(context, { ...request, contentEncoding });
  const invocation = invoke(context, command, request);
  if (request.keepCommand === true) context.tables.commands.insert({ ...command, invokeTimes: 1 });
  return { commandId: command.id, invokeId: invocation.id };
};

const repeatModes = ['Once', 'Period', 'NextRebootOnly', 'EveryReboot'] as const;

/** RepeatMode, or what the older Timed says. @throws Fault InvalidParameter */
const readRepeatMode = ({ repeatMode = '', timed, frequency = '' }: InvokeRequest) => {
  const asked = repeatMode === '' ? (timed === true || frequency !== '' ? 'Period' : 'Once') : repeatMode;
  const found = repeatModes.find((mode) => mode === asked);
  if (found !== undefined) return found;
  throw fault('InvalidParameter', {
    Parameter: 'RepeatMode',
    Reason: `it must be ${repeatModes.join(', ')}`,
  });
};

/** Most instances of one call (InvokeCommand metadata, InstanceId.N). */
const maxInstances = 100;

const invoke = (context: Context, command: Command, request: InvokeRequest): Invocation => {
  const repeatMode = readRepeatMode(request);
  const { frequency = '', instanceId: ids = [], username = '', timeout, workingDir } = request;
  if (ids.length === 0) throw fault('MissingParameter', { Parameter: 'InstanceId.1' });
  if (ids.length > maxInstances) throw fault('InstanceIds.ExceedLimit', { Limit: maxInstances });
  if (username.length > 255) throw fault('Username.ExceedLimit', { Limit: 255 });
  if (repeatMode === 'Period') checkFrequency(frequency, context.now);
  const parameters = readParameters(request.parameters);
  const content = fillIn(command, parameters);
  const status = repeatMode === 'Once' ? 'Pending' : 'Scheduled';
  const instances = [...new Set(ids)].map((id) => invokedOn(context, id, command.type, status));
  const invocation = context.tables.invocations.insert({
    id: context.newId('t'),
    accountId: context.accountId,
    regionId: context.regionId,
    commandId: command.id,
    commandName: command.name,
    commandDescription: command.description,
    commandType: command.type,
    content,
    parameters,
    repeatMode,
    frequency: repeatMode === 'Period' ? frequency : '',
    username: username === '' ? (command.type === 'RunShellScript' ? 'root' : 'System') : username,
    workingDir: workingDir ?? command.workingDir,
    timeout: timeout ?? command.timeout,
    instances,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  if (repeatMode === 'Once') context.schedule(deliveryTime, 'invocation.start', invocation.id);
  if (repeatMode === 'Period') scheduleNext(invocation, context);
  return invocation;
};

/** @throws Fault MissingParam.Frequency, InvalidParam.Frequency also for a time that is over */
const checkFrequency = (frequency: string, now: number): void => {
  if (frequency === '') throw fault('MissingParam.Frequency');
  if (nextInvocation(frequency, now) === undefined) {
    throw fault('InvalidParam.Frequency', { Frequency: frequency });
  }
};

/** @throws Fault InvalidInstance.NotFound, InvalidInstance.NotMatch for a script of the other system */
const invokedOn = (
  context: Context,
  instanceId: string,
  type: string,
  status: 'Pending' | 'Scheduled',
): InvokeInstance => {
  const instance = context.tables.instances.getOwn(instanceId, context);
  if (instance === undefined) throw fault('InvalidInstance.NotFound', { InstanceId: instanceId });
  if ((type === 'RunShellScript') !== (instance.osType === 'linux')) {
    throw fault('InvalidInstance.NotMatch', { InstanceId: instanceId, Type: type });
  }
  return {
    instanceId,
    status,
    startedAt: null,
    finishedAt: null,
    stoppedAt: null,
    exitCode: null,
    output: '',
    errorCode: '',
    errorInfo: '',
    repeats: 0,
  };
};

/** Ends a command on some instances, or on all of them. What has ended stays as it is. */
export const stopInvocation: EcsOperation<'StopInvocation'> = (request, context) => {
  const invocation = context.tables.invocations.getOwn(request.invokeId, context);
  if (invocation === undefined) throw fault('InvalidInvokeId.NotFound', { Id: request.invokeId });
  const { instanceId: ids = [] } = request;
  const stops = (entry: InvokeInstance): boolean =>
    (ids.length === 0 || ids.includes(entry.instanceId)) &&
    ['Pending', 'Running', 'Scheduled'].includes(entry.status);
  context.tables.invocations.update(invocation.id, {
    instances: invocation.instances.map((entry) =>
      stops(entry) ? { ...entry, status: 'Stopped', stoppedAt: context.now } : entry,
    ),
  });
  return {};
};
