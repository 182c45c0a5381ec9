import type { Row } from '../table.ts';

/** Instances of a private pool: what CapacityReservation and ElasticityAssurance have in common. */
interface PrivatePool extends Row {
  readonly name: string;
  readonly description: string;
  readonly matchCriteria: 'Open' | 'Target';
  readonly zoneId: string;
  readonly instanceType: string;
  readonly instanceAmount: number;
  readonly startTimeType: 'Now' | 'Later';
  readonly startsAt: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** Names are DescribeCapacityReservations'. */
export interface CapacityReservation extends PrivatePool {
  readonly status: 'Preparing' | 'Active';
  readonly platform: string;
  /** null: until it is released. */
  readonly endsAt: number | null;
}

/** Names are DescribeElasticityAssurances'. */
export interface ElasticityAssurance extends PrivatePool {
  readonly status: 'Prepared' | 'Active' | 'Released';
  readonly assuranceTimes: string;
  readonly endsAt: number;
}

/** Storage that is paid for in advance. Names are DescribeStorageCapacityUnits'. */
export interface StorageCapacityUnit extends Row {
  readonly status: 'Creating' | 'Active' | 'Pending' | 'Expired';
  readonly name: string;
  readonly description: string;
  /** GiB. */
  readonly capacity: number;
  readonly startsAt: number;
  readonly expiresAt: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A discount on instances that is paid for in advance. Names are DescribeReservedInstances'. */
export interface ReservedInstance extends Row {
  readonly status: 'Creating' | 'Active' | 'Expired';
  readonly reservedInstanceName: string;
  readonly description: string;
  readonly instanceType: string;
  readonly instanceAmount: number;
  readonly offeringType: string;
  readonly platform: string;
  readonly scope: 'Region' | 'Zone';
  readonly zoneId: string;
  readonly startsAt: number;
  readonly expiresAt: number;
  readonly renewal: { readonly enabled: boolean; readonly duration: number; readonly unit: 'Month' | 'Year' };
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
