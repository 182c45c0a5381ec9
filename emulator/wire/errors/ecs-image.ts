import { defineErrors } from './define.ts';

/** Errors of images, snapshots, disks, their sharing, and tags. */
export const ecsImageErrors = defineErrors({
  'Duplicate.TagKey': [400, 'The tag key {Key} is given more than once.'],
  'QuotaExceed.Tags': [403, 'A resource can have at most {Limit} tags.'],
});
