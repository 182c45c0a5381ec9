import type { Transitions } from '../context.ts';

/** Images, snapshots and disks: what happens when a scheduled change of status falls due. */
export const imageTransitions: Transitions = {};
