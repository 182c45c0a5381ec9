import type { EcsOperation } from '../context.ts';
import type {
  ProvisioningConfiguration,
  ProvisioningPool,
  TargetCapacity,
} from '../state/rows/auto-provisioning-group.ts';
import { fault } from '../wire/fault.ts';
import { readChoice } from './choices.ts';
import { readTemplateData } from './launch-template-data.ts';
import { isResourceName } from './names.ts';
import { readTime } from './reservation-request.ts';

type CreateRequest = Parameters<EcsOperation<'CreateAutoProvisioningGroup'>>[0];

const invalid = (parameter: string, reason: string) =>
  fault('InvalidParameter', { Parameter: parameter, Reason: reason });

/** @throws Fault InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported */
export const readTerminationPolicy = (value = ''): 'no-termination' | 'termination' => {
  if (value === '' || value === 'no-termination') return 'no-termination';
  if (value === 'termination') return value;
  throw fault('InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported', { Value: value });
};

/** 2 to 128 characters, a letter first, without dots (limits.json). @throws Fault InvalidParameter */
export const readGroupName = (name: string): string => {
  if (name === '' || (isResourceName(name) && !name.includes('.'))) return name;
  throw invalid(
    'AutoProvisioningGroupName',
    'it has 2 to 128 letters, digits, ":", "_" or "-", a letter first',
  );
};

const readCapacity = (parameter: string, text: string | undefined, least: number): number => {
  const value = text === undefined || text === '' ? 0 : Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw invalid(parameter, `it must be a whole number of at least ${least}`);
};

/** What Create and Modify say of capacities. */
export interface CapacityRequest {
  readonly totalTargetCapacity?: string;
  readonly payAsYouGoTargetCapacity?: string;
  readonly spotTargetCapacity?: string;
  readonly defaultTargetCapacityType?: string;
}

/**
 * The capacities of a request; what it does not name stays as it was. The total is at least the sum of the
 * two (CreateAutoProvisioningGroup metadata, TotalTargetCapacity).
 * @throws Fault InvalidParameter
 */
export const readTarget = (request: CapacityRequest, before?: TargetCapacity): TargetCapacity => {
  const given = (text: string | undefined, known: number | undefined): string | undefined =>
    text === undefined || text === '' ? known?.toString() : text;
  const total = readCapacity('TotalTargetCapacity', given(request.totalTargetCapacity, before?.total), 1);
  const payAsYouGo = readCapacity(
    'PayAsYouGoTargetCapacity',
    given(request.payAsYouGoTargetCapacity, before?.payAsYouGo),
    0,
  );
  const spot = readCapacity('SpotTargetCapacity', given(request.spotTargetCapacity, before?.spot), 0);
  if (payAsYouGo + spot > total) {
    throw invalid(
      'TotalTargetCapacity',
      'it is less than what PayAsYouGoTargetCapacity and SpotTargetCapacity ask for',
    );
  }
  const type = request.defaultTargetCapacityType ?? before?.defaultType;
  return {
    total,
    payAsYouGo,
    spot,
    defaultType: readChoice('DefaultTargetCapacityType', type, ['Spot', 'PayAsYouGo']),
  };
};

const maxPools = 20;

interface PoolRequest {
  readonly instanceType?: string;
  readonly vSwitchId?: string;
  readonly maxPrice?: number;
  readonly priority?: number;
  readonly weightedCapacity?: number;
}

/** LaunchTemplateConfig.N: VSwitchId and MaxPrice belong to each. @throws Fault MissingParameter, InvalidParameter */
export const readPools = (configs: readonly PoolRequest[] = []): ProvisioningPool[] => {
  if (configs.length > maxPools) throw invalid('LaunchTemplateConfig', `a group takes at most ${maxPools}`);
  return configs.map((config, at) => {
    const name = `LaunchTemplateConfig.${at + 1}`;
    const { instanceType = '', vSwitchId = '', maxPrice, priority = 0, weightedCapacity = 1 } = config;
    if (vSwitchId === '') throw fault('MissingParameter', { Parameter: `${name}.VSwitchId` });
    if (maxPrice === undefined) throw fault('MissingParameter', { Parameter: `${name}.MaxPrice` });
    if (!(weightedCapacity > 0)) throw invalid(`${name}.WeightedCapacity`, 'it must be above 0');
    if (priority < 0) throw invalid(`${name}.Priority`, 'it must not be negative');
    return { instanceType, vswitchId: vSwitchId, maxPrice, priority, weightedCapacity };
  });
};

/** Of the types to choose the lowest price from; fewer than the pools. @throws Fault InvalidParameter */
export const readSpotPoolsToUse = (count: number | undefined, pools: number): number => {
  if (count === undefined || count === 0) return 1;
  if (count > 0 && (count < pools || count === 1)) return count;
  throw invalid('SpotInstancePoolsToUseCount', 'it must be less than the number of LaunchTemplateConfig.N');
};

/** 2099-12-31T23:59:59Z (CreateAutoProvisioningGroup metadata, ValidUntil). */
const endOfTime = Date.UTC(2099, 11, 31, 23, 59, 59);

/** From now on and for ever, unless the request says otherwise. @throws Fault InvalidParameter */
export const readValidity = (
  { validFrom = '', validUntil = '' }: Pick<CreateRequest, 'validFrom' | 'validUntil'>,
  now: number,
): { validFrom: number; validUntil: number } => {
  const time = (parameter: string, text: string, otherwise: number): number => {
    const read = text === '' ? otherwise : readTime(text);
    if (read === undefined) throw invalid(parameter, 'it must be a UTC time such as 2030-01-01T00:00:00Z');
    return read;
  };
  const from = time('ValidFrom', validFrom, now);
  const until = time('ValidUntil', validUntil, endOfTime);
  if (until <= Math.max(from, now)) throw invalid('ValidUntil', 'it must be behind ValidFrom and now');
  return { validFrom: from, validUntil: until };
};

/** LaunchConfiguration in the words of a launch template. A password is only known to have been given. */
export const readConfiguration = (
  configuration: NonNullable<CreateRequest['launchConfiguration']>,
): ProvisioningConfiguration => {
  const {
    imageFamily = '',
    password = '',
    passwordInherit,
    systemDisk,
    systemDiskSize,
    dataDisk = [],
  } = configuration;
  const data = readTemplateData({
    ...configuration,
    description: configuration.instanceDescription ?? '',
    passwordInherit: password !== '' || passwordInherit === true,
    systemDisk: {
      category: configuration.systemDiskCategory ?? '',
      description: configuration.systemDiskDescription ?? '',
      diskName: configuration.systemDiskName ?? '',
      performanceLevel: configuration.systemDiskPerformanceLevel ?? '',
      autoSnapshotPolicyId: systemDisk?.autoSnapshotPolicyId ?? '',
      encrypted: systemDisk?.encrypted ?? '',
      KMSKeyId: systemDisk?.KMSKeyId ?? '',
      ...(systemDiskSize !== undefined && { size: systemDiskSize }),
    },
    dataDisk: dataDisk.map(({ encrypted = false, kmsKeyId = '', ...disk }) => ({
      ...disk,
      KMSKeyId: kmsKeyId,
      encrypted: String(encrypted),
    })),
  });
  return { ...data, ...(imageFamily !== '' && { imageFamily }) };
};
