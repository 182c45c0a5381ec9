import { defineErrors } from './define.ts';

/** Errors of images, snapshots and their sharing. */
export const ecsImageErrors = defineErrors({});
