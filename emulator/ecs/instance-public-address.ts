import type { Context } from '../context.ts';

/** First octets of ranges that ECS gives public addresses from. */
const firstOctets = [8, 39, 47, 101, 112, 114, 116, 118, 120, 121, 123, 139] as const;

/** A public IPv4 address. There are 195 million of them, so that two alike are not to be expected. */
export const newPublicAddress = (context: Context): string => {
  const first = firstOctets[context.randomInteger(firstOctets.length)] ?? firstOctets[0];
  return `${first}.${context.randomInteger(250)}.${context.randomInteger(256)}.${1 + context.randomInteger(254)}`;
};
