import { fault } from '../wire/fault.ts';

/**
 * A parameter that has one of a few values.
 * @param value what the request has; empty counts as none
 * @param choices the first one holds where none is given
 * @throws Fault InvalidParameter
 */
export const readChoice = <const Choice extends string>(
  parameter: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice => {
  if (value === undefined || value === '') return choices[0];
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw fault('InvalidParameter', {
    Parameter: parameter,
    Reason: `it must be one of ${choices.join(', ')}`,
  });
};
