/** Expectations of what came of the step itself. */
import type { Having, Seen, Unmet } from './expectation.ts';
import { valuesEqual } from './equality.ts';
import { inWords, outcomeInWords, refusalInWords } from './words.ts';

const timesOf = ({ verb }: Seen): number => ('createMany' in verb ? verb.createMany.times : 1);

/** What a step that should have been refused has made instead. */
const consequence = ({ verb, session }: Seen): string => {
  const address =
    'create' in verb
      ? verb.create.address
      : 'createMany' in verb
        ? `${verb.createMany.address}-${(verb.createMany.from ?? 1) + verb.createMany.times - 1}`
        : undefined;
  const made = address === undefined ? undefined : session.state(address);
  return made === undefined ? '' : `; now there is ${made.type} ${made.id}`;
};

export const checkSucceeds = (seen: Seen): Unmet | null =>
  seen.outcome.ok ? null : { expected: 'succeeded', observed: outcomeInWords(seen.outcome, timesOf(seen)) };

export const checkRefused = (expected: Having<'refused'>, seen: Seen): Unmet | null => {
  const { refused, codes = [] } = expected;
  const { outcome } = seen;
  const met =
    !outcome.ok &&
    (refused.length === 0 ? outcome.kind !== 'not-implemented' : refused.includes(outcome.kind)) &&
    (codes.length === 0 || codes.includes(outcome.code));
  if (met) return null;
  return {
    expected: refusalInWords(refused, codes),
    observed: `${outcomeInWords(outcome, timesOf(seen))}${outcome.ok ? consequence(seen) : ''}`,
  };
};

export const checkDocumented = (expected: Having<'documented'>, { session }: Seen): Unmet | null => {
  const [documented, actual] = [session.resolve(expected.documented), session.resolve(expected.actual)];
  if (valuesEqual(documented, actual)) return null;
  return { expected: `the page states ${inWords(actual)}`, observed: `it states ${inWords(documented)}` };
};

export const checkResult = (expected: Having<'result'>, seen: Seen): Unmet | null => {
  const { outcome, session } = seen;
  const wanted = session.resolve(expected.result);
  if (outcome.ok && valuesEqual(outcome.result, wanted)) return null;
  return {
    expected: `the result ${inWords(wanted)}`,
    observed: outcome.ok ? `the result ${inWords(outcome.result)}` : outcomeInWords(outcome),
  };
};
