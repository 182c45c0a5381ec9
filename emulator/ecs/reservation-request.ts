import { findInstanceType } from '../catalog/instance-types.ts';
import { isSoldIn } from '../catalog/supply.ts';
import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { checkDescription, isResourceName } from './names.ts';
import { zoneOf } from './zone-lookup.ts';

const day = 24 * 60 * 60_000;

/** Reservations begin within 180 days (CreateCapacityReservation.md, StartTime). */
const furthestStart = 180 * day;

/**
 * When a reservation begins: now, or at a UTC time to come.
 * @throws Fault InvalidStartTime.MalFormed, InvalidStartTime.NotSupported
 */
export const readStart = (text: string | undefined, now: number) => {
  if (text === undefined || text === '') return { startTimeType: 'Now' as const, startsAt: now };
  const time = readTime(text);
  if (time === undefined) throw fault('InvalidStartTime.MalFormed', { Value: text });
  if (time > now + furthestStart) throw fault('InvalidStartTime.NotSupported', { Value: text });
  return time <= now
    ? { startTimeType: 'Now' as const, startsAt: now }
    : { startTimeType: 'Later' as const, startsAt: time };
};

/** "2024-01-01T00:00Z", with or without seconds. @returns milliseconds; undefined for anything else */
export const readTime = (text: string): number | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) ? Date.parse(text) : undefined;

/** The one zone and the one instance type that a reservation is for. */
export const readPlace = (
  context: Context,
  zoneIds: readonly string[],
  instanceType: string,
): { zoneId: string; instanceType: string } => {
  const zoneId = zoneOf(context, zoneIds[0]);
  if (findInstanceType(instanceType) === undefined) {
    throw fault('InvalidInstanceType.NotSupported', { InstanceType: instanceType });
  }
  if (!isSoldIn(instanceType, zoneId) && context.enforces('instance.type-in-zone')) {
    throw fault('OperationDenied.NoStock');
  }
  return { zoneId, instanceType };
};

/** @throws Fault InvalidParameter.Name, InvalidDescription.Malformed */
export const checkReservationTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) throw fault('InvalidParameter.Name', { Name: name });
  checkDescription(description);
};

/** 1 to 1,000 (CreateElasticityAssurance metadata, InstanceAmount). @throws Fault InvalidParameter */
export const readInstanceAmount = (amount: number): number => {
  if (amount >= 1 && amount <= 1000) return amount;
  throw fault('InvalidParameter', { Parameter: 'InstanceAmount', Reason: 'it must be from 1 to 1000' });
};

/** Open: instances of the type take from it by themselves; Target: only those that name it. */
export const readMatchCriteria = (value = ''): 'Open' | 'Target' => {
  if (value === '' || value === 'Open') return 'Open';
  if (value === 'Target') return value;
  throw fault('InvalidParameter', {
    Parameter: 'PrivatePoolOptions.MatchCriteria',
    Reason: 'it must be Open or Target',
  });
};
