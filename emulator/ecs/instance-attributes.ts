import type { EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { findOwnInstance, readInstanceIds, requireOwnInstance } from './instance-lookup.ts';
import { page } from './paging.ts';

/** How maintenance is done on instances. */
export const describeInstanceMaintenanceAttributes: EcsOperation<'DescribeInstanceMaintenanceAttributes'> = (
  request,
  context,
) => {
  const { instances } = context.tables;
  const { instanceId: ids = [] } = request;
  const found =
    ids.length > 0 ? ids.flatMap((id) => instances.getOwn(id, context) ?? []) : instances.list(context);
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    maintenanceAttributes: {
      maintenanceAttribute: items.map(({ id, maintenance }) => ({
        instanceId: id,
        notifyOnMaintenance: maintenance.notify,
        maintenanceWindows: { maintenanceWindow: [...maintenance.windows] },
        actionOnMaintenance: {
          value: maintenance.action,
          defaultValue: 'AutoRecover',
          supportedValues: { supportedValue: ['Stop', 'AutoRecover'] },
        },
      })),
    },
  };
};

/**
 * RAM roles of the instances that are named, or of all that have a role. An instance without one is listed with
 * an empty name: the provider's alicloud_instances takes what is not listed for not found
 * (instancessDescriptionAttributes in data_source_alicloud_instances.go).
 */
export const describeInstanceRamRole: EcsOperation<'DescribeInstanceRamRole'> = (request, context) => {
  const { instances } = context.tables;
  const { instanceIds = '', ramRoleName = '' } = request;
  if (instanceIds === '' && ramRoleName === '') throw fault('MissingParameter', { Parameter: 'InstanceIds' });
  const asked =
    instanceIds === ''
      ? [...instances.list(context)].filter((instance) => instance.ramRoleName === ramRoleName)
      : readInstanceIds(instanceIds).flatMap((id) => instances.getOwn(id, context) ?? []);
  const found = asked.filter((instance) => ramRoleName === '' || instance.ramRoleName === ramRoleName);
  const { items, info } = page(found, request, context);
  return {
    regionId: context.regionId,
    totalCount: info.totalCount,
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    instanceRamRoleSets: {
      instanceRamRoleSet: items.map((instance) => ({
        instanceId: instance.id,
        ramRoleName: instance.ramRoleName,
      })),
    },
  };
};

/** Gives instances a RAM role. RAM is not modelled: any name is a role. */
export const attachInstanceRamRole: EcsOperation<'AttachInstanceRamRole'> = (request, context) => {
  const { ramRoleName } = request;
  const results = readInstanceIds(request.instanceIds).map((id) => {
    const instance = findOwnInstance(context, id);
    if (instance === undefined)
      return roleFailure(id, 'InvalidInstanceId.NotFound', 'There is no such instance.');
    if (instance.ramRoleName !== '' && instance.ramRoleName !== ramRoleName) {
      return roleFailure(id, 'InvalidRamRole.Attached', 'The instance has another RAM role.');
    }
    context.tables.instances.update(id, { ramRoleName });
    return { instanceId: id, success: true, code: '200', message: 'success' };
  });
  return {
    ramRoleName,
    totalCount: results.length,
    failCount: results.filter(({ success }) => !success).length,
    attachInstanceRamRoleResults: { attachInstanceRamRoleResult: results },
  };
};

/** Takes the RAM role of instances away. */
export const detachInstanceRamRole: EcsOperation<'DetachInstanceRamRole'> = (request, context) => {
  const { ramRoleName = '' } = request;
  const results = readInstanceIds(request.instanceIds).map((id) => {
    const instance = findOwnInstance(context, id);
    if (instance === undefined)
      return roleFailure(id, 'InvalidInstanceId.NotFound', 'There is no such instance.');
    if (instance.ramRoleName === '' || (ramRoleName !== '' && instance.ramRoleName !== ramRoleName)) {
      return roleFailure(id, 'InvalidRamRole.NotAttached', 'The instance does not have this RAM role.');
    }
    context.tables.instances.update(id, { ramRoleName: '' });
    return { instanceId: id, success: true, code: '200', message: 'success' };
  });
  return {
    ramRoleName,
    totalCount: results.length,
    failCount: results.filter(({ success }) => !success).length,
    detachInstanceRamRoleResults: { detachInstanceRamRoleResult: results },
  };
};

const roleFailure = (instanceId: string, code: string, message: string) => ({
  instanceId,
  success: false,
  code,
  message,
});

type RenewalStatus = 'AutoRenewal' | 'Normal';

const renewalStatusOf = ({ autoRenew }: Instance): RenewalStatus =>
  autoRenew?.enabled === true ? 'AutoRenewal' : 'Normal';

/** Whether subscriptions renew themselves. */
export const describeInstanceAutoRenewAttribute: EcsOperation<'DescribeInstanceAutoRenewAttribute'> = (
  request,
  context,
) => {
  const { instanceId = '', renewalStatus = '' } = request;
  const { instances } = context.tables;
  const asked =
    instanceId === ''
      ? [...instances.list(context)].filter(({ autoRenew }) => autoRenew !== null)
      : instanceId.split(',').flatMap((id) => instances.getOwn(id.trim(), context) ?? []);
  const found = asked.filter((row) => renewalStatus === '' || renewalStatusOf(row) === renewalStatus);
  const numbers = { pageNumber: Number(request.pageNumber ?? 1), pageSize: Number(request.pageSize ?? 10) };
  const { items, info } = page(found, numbers, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    instanceRenewAttributes: {
      instanceRenewAttribute: items.map((row) => ({
        instanceId: row.id,
        autoRenewEnabled: row.autoRenew?.enabled ?? false,
        renewalStatus: renewalStatusOf(row),
        periodUnit: row.period?.unit ?? '',
        duration: row.autoRenew?.duration ?? 0,
      })),
    },
  };
};

/** Has a subscription renew itself, or not. @throws Fault ChargeTypeViolation for what is paid as you go */
export const modifyInstanceAutoRenewAttribute: EcsOperation<'ModifyInstanceAutoRenewAttribute'> = (
  request,
  context,
) => {
  const { renewalStatus = '', autoRenew, duration, periodUnit = '' } = request;
  if (!['', 'AutoRenewal', 'Normal', 'NotRenewal'].includes(renewalStatus)) {
    throw fault('InvalidParameter', {
      Parameter: 'RenewalStatus',
      Reason: 'it must be AutoRenewal, Normal or NotRenewal',
    });
  }
  const units = ['Week', 'Month', 'Year'] as const;
  const unit = units.find((name) => name === periodUnit);
  for (const id of request.instanceId.split(',')) {
    const row = requireOwnInstance(context, id.trim());
    if (row.period === null) throw fault('ChargeTypeViolation', { InstanceId: row.id });
    const enabled = renewalStatus === '' ? (autoRenew ?? false) : renewalStatus === 'AutoRenewal';
    context.tables.instances.update(row.id, {
      autoRenew: { enabled, duration: duration ?? row.autoRenew?.duration ?? 1 },
      period: { ...row.period, unit: unit ?? row.period.unit },
    });
  }
  return {};
};
