import type EcsClient from '@alicloud/ecs20140526';
import type VpcClient from '@alicloud/vpc20160428';
import type { Value } from '../scenario.ts';

/** The official SDK's clients of one account in one region. */
export interface Api {
  readonly ecs: EcsClient.default;
  readonly vpc: VpcClient.default;
  readonly accountId: string;
  readonly regionId: string;
}

export type Arguments = Readonly<Record<string, Value>>;

/** What the provider's schema says of an argument (provider v1.240.0; see the file's header for the source). */
export interface ArgumentFacts {
  readonly required?: true;
  /** A change makes a new resource. */
  readonly forceNew?: true;
  readonly computed?: true;
  readonly deprecated?: true;
  /** The value that the provider sends where the configuration has none. */
  readonly default?: Value;
  /** Written, but never read back (passwords and the like). */
  readonly writeOnly?: true;
}

interface Common {
  /** "alicloud_vpc" */
  readonly type: string;
  /** Settable arguments of the top level, deprecated names too. A name that is not here is refused. */
  readonly arguments: Readonly<Record<string, ArgumentFacts>>;
}

/** How a resource type is carried out with the SDK, doing what the provider does. */
export interface ResourceBinding extends Common {
  readonly kind: 'resource';
  /** Creates it and waits until it is ready. @returns the id that the provider gives it */
  create(values: Arguments, api: Api): Promise<string>;
  /** Arguments and attributes by name, `id` included; null if it is gone. A malformed id throws InvalidIdError. */
  read(id: string, api: Api): Promise<Record<string, Value> | null>;
  /** Changes arguments in place; only called with arguments that are not ForceNew. */
  update(id: string, changes: Arguments, api: Api): Promise<void>;
  /** Deletes it and waits until it is gone; if it is gone already, that is fine. */
  delete(id: string, api: Api): Promise<void>;
}

/** How a data source is queried with the SDK. */
export interface DataBinding extends Common {
  readonly kind: 'data';
  query(values: Arguments, api: Api): Promise<Record<string, Value>>;
}

export type Binding = ResourceBinding | DataBinding;

/** An id that cannot be one of this type, e.g. of the wrong number of parts. */
export class InvalidIdError extends Error {
  constructor(type: string, id: string, expected: string) {
    super(`"${id}" is no id of ${type}: expected ${expected}`);
    this.name = 'InvalidIdError';
  }
}
