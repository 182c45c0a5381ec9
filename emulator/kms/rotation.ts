import { fault } from '../wire/fault.ts';

const secondsPer: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** "365d" in milliseconds; 0 for what is no interval. */
export const rotationMilliseconds = (interval: string): number => {
  const [, number = '0', unit = 's'] = /^(\d+)([dhms])$/.exec(interval) ?? [];
  return Number(number) * (secondsPer[unit] ?? 0) * 1000;
};

const day = 86_400_000;

/** A rotation takes 7 to 730 days (KMS, UpdateRotationPolicy). @throws Fault MissingParameter, InvalidParameter */
export const checkRotation = (interval: string | undefined): void => {
  if (interval === undefined || interval === '') {
    throw fault('MissingParameter', { Parameter: 'RotationInterval' });
  }
  const milliseconds = rotationMilliseconds(interval);
  if (milliseconds < 7 * day || milliseconds > 730 * day) {
    throw fault('InvalidParameter', { Parameter: 'RotationInterval', Reason: 'it must be from 7d to 730d' });
  }
};
