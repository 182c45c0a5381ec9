import type { Row } from '../table.ts';

/** A code by which servers elsewhere become managed instances. Names are DescribeActivations'. */
export interface Activation extends Row {
  readonly activationCode: string;
  readonly instanceName: string;
  readonly description: string;
  readonly instanceCount: number;
  readonly ipAddressRange: string;
  readonly timeToLiveInHours: number;
  readonly disabled: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A setting of the account in a region; the id is "account/region/key". */
export interface BusinessBehavior extends Row {
  readonly value: string;
}
