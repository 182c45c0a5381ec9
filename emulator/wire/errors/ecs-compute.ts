import { defineErrors } from './define.ts';

/** Errors of instances, disks, network interfaces and security groups. */
export const ecsComputeErrors = defineErrors({});
