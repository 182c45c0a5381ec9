import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import type { LaunchRequest } from './instance-launch-request.ts';

/** @throws Fault InvalidInternetChargeType.ValueNotSupported */
export const readInternetChargeType = (value = ''): Instance['internetChargeType'] => {
  if (value === '' || value === 'PayByTraffic') return 'PayByTraffic';
  if (value === 'PayByBandwidth') return value;
  throw fault('InvalidInternetChargeType.ValueNotSupported', { Value: value });
};

/** Mbit/s, 0 to 100. @throws Fault InvalidInternetMaxBandwidthOut.Malformed */
export const checkBandwidthOut = (value: number): number => {
  if (value >= 0 && value <= 100) return value;
  throw fault('InvalidInternetMaxBandwidthOut.Malformed', { Value: value });
};

/** Mbit/s, 1 to 100. @throws Fault InvalidInternetMaxBandwidthIn.Malformed */
export const checkBandwidthIn = (value: number): number => {
  if (value >= 1 && value <= 100) return value;
  throw fault('InvalidInternetMaxBandwidthIn.Malformed', { Value: value });
};

/**
 * Inbound bandwidth is what the caller says; else 10, or the outbound one where that is higher
 * (RunInstances.md, InternetMaxBandwidthIn).
 */
export const readInternet = (request: LaunchRequest) => {
  const { internetMaxBandwidthIn: bandwidthIn } = request;
  const bandwidthOut = checkBandwidthOut(request.internetMaxBandwidthOut ?? 0);
  const defaultIn = Math.max(10, bandwidthOut);
  return {
    internetChargeType: readInternetChargeType(request.internetChargeType),
    internetMaxBandwidthOut: bandwidthOut,
    internetMaxBandwidthIn: bandwidthIn === undefined ? defaultIn : checkBandwidthIn(bandwidthIn),
  };
};

const days = 24 * 60 * 60 * 1000;

/** Periods that are sold, by unit (RunInstances.md, Period). */
const soldPeriods: Readonly<Record<'Week' | 'Month' | 'Year', readonly number[]>> = {
  Week: [1, 2, 3, 4],
  Month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60],
  Year: [1, 2, 3, 4, 5],
};

type Period = NonNullable<Instance['period']>;

const isUnit = (unit: string): unit is Period['unit'] => unit in soldPeriods;

/** @throws Fault InvalidPeriod, InvalidPeriodType.ValueNotSupported */
export const readPeriod = (amount: number | undefined, unit = 'Month'): Period => {
  if (!isUnit(unit)) throw fault('InvalidPeriodType.ValueNotSupported', { PeriodUnit: unit });
  if (amount === undefined || !soldPeriods[unit].includes(amount)) {
    throw fault('InvalidPeriod', { Period: amount ?? '(none)', PeriodUnit: unit });
  }
  return { amount, unit };
};

/** End of a period that begins now; milliseconds. */
export const endOfPeriod = (now: number, { amount, unit }: Period): number => {
  if (unit === 'Week') return now + amount * 7 * days;
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + amount * (unit === 'Year' ? 12 : 1));
  return end.getTime();
};

/** @throws Fault InvalidInstanceChargeType.NotFound */
export const readChargeType = (value = ''): Instance['instanceChargeType'] => {
  if (value === '' || value === 'PostPaid') return 'PostPaid';
  if (value === 'PrePaid') return value;
  throw fault('InvalidInstanceChargeType.NotFound', { Value: value });
};

/** How the instance is paid: as you go or by a period, which may renew itself. */
export const readCharge = (request: LaunchRequest, { now }: Context) => {
  const instanceChargeType = readChargeType(request.instanceChargeType);
  if (instanceChargeType === 'PostPaid') {
    return { instanceChargeType, period: null, autoRenew: null, expiresAt: null };
  }
  const period = readPeriod(request.period, request.periodUnit);
  return {
    instanceChargeType,
    period,
    autoRenew: { enabled: request.autoRenew ?? false, duration: request.autoRenewPeriod ?? 1 },
    expiresAt: endOfPeriod(now, period),
  };
};

