import type { Fault } from '../wire/fault.ts';

/**
 * Ids of a parameter such as DiskIds: a JSON list of texts (`["d-1", "d-2"]`); a single id and ids with
 * commas between are taken as well, as ECS does.
 * @param refusal makes the fault for a text that is neither
 * @returns each id once
 */
export const readIds = (text: string, refusal: () => Fault): string[] => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[')) return unique(trimmed.split(',').map((id) => id.trim()));
  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    throw refusal();
  }
  if (!Array.isArray(parsed) || !parsed.every((id) => typeof id === 'string')) throw refusal();
  return unique(parsed);
};

const unique = (ids: string[]): string[] => {
  // Most calls are for one.
  if (ids.length === 1 && ids[0] !== '') return ids;
  return [...new Set(ids)].filter((id) => id !== '');
};
