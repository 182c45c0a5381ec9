import { defineRules } from './define.ts';

/** Rules of instances, network interfaces and security groups. */
export const instanceRules = defineRules({});
