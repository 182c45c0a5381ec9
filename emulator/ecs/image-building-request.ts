import { fault } from '../wire/fault.ts';
import { checkDescription, isResourceName } from './names.ts';

/** @throws Fault InvalidParameter for a name, InvalidDescription.Malformed */
export const checkBuildingTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) {
    throw fault('InvalidParameter', {
      Parameter: 'Name',
      Reason: 'it must have 2 to 128 characters, a letter first',
    });
  }
  checkDescription(description);
};

/** One of the known values; the first one where none is given. @throws Fault InvalidParameter */
export const choice = <Value extends string>(
  parameter: string,
  value: string | undefined,
  known: readonly [Value, ...Value[]],
): Value => {
  if (value === undefined || value === '') return known[0];
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: `it must be ${known.join(' or ')}` });
  }
  return found;
};
