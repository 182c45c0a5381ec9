import type { Transitions } from '../context.ts';

/** VPCs and VSwitches: what happens when a scheduled change of status falls due. */
export const vpcTransitions: Transitions = {};
