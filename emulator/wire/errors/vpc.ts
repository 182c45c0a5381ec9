import { defineErrors } from './define.ts';

/** Errors of VPCs and VSwitches. */
export const vpcErrors = defineErrors({});
