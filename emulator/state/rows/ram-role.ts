import type { Row } from '../table.ts';

/** A policy that is attached to a role. */
export interface AttachedPolicy {
  readonly policyName: string;
  /** "System" or "Custom". */
  readonly policyType: string;
  /** Milliseconds. */
  readonly attachedAt: number;
}

/** A role of an account; RAM knows no regions. The id is "account/name", since names are unique in an account. */
export interface RamRole extends Row {
  readonly roleName: string;
  /** Principal: 18 digits that begin with 3. */
  readonly roleId: string;
  readonly description: string;
  /** JSON, as it was given. */
  readonly assumeRolePolicyDocument: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly policies: readonly AttachedPolicy[];
  /** Milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}
