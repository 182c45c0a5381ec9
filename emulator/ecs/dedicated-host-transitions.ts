import type { Transitions } from '../context.ts';

/** Lifelike time that a host takes to be there, in milliseconds. */
export const hostCreationTime = 30_000;

export const dedicatedHostTransitions: Transitions = {
  'dedicated-host.available': (id, { tables }) => {
    if (tables.dedicatedHosts.get(id) !== undefined)
      tables.dedicatedHosts.update(id, { status: 'Available' });
  },
};
