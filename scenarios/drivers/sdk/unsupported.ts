import { actNamed, actNames } from '../../acts/index.ts';
import { bindingFor, typeAt } from '../../bindings/index.ts';
import type { Scenario, Verb } from '../../scenario.ts';

/** Why the sdk driver cannot carry a scenario out: a type without binding, or an act that there is not. */
export const unsupportedIn = (scenario: Scenario): string | null => {
  const addresses = [
    ...scenario.given.map(({ address }) => address),
    ...scenario.steps.flatMap(({ when }) => addressesOf(when)),
  ];
  for (const address of addresses) {
    const { kind, type } = typeAt(address);
    if (bindingFor(kind, type) === undefined) {
      return `the driver sdk has no binding for the ${kind === 'data' ? 'data source' : 'resource'} ${type}`;
    }
  }
  return unknownAct(scenario);
};

/** Names an act of the scenario that there is not; null if there is each of them. */
export const unknownAct = (scenario: Scenario): string | null => {
  const acts = scenario.steps.flatMap(({ when }) => ('act' in when ? [when.act] : []));
  const unknown = acts.find((name) => actNamed(name) === undefined);
  if (unknown === undefined) return null;
  return `there is no act "${unknown}"; there are: ${actNames().join(', ')}`;
};

const addressesOf = (verb: Verb): string[] => {
  if ('create' in verb) return [verb.create.address];
  if ('createMany' in verb) return [verb.createMany.address];
  if ('import' in verb) return [verb.import.address];
  if ('update' in verb) return [verb.update.address];
  return [];
};
