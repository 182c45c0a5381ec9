import type { Row } from '../table.ts';

/** Another account's right to attach a network interface. Names are DescribeNetworkInterfacePermissions'. */
export interface NetworkInterfacePermission extends Row {
  readonly networkInterfaceId: string;
  /** Account that the right was given to. */
  readonly grantedTo: string;
  readonly permission: string;
}
