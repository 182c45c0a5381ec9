import type { Row } from '../table.ts';

/** Temporary keys of a role that was assumed. The id is the access key id. */
export interface RoleSession extends Row {
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly roleName: string;
  readonly roleSessionName: string;
  /** Principal of the role: "300…". */
  readonly roleId: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}
