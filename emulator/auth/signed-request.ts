/** What a signed request claims, whichever version its signature has. */
export interface SignedRequest {
  /** The text that the client had to sign. */
  readonly stringToSign: string;
  /** The client's signature. */
  readonly signature: Buffer;
  /** The signature that is right, for a secret. */
  readonly sign: (secret: string) => Buffer;
  /** Time of signing as the client wrote it. */
  readonly timestamp: string;
  /** Used once only. */
  readonly nonce: string;
}
