import { imageRules } from './images.ts';
import { instanceRules } from './instances.ts';
import { networkRules } from './network.ts';

/** Every rule that can be switched off with `createEmulator({ withoutRules: […] })`. */
export const rules = { ...imageRules, ...instanceRules, ...networkRules };

export type RuleId = keyof typeof rules;
