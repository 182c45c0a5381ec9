import { defineRules } from './define.ts';

/** Rules of VPCs and VSwitches. */
export const networkRules = defineRules({});
