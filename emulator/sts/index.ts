/** Every file of STS actions. An exported function named as an action is that action. */
export * from './identity.ts';
