import type { Transitions } from '../context.ts';
import { becomes } from '../status-change.ts';

/** Lifelike time that a host takes to be there, in milliseconds. */
export const hostCreationTime = 30_000;

export const dedicatedHostTransitions: Transitions = {
  'dedicated-host.available': becomes(({ dedicatedHosts }) => dedicatedHosts, 'Available'),
};
