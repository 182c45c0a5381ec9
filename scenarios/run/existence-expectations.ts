/** Expectations of what is there and what is not, asked of the API anew. */
import type { Having, Seen, Unmet } from './expectation.ts';
import { valuesEqual } from './equality.ts';
import { inWords, outcomeInWords } from './words.ts';

export const checkExists = async (
  { exists: address }: Having<'exists'>,
  seen: Seen,
): Promise<Unmet | null> => {
  const expected = `${address} exists`;
  const state = seen.lastKnown(address);
  if (state === undefined) return { expected, observed: `${address} was never made` };
  const found = await seen.session.read(state);
  return found === null ? { expected, observed: `the API has no ${state.type} ${state.id}` } : null;
};

export const checkGone = async ({ gone: address }: Having<'gone'>, seen: Seen): Promise<Unmet | null> => {
  const state = seen.lastKnown(address);
  if (state === undefined) return null;
  const found = await seen.session.read(state);
  return found === null
    ? null
    : { expected: `${address} is gone`, observed: `the API still has ${state.type} ${state.id}` };
};

/** A new resource stands under the address, and the one before it is gone. */
export const checkReplaced = async (
  { replaced: address }: Having<'replaced'>,
  seen: Seen,
): Promise<Unmet | null> => {
  const { outcome, session } = seen;
  const expected = `${address} is replaced: deleted and made anew`;
  if (!outcome.ok) return { expected, observed: outcomeInWords(outcome) };
  if (!outcome.replaced) return { expected, observed: `${address} was changed in place, or not at all` };
  const before = session.previous(address);
  const after = session.state(address);
  if (before === undefined || after === undefined || before.id === after.id) return null;
  return (await session.read(before)) === null
    ? null
    : { expected, observed: `the former ${before.type} ${before.id} still exists beside ${after.id}` };
};

export const checkUpdatedInPlace = (
  { updatedInPlace: address }: Having<'updatedInPlace'>,
  { outcome }: Seen,
): Unmet | null => {
  const expected = `${address} is changed in place`;
  if (!outcome.ok) return { expected, observed: outcomeInWords(outcome) };
  return outcome.replaced ? { expected, observed: `${address} was deleted and made anew` } : null;
};

/**
 * Both have the same id, arguments and attributes, as far as the API tells of them: what is written only,
 * such as a password, is in the state of the one that was created, but in no state of an import.
 */
export const checkSameState = (
  { sameState: [one, other] }: Having<'sameState'>,
  { session, lastKnown }: Seen,
): Unmet | null => {
  const expected = `${one} and ${other} have the same state`;
  const [first, second] = [lastKnown(one), lastKnown(other)];
  if (first === undefined || second === undefined) {
    return { expected, observed: `there is no ${first === undefined ? one : other}` };
  }
  if (first.id !== second.id) {
    return { expected, observed: `their ids are "${first.id}" and "${second.id}"` };
  }
  const writeOnly = new Set(session.writeOnly(one));
  const names = new Set([...Object.keys(first.attributes), ...Object.keys(second.attributes)]);
  const different = [...names].find(
    (name) => !writeOnly.has(name) && !valuesEqual(first.attributes[name], second.attributes[name]),
  );
  if (different === undefined) return null;
  return {
    expected,
    observed:
      `${different} is ${inWords(first.attributes[different])} in ${one} ` +
      `and ${inWords(second.attributes[different])} in ${other}`,
  };
};

export const checkAccountIsEmpty = async ({ session }: Seen): Promise<Unmet | null> => {
  const left = await session.leftovers();
  return left.length === 0
    ? null
    : { expected: 'nothing that the scenario made is left', observed: `still there: ${left.join(', ')}` };
};
