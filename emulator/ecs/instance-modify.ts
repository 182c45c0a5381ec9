import { findInstanceType } from '../catalog/instance-types.ts';
import type { EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import {
  inRegionOf,
  requireNotLocked,
  requireOwnInstance,
  requireStatus,
  restingStatuses,
} from './instance-lookup.ts';
import { requireGroups } from './instance-placement.ts';
import { readAutoReleaseTime, readCredit, readMetadataOptions } from './instance-settings.ts';
import { checkDescription, checkHostName, checkInstanceName, checkPassword, checkUserData } from './names.ts';
import { setSecurityGroups } from './security-group-membership-rows.ts';

type ModifyRequest = Parameters<EcsOperation<'ModifyInstanceAttribute'>>[0];

/** Changes names, texts, password, user data, security groups and switches; what is not given stays. */
export const modifyInstanceAttribute: EcsOperation<'ModifyInstanceAttribute'> = (request, context) => {
  const instance = requireOwnInstance(context, request.instanceId);
  requireNotLocked(context, instance);
  const { password = '', hostName = '', userData, securityGroupIds = [] } = request;
  checkInstanceName(request.instanceName ?? '');
  checkDescription(request.description ?? '');
  checkHostName(hostName, instance.osType);
  checkPassword(password, instance.osType);
  checkUserData(userData ?? '');
  // While an instance starts, password, host name and user data are being set (ModifyInstanceAttribute.md).
  if (password !== '' || hostName !== '' || userData !== undefined) requireStatus(instance, restingStatuses);
  context.tables.instances.update(instance.id, changesOf(instance, request));
  if (securityGroupIds.length > 0) {
    const groups = requireGroups(inRegionOf(context, instance), { securityGroupIds });
    setSecurityGroups(context, instance, groups);
  }
  return {};
};

const changesOf = (
  instance: Instance,
  request: ModifyRequest,
): Partial<Omit<Instance, 'id' | 'accountId' | 'regionId'>> => {
  const { instanceName = '', hostName = '', password = '' } = request;
  return {
    instanceName: instanceName === '' ? instance.instanceName : instanceName,
    description: request.description ?? instance.description,
    hostName: hostName === '' ? instance.hostName : hostName,
    passwordSet: password !== '' || instance.passwordSet,
    userData: request.userData ?? instance.userData,
    enableJumboFrame: request.enableJumboFrame ?? instance.enableJumboFrame,
    deletionProtection: readProtection(instance, request.deletionProtection),
    creditSpecification: readCreditChange(instance, request.creditSpecification),
  };
};

/** Only what is paid as you go is protected. @throws Fault ChargeTypeViolation */
const readProtection = (instance: Instance, deletionProtection: boolean | undefined): boolean => {
  if (deletionProtection === true && instance.instanceChargeType === 'PrePaid') {
    throw fault('ChargeTypeViolation', { InstanceId: instance.id });
  }
  return deletionProtection ?? instance.deletionProtection;
};

const readCreditChange = (instance: Instance, creditSpecification = ''): string => {
  const type = findInstanceType(instance.instanceType);
  if (creditSpecification === '' || type === undefined) return instance.creditSpecification;
  return readCredit(creditSpecification, type);
};

/** How the metadata server can be asked; what is not given stays. */
export const modifyInstanceMetadataOptions: EcsOperation<'ModifyInstanceMetadataOptions'> = (
  request,
  context,
) => {
  const { instanceId = '' } = request;
  if (instanceId === '') throw fault('MissingParameter', { Parameter: 'InstanceId' });
  const instance = requireOwnInstance(context, instanceId);
  context.tables.instances.update(instance.id, {
    metadataOptions: readMetadataOptions(request, instance.metadataOptions),
  });
  return {};
};

/** When an instance that is paid as you go is to be released; an empty time takes that back. */
export const modifyInstanceAutoReleaseTime: EcsOperation<'ModifyInstanceAutoReleaseTime'> = (
  { instanceId, autoReleaseTime = '' },
  context,
) => {
  const instance = requireOwnInstance(context, instanceId);
  if (instance.instanceChargeType === 'PrePaid')
    throw fault('ChargeTypeViolation', { InstanceId: instanceId });
  context.tables.instances.update(instance.id, {
    autoReleaseTime: readAutoReleaseTime(autoReleaseTime, context.now),
  });
  return {};
};

/** An instance's user data in Base64. */
export const describeUserData: EcsOperation<'DescribeUserData'> = ({ instanceId }, context) => {
  const { id, regionId, userData } = requireOwnInstance(context, instanceId);
  return { instanceId: id, regionId, userData };
};

/** When and how maintenance is done on instances, for each of these or for all of the region. */
export const modifyInstanceMaintenanceAttributes: EcsOperation<'ModifyInstanceMaintenanceAttributes'> = (
  request,
  context,
) => {
  const { actionOnMaintenance: action = '', maintenanceWindow: windows, instanceId: ids = [] } = request;
  if (action !== '' && !maintenanceActions.includes(action)) {
    throw fault('InvalidParameter', {
      Parameter: 'ActionOnMaintenance',
      Reason: `it must be one of ${maintenanceActions.join(', ')}`,
    });
  }
  if (ids.length === 0) throw fault('MissingParameter', { Parameter: 'InstanceId.1' });
  for (const id of ids) {
    const { maintenance } = requireOwnInstance(context, id);
    context.tables.instances.update(id, {
      maintenance: {
        action: action === '' ? maintenance.action : action,
        notify: request.notifyOnMaintenance ?? maintenance.notify,
        windows: windows === undefined ? maintenance.windows : windows.map(readWindow),
      },
    });
  }
  return {};
};

const maintenanceActions: readonly string[] = ['Stop', 'AutoRecover', 'AutoRedeploy'];

const readWindow = ({
  startTime = '',
  endTime = '',
}: {
  readonly startTime?: string;
  readonly endTime?: string;
}): { startTime: string; endTime: string } => {
  const onTheHour = /^([01]\d|2[0-3]):00:00$/;
  if (!onTheHour.test(startTime) || !onTheHour.test(endTime)) {
    throw fault('InvalidParameter', {
      Parameter: 'MaintenanceWindow.N',
      Reason: 'StartTime and EndTime are full hours such as 02:00:00',
    });
  }
  return { startTime, endTime };
};
