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
