import { defineRules } from './define.ts';

/** Rules of images, their sharing, snapshots and disks. */
export const imageRules = defineRules({});
