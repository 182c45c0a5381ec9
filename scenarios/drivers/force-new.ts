/** Which changes Terraform makes by deleting and creating anew. */
import { isObject } from '../bindings/argument-values.ts';
import type { ArgumentFacts } from '../bindings/binding.ts';
import { valuesEqual } from '../run/equality.ts';
import type { Value } from '../scenario.ts';

/**
 * Whether a change of an argument is one of what cannot change in place: of itself, or of a member of its blocks that
 * is ForceNew. What the API fills in does not change where the configuration says nothing of it.
 */
export const asksForNew = (facts: ArgumentFacts | undefined, before: Value, after: Value): boolean => {
  if (facts === undefined) return false;
  if (facts.forceNew === true) return true;
  const members = Object.entries(facts.members ?? {});
  const [were, are] = [blocksIn(before), blocksIn(after)];
  const longer = were.length > are.length ? were : are;
  return longer.some((_, at) =>
    members.some(([name, member]) => {
      const was = memberOf(were[at], name) ?? member.default;
      const is = memberOf(are[at], name) ?? member.default;
      const isLeft = is === undefined && member.computed === true;
      return !isLeft && !valuesEqual(was, is) && asksForNew(member, was ?? null, is ?? null);
    }),
  );
};

const blocksIn = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

const memberOf = (block: Value | undefined, name: string): Value | undefined =>
  isObject(block) ? (block[name] ?? undefined) : undefined;
