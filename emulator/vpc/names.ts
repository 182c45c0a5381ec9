import type { ErrorCode } from '../wire/fault.ts';
import { fault } from '../wire/fault.ts';

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/**
 * Checks a name: 1 to 128 characters, no URL (API pages CreateVpc, CreateVSwitch). None, or an empty one,
 * is fine.
 * @param code the fault's, which differs by resource
 */
export const checkName = (name: string | undefined, code: ErrorCode): string => {
  if (name !== undefined && (name.length > 128 || isUrl(name))) throw fault(code);
  return name ?? '';
};

/** Checks a description: up to 256 characters, no URL. */
export const checkDescription = (description: string | undefined, code: ErrorCode): string => {
  if (description !== undefined && (description.length > 256 || isUrl(description))) throw fault(code);
  return description ?? '';
};

/** Longest texts of VPC's resources; a description has up to 256 characters. */
const longestName = 128;
const longestDescription = 256;

/**
 * Checks a text that a resource is called or described by, where the API's pages name no fault of its own.
 * @param parameter its name on the wire; one that ends in Description may be longer
 * @returns undefined where none is given
 * @throws Fault InvalidParameter
 */
export const readText = (parameter: string, text: string | undefined): string | undefined => {
  const longest = parameter.endsWith('Description') ? longestDescription : longestName;
  if (text === undefined || (text.length <= longest && !isUrl(text))) return text;
  throw fault('InvalidParameter', {
    Parameter: parameter,
    Reason: `it has up to ${longest} characters and does not begin with http:// or https://`,
  });
};