const spotStrategies = ['NoSpot', 'SpotWithPriceLimit', 'SpotAsPriceGo'] as const;

/** @throws Fault InvalidSpotStrategy, InvalidSpotPrepaid, InvalidSpotPriceLimit, InvalidSpotDuration */
export const readSpot = (request: LaunchRequest) => {
  const { spotStrategy: asked = '', spotPriceLimit = 0, spotDuration, spotInterruptionBehavior } = request;
  const spotStrategy = spotStrategies.find((strategy) => strategy === (asked === '' ? 'NoSpot' : asked));
  if (spotStrategy === undefined) throw fault('InvalidSpotStrategy', { Value: asked });
  const isSpot = spotStrategy !== 'NoSpot';
  if (isSpot && request.instanceChargeType === 'PrePaid') throw fault('InvalidSpotPrepaid');
  if (spotStrategy === 'SpotWithPriceLimit' && spotPriceLimit <= 0) throw fault('InvalidSpotPriceLimit');
  if (spotDuration !== undefined && (spotDuration < 0 || spotDuration > 6)) {
    throw fault('InvalidSpotDuration', { Value: spotDuration });
  }
  return {
    spotStrategy,
    spotPriceLimit: spotStrategy === 'SpotWithPriceLimit' ? spotPriceLimit : 0,
    spotDuration: isSpot ? (spotDuration ?? 1) : 0,
    spotInterruptionBehavior:
      spotInterruptionBehavior === 'Stop' ? ('Stop' as const) : ('Terminate' as const),
  };
};

/** Of burstable types; Standard unless the request says otherwise. @throws Fault InvalidParameter.CreditSpecification */
export const readCredit = (value: string | undefined, type: InstanceType): string => {
  const asked = value ?? '';
  if (!['', 'Standard', 'Unlimited'].includes(asked) || (asked !== '' && type.credit === null)) {
    throw fault('InvalidParameter.CreditSpecification');
  }
  if (type.credit === null) return '';
  return asked === '' ? 'Standard' : asked;
};

/** How the metadata server can be asked from inside. */
export const readMetadataOptions = (
  request: Pick<LaunchRequest, 'httpEndpoint' | 'httpTokens' | 'httpPutResponseHopLimit'>,
  before?: Instance['metadataOptions'],
): Instance['metadataOptions'] => {
  const { httpEndpoint = '', httpTokens = '', httpPutResponseHopLimit: hops } = request;
  if (!['', 'enabled', 'disabled'].includes(httpEndpoint)) {
    throw fault('InvalidHttpEndpoint.NotSupported', { Value: httpEndpoint });
  }
  if (!['', 'optional', 'required'].includes(httpTokens)) {
    throw fault('InvalidHttpTokens.NotSupported', { Value: httpTokens });
  }
  if (hops !== undefined && (hops < 1 || hops > 64)) {
    throw fault('InvalidHttpPutResponseHopLimit.NotSupported', { Value: hops });
  }
  return {
    httpEndpoint: httpEndpoint === '' ? (before?.httpEndpoint ?? 'enabled') : httpEndpoint,
    httpTokens: httpTokens === '' ? (before?.httpTokens ?? 'optional') : httpTokens,
    httpPutResponseHopLimit: hops ?? before?.httpPutResponseHopLimit ?? 1,
  };
};

const halfAnHour = 30 * 60 * 1000;

/**
 * A UTC time, at least half an hour from now; seconds do not count. An empty text means none
 * (RunInstances.md, AutoReleaseTime).
 * @returns "2018-01-01T12:05Z", as DescribeInstances tells it
 * @throws Fault InvalidAutoReleaseTime.Malformed
 */
export const readAutoReleaseTime = (text: string, now: number): string => {
  if (text === '') return '';
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!(time >= now + halfAnHour)) throw fault('InvalidAutoReleaseTime.Malformed');
  return `${text.slice(0, 16)}Z`;
};
