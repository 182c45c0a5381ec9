const conflicts: readonly RegExp[] = [
  /\bconflicts?(?:ing)?\s+with\s+([^.\n]*)/i,
  /\bcan\s?not be (?:set|specified|used) (?:at the same time (?:as|with)|together with)\s+([^.\n]*)/i,
  /\bone of\s+([^.\n]*?)\s+must be (?:set|specified),?\s+but (?:can\s?not|not) (?:be (?:set|specified) )?(?:at the same time|together)/i,
  /\bmust be (?:set|specified),?\s+but not (?:together )?with\s+([^.\n]*)/i,
];

/**
 * "It conflicts with `a`", "cannot be set at the same time as the `a` parameter", "One of `a` and `b` must be set but
 * can not be set at the same time"
 */
export const conflictingArguments = (text: string): string[] => {
  if (!/conflict|can\s?not|but not/i.test(text)) return [];
  for (const pattern of conflicts) {
    const sentence = pattern.exec(text)?.[1];
    if (sentence !== undefined)
      return [...sentence.matchAll(/`([a-z][a-z0-9_]*)`/g)].map((match) => match[1] ?? '');
  }
  return [];
};

const behind =
  /\b(?:is |must be |are )?(?:required|valid|takes effect|effective)\s+(?:only\s+)?(?:when|if)\s+([^.\n]+)/i;
const before =
  /\b(?:when|if)\s+([^.\n]{1,200}?),\s*(?:this parameter|it|`([a-z]\w*)`)\s+(?:is|must be)\s+(?:required|specified|set)\b/i;

/** "It is required when `b` is `x`", "When `b` is `x`, this parameter is required" */
export const requiredWhen = (text: string, name: string): string | null => {
  if (!/\b(?:when|if)\b/i.test(text)) return null;
  const own = behind.exec(text)?.[1];
  if (own !== undefined) return own.trim();
  const [, condition, about = name] = before.exec(text) ?? [];
  return condition === undefined || about !== name ? null : condition.trim();
};

/** "It cannot be changed", "immutable" */
export const isImmutable = (text: string): boolean =>
  /can(?:not|'t) be (?:changed|modified|updated)|immutable/i.test(text);
