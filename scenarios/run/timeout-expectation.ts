import type { Having, Seen, Unmet } from './expectation.ts';

const inMinutes = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** The operation has a timeout of its own, and it is as long as the page says. */
export const checkTimeout = (
  { timeoutOf: address, operation, minutes }: Having<'timeoutOf'>,
  { session }: Seen,
): Unmet | null => {
  const expected = `the timeout for ${operation} of ${address} is ${minutes === null ? 'there' : inMinutes(minutes)}`;
  const found = session.timeouts(address)[operation];
  if (found === undefined) return { expected, observed: `the provider has no timeout for ${operation}` };
  return minutes === null || found === minutes ? null : { expected, observed: `it is ${inMinutes(found)}` };
};
