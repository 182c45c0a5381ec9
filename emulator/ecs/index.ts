/** Every file of ECS actions. An exported function named as an action is that action. */
export * from './disk-attachment.ts';
export * from './disk-list.ts';
export * from './disk-reinit.ts';
export * from './disk-replace.ts';
export * from './disks.ts';
export * from './image-changes.ts';
export * from './image-copy.ts';
export * from './image-create.ts';
export * from './image-instance-types.ts';
export * from './image-sharing.ts';
export * from './images.ts';
export * from './snapshots.ts';
export * from './tag-listing.ts';
export * from './tag-resources.ts';
export {};
