/** An error reply of the API, as the official SDK throws it. */
export interface ApiError {
  /** ECS's error code, e.g. "InvalidImageId.NotFound". */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Without the SDK's "code: 404, " before it and the request id behind it. */
  readonly message: string;
}

/** Reads what the SDK threw; undefined if it is no error reply (a bug, a broken connection). */
export const apiErrorOf = (error: unknown): ApiError | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) return undefined;
  const { code, statusCode, message } = error;
  if (typeof code !== 'string' || typeof statusCode !== 'number') return undefined;
  const text = message.replace(/^(?:\S+: )?code: \d+, /, '').replace(/ request id: \S*$/, '');
  return { code, status: statusCode, message: text };
};

/**
 * Whether the provider takes an error for "it is gone": any 404, or a message with NotFound in it
 * (NotFoundError in the provider's errors.go, v1.240.0).
 */
export const isNotFound = (error: unknown): boolean => {
  const known = apiErrorOf(error);
  return known !== undefined && (known.status === 404 || known.message.includes('NotFound'));
};

/** The same as null where the thing is gone; every other error goes on. */
export const nullIfNotFound = async <T>(call: Promise<T>): Promise<T | null> => {
  try {
    return await call;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
};

/**
 * Carries a deletion out; that it is gone already is fine.
 * @param codes further codes that the provider takes for gone
 */
export const deleteCall = async (call: Promise<unknown>, codes: readonly string[] = []): Promise<void> => {
  try {
    await call;
  } catch (error) {
    if (!isNotFound(error) && !codes.includes(apiErrorOf(error)?.code ?? '')) throw error;
  }
};
