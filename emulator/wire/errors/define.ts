export interface ErrorMessage {
  /** HTTP status where the action's own table has none. */
  readonly status: number;
  /** In our own words; `{Name}` is filled in from the fault's details. */
  readonly message: string;
}

/** Keeps the codes as literal types, so that `fault()` takes known codes only. */
export const defineErrors = <Code extends string>(
  errors: Record<Code, readonly [status: number, message: string]>,
): Record<Code, ErrorMessage> => {
  const defined = Object.entries<readonly [number, string]>(errors).map(
    ([code, [status, message]]) => [code, { status, message }] as const,
  );
  return Object.fromEntries(defined) as Record<Code, ErrorMessage>;
};
