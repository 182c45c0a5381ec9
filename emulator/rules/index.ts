import { deploymentRules } from './deployment.ts';
import { imageRules } from './images.ts';
import { instanceRules } from './instances.ts';
import { networkRules } from './network.ts';
import { operationsRules } from './operations.ts';

/** Every rule that can be switched off with `createEmulator({ withoutRules: […] })`. */
export const rules = {
  ...deploymentRules,
  ...imageRules,
  ...instanceRules,
  ...networkRules,
  ...operationsRules,
};

export type RuleId = keyof typeof rules;
