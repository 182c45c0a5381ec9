import type { Transitions } from '../context.ts';

/** Instances: what happens when a scheduled change of status falls due. */
export const instanceTransitions: Transitions = {};
