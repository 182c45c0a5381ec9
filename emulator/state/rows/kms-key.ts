import type { Row } from '../table.ts';

/** A customer master key. */
export interface KmsKey extends Row {
  readonly description: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport';
  readonly keySpec: string;
  /** "ENCRYPT/DECRYPT" or "SIGN/VERIFY". */
  readonly keyUsage: string;
  readonly origin: string;
  readonly protectionLevel: string;
  readonly isRotated: boolean;
  /** As given: "365d", "604800s"; empty where the key is not rotated. */
  readonly rotationInterval: string;
  readonly isProtected: boolean;
  readonly protectionDescription: string;
  /** JSON; the default policy where none was given. */
  readonly policy: string;
  readonly primaryKeyVersion: string;
  /** Milliseconds. */
  readonly createdAt: number;
  /** Milliseconds; null unless the deletion is scheduled. */
  readonly deletedAt: number | null;
  readonly tags: Readonly<Record<string, string>>;
}
