import type { Row } from '../table.ts';

/**
 * An SSH key pair. The id is "account/region/name": the name is unique there, and the API has no other id.
 * The private key is never kept.
 */
export interface KeyPair extends Row {
  readonly keyPairName: string;
  /** "ssh-" and what else a key pair's own id has; only CreateKeyPair tells it. */
  readonly keyPairId: string;
  /** MD5 of the public key, as RFC 4716 writes it: "0a:1b:…". */
  readonly fingerprint: string;
  /** "ssh-rsa AAAA…", with the comment that was imported. */
  readonly publicKey: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
