/** A documented rule of the API that can be switched off, to prove that a check notices its absence. */
export interface Rule {
  /** What the rule says. */
  readonly statement: string;
  /** Where it is stated: API page, metadata, or client that depends on it. */
  readonly source: string;
}

/** Keeps the ids as literal types, so that `context.enforces()` takes known rules only. */
export const defineRules = <Id extends string>(
  rules: Record<Id, readonly [statement: string, source: string]>,
): Record<Id, Rule> => {
  const defined = Object.entries<readonly [string, string]>(rules).map(
    ([id, [statement, source]]) => [id, { statement, source }] as const,
  );
  return Object.fromEntries(defined) as Record<Id, Rule>;
};
