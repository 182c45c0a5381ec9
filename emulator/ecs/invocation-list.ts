import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Invocation, InvocationStatus, InvokeInstance } from '../state/rows/command.ts';
import { writeContent } from './command-text.ts';
import { page } from './paging.ts';
import { tagFilter, toTagList } from './tags.ts';

const limits = { maxPageSize: 50, maxResults: 50 } as const;

/**
 * The status of all of it (DescribeInvocations metadata, InvocationStatus): what goes on comes first, then
 * whether all ended well.
 */
const statusOf = ({ instances }: Invocation): InvocationStatus | 'PartialFailed' => {
  const statuses = instances.map(({ status }) => (status === 'Error' ? 'Failed' : status));
  for (const status of ['Running', 'Pending', 'Scheduled', 'Stopped'] as const) {
    if (statuses.includes(status)) return status;
  }
  if (!statuses.includes('Failed')) return 'Success';
  return statuses.includes('Success') ? 'PartialFailed' : 'Failed';
};

/** The older statuses, which know no schedule and only one good end. */
const olderStatus = (status: InvocationStatus | 'PartialFailed'): string => {
  switch (status) {
    case 'Pending':
    case 'Running':
    case 'Scheduled':
      return 'Running';
    case 'Success':
      return 'Finished';
    case 'Error':
      return 'Failed';
    case 'Failed':
    case 'PartialFailed':
    case 'Stopped':
      return status;
  }
};

const timeOf = (milliseconds: number | null): string =>
  milliseconds === null ? '' : toIsoSeconds(milliseconds);

interface Filters {
  readonly invokeId?: string;
  readonly commandId?: string;
  readonly instanceId?: string;
  readonly resourceGroupId?: string;
  readonly tag?: readonly { readonly key?: string; readonly value?: string }[];
}

const found = (request: Filters, context: Context): Invocation[] => {
  const { invokeId = '', commandId = '', instanceId = '', resourceGroupId = '' } = request;
  const { invocations } = context.tables;
  const hasTags = tagFilter(request.tag);
  const asked =
    invokeId === '' ? [...invocations.list(context)] : [invocations.getOwn(invokeId, context) ?? []].flat();
  return asked.filter(
    (row) =>
      (commandId === '' || row.commandId === commandId) &&
      (instanceId === '' || row.instances.some((entry) => entry.instanceId === instanceId)) &&
      (resourceGroupId === '' || row.resourceGroupId === resourceGroupId) &&
      (hasTags?.(row) ?? true),
  );
};

/** Lists invocations, newest first. */
export const describeInvocations: EcsOperation<'DescribeInvocations'> = (request, context) => {
  const { commandName = '', commandType = '', invokeStatus = '', timed, repeatMode = '' } = request;
  const asked = found(request, context).filter(
    (row) =>
      (commandName === '' || row.commandName === commandName) &&
      (commandType === '' || row.commandType === commandType) &&
      (invokeStatus === '' || [statusOf(row), olderStatus(statusOf(row))].includes(invokeStatus)) &&
      (timed === undefined || (row.repeatMode === 'Period') === timed) &&
      (repeatMode === '' || row.repeatMode === repeatMode),
  );
  const { items, info } = page(asked, request, context, limits);
  return {
    ...info,
    invocations: {
      invocation: items.map((row) => describe(row, request.contentEncoding, request.includeOutput === true)),
    },
  };
};

const describe = (row: Invocation, encoding: string | undefined, withOutput: boolean) => ({
  invokeId: row.id,
  commandId: row.commandId,
  commandName: row.commandName,
  commandDescription: row.commandDescription,
  commandType: row.commandType,
  commandContent: writeContent(row.content, encoding),
  parameters: JSON.stringify(row.parameters),
  invocationStatus: statusOf(row),
  invokeStatus: olderStatus(statusOf(row)),
  repeatMode: row.repeatMode,
  timed: row.repeatMode === 'Period',
  frequency: row.frequency,
  username: row.username,
  workingDir: row.workingDir,
  timeout: row.timeout,
  creationTime: toIsoSeconds(row.createdAt),
  tags: { tag: toTagList(row.tags) },
  invokeInstances: {
    invokeInstance: row.instances.map((entry) => ({
      instanceId: entry.instanceId,
      invocationStatus: entry.status,
      instanceInvokeStatus: olderStatus(entry.status),
      creationTime: toIsoSeconds(row.createdAt),
      startTime: timeOf(entry.startedAt),
      finishTime: timeOf(entry.finishedAt),
      stopTime: timeOf(entry.stoppedAt),
      updateTime: timeOf(entry.finishedAt ?? entry.startedAt ?? row.createdAt),
      exitCode: entry.exitCode ?? undefined,
      errorCode: entry.errorCode,
      errorInfo: entry.errorInfo,
      repeats: entry.repeats,
      dropped: 0,
      timed: row.repeatMode === 'Period',
      output: withOutput ? writeContent(entry.output, encoding) : undefined,
    })),
  },
});

/** What came of commands, one entry an instance. */
export const describeInvocationResults: EcsOperation<'DescribeInvocationResults'> = (request, context) => {
  const { instanceId = '', invokeRecordStatus = '' } = request;
  const results = found(request, context).flatMap((row) =>
    row.instances
      .filter(
        (entry) =>
          (instanceId === '' || entry.instanceId === instanceId) &&
          (invokeRecordStatus === '' || olderStatus(entry.status) === invokeRecordStatus),
      )
      .map((entry) => ({ row, entry })),
  );
  const { items, info } = page(results, request, context, limits);
  return {
    invocation: {
      ...info,
      invocationResults: {
        invocationResult: items.map(({ row, entry }) => describeResult(row, entry, request.contentEncoding)),
      },
    },
  };
};

const describeResult = (row: Invocation, entry: InvokeInstance, encoding: string | undefined) => ({
  commandId: row.commandId,
  invokeId: row.id,
  instanceId: entry.instanceId,
  invocationStatus: entry.status,
  invokeRecordStatus: olderStatus(entry.status),
  startTime: timeOf(entry.startedAt),
  finishedTime: timeOf(entry.finishedAt),
  stopTime: timeOf(entry.stoppedAt),
  exitCode: entry.exitCode ?? undefined,
  errorCode: entry.errorCode,
  errorInfo: entry.errorInfo,
  output: writeContent(entry.output, encoding),
  repeats: entry.repeats,
  dropped: 0,
  username: row.username,
  tags: { tag: toTagList(row.tags) },
});
