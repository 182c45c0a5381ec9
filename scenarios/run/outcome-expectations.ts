/** Expectations of what came of the step itself. */
import type { Having, Seen, Unmet } from './expectation.ts';
import { valuesEqual } from './equality.ts';
import { inWords, outcomeInWords, refusalInWords } from './words.ts';

const timesOf = ({ verb }: Seen): number | null => ('createMany' in verb ? verb.createMany.times : null);

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
    observed: outcomeInWords(outcome, timesOf(seen)),
  };
};

export const checkResult = (expected: Having<'result'>, seen: Seen): Unmet | null => {
  const { outcome, session } = seen;
  const wanted = session.resolve(expected.result);
  if (outcome.ok && valuesEqual(outcome.result, wanted)) return null;
  return {
    expected: `the result ${inWords(wanted)}`,
    observed: outcome.ok ? `the result ${inWords(outcome.result)}` : outcomeInWords(outcome, null),
  };
};
