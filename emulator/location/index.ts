/** Every file of actions of the Location service. An exported function named as an action is that action. */
export * from './endpoints.ts';
