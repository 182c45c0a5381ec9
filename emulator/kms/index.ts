/** The actions of KMS. An exported function named as an action is that action. */
export {
  cancelKeyDeletion,
  disableKey,
  enableKey,
  getKeyPolicy,
  scheduleKeyDeletion,
  setDeletionProtection,
  setKeyPolicy,
  updateKeyDescription,
  updateRotationPolicy,
} from './key-changes.ts';
export { listTagResources, tagResources, untagResources } from './key-tags.ts';
export { createKey, describeKey, listKeys } from './keys.ts';
