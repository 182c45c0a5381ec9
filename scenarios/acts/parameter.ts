import type { Arguments } from '../bindings/binding.ts';
import { ScenarioError } from '../drivers/scenario-error.ts';

/** A parameter of an act as text. @throws ScenarioError if it is none */
export const parameter = (given: Arguments, name: string): string => {
  const value = given[name];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new ScenarioError(`the parameter "${name}" of the act must be a text, not ${JSON.stringify(value)}`);
};
