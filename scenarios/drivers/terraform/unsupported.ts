import type { Actor, Scenario, Verb } from '../../scenario.ts';
import { unknownAct } from '../sdk/unsupported.ts';

/**
 * Why the terraform driver cannot carry a scenario out. Terraform reads, changes and deletes a block only
 * with the account that made it.
 */
export const unsupportedIn = (scenario: Scenario): string | null => {
  const makers = new Map<string, Actor>(scenario.given.map(({ address }) => [address, 'owner']));
  for (const { when } of scenario.steps) {
    const made = 'create' in when ? when.create.address : 'import' in when ? when.import.address : undefined;
    if (made !== undefined) makers.set(made, when.as ?? 'owner');
    const address = touchedBy(when);
    const maker = address === undefined ? undefined : makers.get(address);
    if (when.as !== undefined && maker !== undefined && when.as !== maker) {
      return `Terraform cannot touch ${address ?? ''} of the ${maker} as the ${when.as}`;
    }
  }
  return unknownAct(scenario);
};

const touchedBy = (verb: Verb): string | undefined => {
  if ('read' in verb) return verb.read;
  if ('update' in verb) return verb.update.address;
  if ('delete' in verb) return verb.delete;
  return 'deleteAgain' in verb ? verb.deleteAgain : undefined;
};
