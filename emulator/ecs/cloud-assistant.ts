import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';

/** Whether the agent on instances answers: on all that are Running. */
export const describeCloudAssistantStatus: EcsOperation<'DescribeCloudAssistantStatus'> = (
  request,
  context,
) => {
  const { instanceId: ids = [], OSType = '' } = request;
  const { instances } = context.tables;
  if (ids.length > 100) throw fault('InstanceIds.ExceedLimit', { Limit: 100 });
  const asked =
    ids.length === 0
      ? [...instances.list(context)]
      : ids.map((id) => {
          const instance = instances.getOwn(id, context);
          if (instance === undefined) throw fault('InvalidInstance.NotFound', { InstanceId: id });
          return instance;
        });
  const found = asked.filter(({ osType }) => OSType === '' || osType === OSType.toLowerCase());
  const { items, info } = page(found, request, context, { maxResults: 50 });
  return {
    ...info,
    instanceCloudAssistantStatusSet: {
      instanceCloudAssistantStatus: items.map((instance) => describe(instance, context)),
    },
  };
};

const describe = (instance: Instance, { tables, now }: Context) => {
  const invoked = [...tables.invocations.by('instanceId', instance.id)];
  const entries = invoked.flatMap(({ instances }) =>
    instances.filter(({ instanceId }) => instanceId === instance.id),
  );
  const lastStart = Math.max(0, ...entries.map(({ startedAt }) => startedAt ?? 0));
  const isRunning = instance.status === 'Running';
  return {
    instanceId: instance.id,
    cloudAssistantStatus: String(isRunning),
    cloudAssistantVersion: '2.2.3.857',
    OSType: instance.osType === 'windows' ? 'Windows' : 'Linux',
    supportSessionManager: true,
    invocationCount: invoked.length,
    activeTaskCount: entries.filter(({ status }) => status === 'Running').length,
    lastInvokedTime: lastStart === 0 ? '' : toIsoSeconds(lastStart),
    lastHeartbeatTime: isRunning ? toIsoSeconds(now) : '',
  };
};

/** Switches a setting of the account, e.g. sessionManagerStatus to enabled. */
export const modifyUserBusinessBehavior: EcsOperation<'ModifyUserBusinessBehavior'> = (request, context) => {
  const { statusKey, statusValue } = request;
  checkStatus(statusKey);
  if (statusValue !== 'enabled' && statusValue !== 'disabled') {
    throw fault('InvalidParameter', { Parameter: 'statusValue', Reason: 'it must be enabled or disabled' });
  }
  const { businessBehaviors } = context.tables;
  const id = behaviorId(context, statusKey);
  if (businessBehaviors.get(id) !== undefined) businessBehaviors.update(id, { value: statusValue });
  else {
    const { accountId, regionId } = context;
    businessBehaviors.insert({ id, accountId, regionId, value: statusValue });
  }
  return {};
};

/** A setting of the account; disabled until it is enabled. */
export const describeUserBusinessBehavior: EcsOperation<'DescribeUserBusinessBehavior'> = (
  { statusKey },
  context,
) => {
  checkStatus(statusKey);
  return {
    statusValue: context.tables.businessBehaviors.get(behaviorId(context, statusKey))?.value ?? 'disabled',
  };
};

/** The one setting that the API's clients know. @throws Fault InvalidParameter */
const checkStatus = (statusKey: string): void => {
  if (statusKey === 'sessionManagerStatus') return;
  throw fault('InvalidParameter', { Parameter: 'statusKey', Reason: 'it must be sessionManagerStatus' });
};

const behaviorId = ({ accountId, regionId }: Context, statusKey: string): string =>
  `${accountId}/${regionId}/${statusKey}`;
