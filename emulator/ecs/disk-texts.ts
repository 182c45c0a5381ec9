/**
 * Names of disks and snapshots: 2 to 128 characters that begin with a letter and no URL; letters are those
 * of any script (limits.json, nameLength).
 */
export const isName = (name: string): boolean => /^\p{L}[\p{L}\p{N}.:_-]{1,127}$/u.test(name) && !isUrl(name);

/** Descriptions: 2 to 256 characters, no URL (limits.json, descriptionLength). */
export const isDescription = (description: string): boolean =>
  description.length >= 2 && description.length <= 256 && !isUrl(description);

const isUrl = (text: string): boolean => /^https?:\/\//.test(text);
