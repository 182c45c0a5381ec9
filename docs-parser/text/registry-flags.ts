import type { Flags } from '../page-spec.ts';
import { readFlags } from './flags.ts';

/** Type words of tfplugindocs, as the other pages write them. "Block List" and "Attributes Set" are lists and sets. */
const types: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/\blist\b/i, 'List'],
  [/\bset\b/i, 'Set'],
  [/\bmap\b/i, 'Map'],
  [/^(?:block|attributes|object)\b/i, 'Object'],
  [/^number$/i, 'Number'],
  [/^boolean$/i, 'Bool'],
  [/^string$/i, 'String'],
  [/^dynamic$/i, 'Dynamic'],
];

/**
 * Reads what tfplugindocs writes behind a name: "(Set of String, Sensitive)", "(Block List, Min: 1, Max: 1)".
 * @param text without the parentheses
 */
export const readRegistryFlags = (text: string): Flags => {
  const rest: string[] = [];
  let type: string | null = null;
  for (const token of text.split(',').map((part) => part.trim())) {
    const known: string | undefined =
      type === null ? types.find(([pattern]) => pattern.test(token))?.[1] : undefined;
    if (known !== undefined) type = known;
    // How many blocks there may be, and that a value is never stored: nothing that flags hold.
    else if (!/^(?:min|max): \d+$|^write-only$/i.test(token)) rest.push(token);
  }
  return { ...readFlags(rest.join(', ')), type };
};
