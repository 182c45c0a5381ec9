import type { Context } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { deviceNames, isDataDevice, systemDevice } from './disk-rows.ts';

/**
 * The device under which one more data disk can be attached to an instance.
 * @param asked the device that the caller names, if any
 * @throws Fault InstanceDiskLimitExceeded, InvalidDevice.Malformed, InvalidDevice.InUse
 */
export const attachableDevice = (context: Context, instance: Instance, asked = ''): string => {
  const attached = [...context.tables.disks.by('instanceId', instance.id)];
  const limit = context.quota('dataDisksPerInstance');
  const dataDisks = attached.filter(({ type }) => type === 'data').length;
  if (context.enforces('disk.attach-limit') && dataDisks >= limit) {
    throw fault('InstanceDiskLimitExceeded', { Limit: limit });
  }
  const taken = new Set(attached.map(({ device }) => device));
  if (asked === '') return deviceNames(taken)();
  if (asked !== systemDevice && !isDataDevice(asked))
    throw fault('InvalidDevice.Malformed', { Device: asked });
  if (taken.has(asked)) throw fault('InvalidDevice.InUse', { Device: asked });
  return asked;
};
