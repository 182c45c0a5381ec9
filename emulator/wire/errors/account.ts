import { defineErrors } from './define.ts';

/** Errors of RAM, KMS and Resource Manager; codes and statuses are those of their pages. */
export const accountErrors = defineErrors({
  'DeleteConflict.Role.Policy': [409, 'The role {Role} has policies; detach them first.'],
  'EntityAlreadyExists.ResourceGroup': [409, 'There is a resource group {Name} already.'],
  'EntityAlreadyExists.Role': [409, 'There is a role {Role} already.'],
  'EntityAlreadyExists.Role.Policy': [409, 'The policy {Policy} is attached to the role {Role} already.'],
  'EntityNotExist.Policy': [404, 'The policy {Policy} does not exist.'],
  'EntityNotExist.Role.Policy': [404, 'The policy {Policy} is not attached to the role {Role}.'],
  'EntityNotExists.ResourceGroup': [404, 'The resource group {ResourceGroupId} does not exist.'],
  'Forbidden.DKMSInstanceNotFound': [404, 'The KMS instance {Instance} does not exist.'],
  'Forbidden.KeyNotFound': [404, 'The key {KeyId} does not exist.'],
  'InvalidParameter.MaxSessionDuration': [400, 'MaxSessionDuration must be from {Min} to {Max}.'],
  'InvalidParameter.Name': [400, '{Name} is no name of a resource group.'],
  'InvalidParameter.RoleName.InvalidChars': [
    400,
    'A role name has 1 to 64 letters, digits, dots and hyphens.',
  ],
  MalformedPolicyDocument: [400, 'The policy document cannot be used: {Reason}.'],
  'NoPermission.ResourceGroup.Default': [403, 'The default resource group cannot be changed or deleted.'],
  'Rejected.DeletionProtection': [409, 'The key {KeyId} is protected against deletion.'],
  'Rejected.NotPendingDeletion': [409, 'The deletion of the key {KeyId} is not scheduled.'],
  'Rejected.PendingDeletion': [409, 'The key {KeyId} waits for its deletion.'],
});
