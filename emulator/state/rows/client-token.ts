import type { Row } from '../table.ts';

/** What a call with a ClientToken answered, so that the same call again answers the same. */
export interface ClientToken extends Row {
  /** Digest of the request's parameters. */
  readonly requestDigest: string;
  /** The response body. */
  readonly body: unknown;
}
