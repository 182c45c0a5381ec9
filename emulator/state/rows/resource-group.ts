import type { Row } from '../table.ts';

/** A resource group of an account; it spans all regions. */
export interface ResourceGroup extends Row {
  readonly name: string;
  readonly displayName: string;
  readonly status: 'Creating' | 'OK' | 'PendingDelete';
  /** Milliseconds. */
  readonly createdAt: number;
  readonly tags: Readonly<Record<string, string>>;
}
