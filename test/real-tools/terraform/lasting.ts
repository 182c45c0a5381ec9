import type { TableName } from '../../../emulator/state/tables.ts';

/**
 * What no action of the API takes away, with its name in the API's actions: records of what was done, what was
 * bought for a time, and a setting that an account always has. The provider's delete calls nothing for the latter two,
 * and says so in its log; an account that has nothing else is as empty as it can be.
 */
export const lasting: Readonly<Partial<Record<TableName, string>>> = {
  clientTokens: 'ClientToken',
  invocations: 'Invocation',
  ecsTasks: 'Task',
  imagePipelineExecutions: 'ImagePipelineExecution',
  elasticityAssurances: 'ElasticityAssurance',
  storageCapacityUnits: 'StorageCapacityUnit',
  reservedInstances: 'ReservedInstance',
  businessBehaviors: 'UserBusinessBehavior',
};

/** Actions that take a thing away. @param thing "Disk" */
export const deletionsOf = (thing: string, actions: readonly string[]): string[] =>
  actions.filter((action) => new RegExp(`^(Delete|Release|Remove|Terminate)${thing}s?$`).test(action));
