import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { isUsable, usageOf } from './image-reply.ts';
import { supportsInstanceType } from './image-support.ts';
import { tagFilter } from './tags.ts';
import type { VisibleImage } from './visible-images.ts';

export type DescribeImagesRequest = Parameters<EcsOperation<'DescribeImages'>>[0];

type Filter = (image: VisibleImage) => boolean;

/**
 * What a DescribeImages request asks for, whose image it is aside: one test for each parameter that is
 * given.
 * @throws Fault for values that the parameters do not have
 */
export const imageFilters = (request: DescribeImagesRequest, context: Context): Filter[] => {
  const filters: (Filter | undefined)[] = [
    statusFilter(request.status, context),
    nameFilter(request.imageName, context),
    textFilter(request.imageFamily, ({ imageFamily }) => imageFamily),
    textFilter(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    given(request.snapshotId) ? hasSnapshot(request.snapshotId) : undefined,
    oneOf(request.OSType, ['linux', 'windows'], ({ osType }) => osType, 'InvalidOSType', 'OSType'),
    oneOf(
      request.architecture,
      ['i386', 'x86_64', 'arm64'],
      ({ architecture }) => architecture,
      'InvalidArchitecture',
      'Architecture',
    ),
    oneOf(request.usage, ['instance', 'none'], (image) => usageOf(image, context), 'InvalidUsage', 'Usage'),
    flagFilter(request.isSupportCloudinit, ({ isSupportCloudinit }) => isSupportCloudinit),
    flagFilter(request.isSupportIoOptimized, ({ isSupportIoOptimized }) => isSupportIoOptimized),
    flagFilter(request.usable, isUsable),
    instanceTypeFilter(request.instanceType),
    tagFilter(request.tag),
    actionFilter(request.actionType),
    ...(request.filter ?? []).map(({ key = '', value = '' }) => keyFilter(key, value)),
  ];
  return filters.filter((filter) => filter !== undefined);
};

const given = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Several states can be given, with commas between; without any, Available images only are listed. */
const statusFilter = (status: string | undefined, context: Context): Filter | undefined => {
  if (!given(status)) {
    if (!context.enforces('describe-images.status-default')) return undefined;
    return (image) => image.status === 'Available';
  }
  // The provider asks for "ALL" since 2026.
  if (status.toUpperCase() === 'ALL') return undefined;
  const wanted = new Set(status.split(',').map((name) => name.trim()));
  return (image) => wanted.has(image.status);
};

/** "*" stands for any text; without it the name is to be the same. */
const nameFilter = (pattern: string | undefined, context: Context): Filter | undefined => {
  if (!given(pattern) || !context.enforces('describe-images.name-filter')) return undefined;
  const expression = wildcard(pattern);
  return (image) => expression.test(image.imageName);
};

/** An expression for a text in which "*" stands for any text. */
export const wildcard = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split(/\*+/).map(escaped).join('.*')}$`, 's');

const escaped = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');

const textFilter = (wanted: string | undefined, read: (image: VisibleImage) => string): Filter | undefined =>
  given(wanted) ? (image) => read(image) === wanted : undefined;

const flagFilter = (
  wanted: boolean | undefined,
  read: (image: VisibleImage) => boolean,
): Filter | undefined => (wanted === undefined ? undefined : (image) => read(image) === wanted);

const hasSnapshot =
  (snapshotId: string): Filter =>
  (image) =>
    image.ownerAlias === 'self' && image.diskMappings.some((mapping) => mapping.snapshotId === snapshotId);

const oneOf = (
  wanted: string | undefined,
  known: readonly string[],
  read: (image: VisibleImage) => string,
  code: 'InvalidOSType' | 'InvalidArchitecture' | 'InvalidUsage',
  parameter: string,
): Filter | undefined => {
  if (!given(wanted)) return undefined;
  if (!known.includes(wanted)) throw fault(code, { [parameter]: wanted });
  return (image) => read(image) === wanted;
};

const instanceTypeFilter = (instanceType: string | undefined): Filter | undefined => {
  if (!given(instanceType)) return undefined;
  const type = findInstanceType(instanceType);
  if (type === undefined)
    throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: instanceType });
  return (image) => supportsInstanceType(image, type);
};

/** A system disk cannot be replaced with an image that has data disks (ReplaceSystemDisk, OperationDenied). */
const actionFilter = (actionType: string | undefined): Filter | undefined => {
  if (!given(actionType) || actionType === 'CreateEcs') return undefined;
  if (actionType !== 'ChangeOS') {
    throw fault('InvalidParamter', { Parameter: 'ActionType', Reason: 'it must be CreateEcs or ChangeOS' });
  }
  return (image) => image.diskMappings.every(({ type }) => type === 'system');
};

const keyFilter = (key: string, value: string): Filter | undefined => {
  switch (key) {
    case 'CreationStartTime': {
      const start = timeOf(key, value);
      return (image) => image.createdAt >= start;
    }
    case 'CreationEndTime': {
      const end = timeOf(key, value);
      return (image) => image.createdAt <= end;
    }
    case 'NetworkType':
      // Every image serves in both networks.
      if (value !== 'vpc' && value !== 'classic')
        throw fault('InvalidFilterValue.NetworkType', { Value: value });
      return undefined;
    default:
      throw fault('InvalidFilterKey.NotFound', { Key: key });
  }
};

/** "2017-12-05T22:40Z" in milliseconds; seconds may be there. @throws Fault InvalidFilterValue */
const timeOf = (key: string, value: string): number => {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw fault('InvalidFilterValue', { Key: key, Value: value });
  return time;
};
