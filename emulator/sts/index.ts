/** Every file of STS actions. An exported function named as an action is that action. */
export * from './assume-role.ts';
export * from './identity.ts';
