import type { Value } from '../scenario.ts';
import type { Api } from './api.ts';

export type { Api, OssAnswer, OssCall } from './api.ts';

export type Arguments = Readonly<Record<string, Value>>;
export type Attributes = Record<string, Value>;

/** Terraform's types, as far as they matter here: a block that may repeat is a list of objects. */
export type ArgumentType = 'string' | 'number' | 'bool' | 'list' | 'map' | 'blocks';

/**
 * What the provider's schema says of an argument (v1.240.0: type, required and computed from the schema
 * file; forceNew, default and allowed values from the resource's Go file, which the binding names).
 */
export interface ArgumentFacts {
  readonly type: ArgumentType;
  readonly required?: true;
  /** A change makes a new resource. */
  readonly forceNew?: true;
  /** The API fills it in where the configuration has none. */
  readonly computed?: true;
  readonly deprecated?: true;
  /** The value that the provider takes where the configuration has none. */
  readonly default?: Value;
  /** Written, but never read back (passwords and the like); an import does not bring it. */
  readonly writeOnly?: true;
  /** The values that the provider's own check lets through. */
  readonly allowed?: readonly Value[];
  /** The form that the provider's own check asks for. */
  readonly pattern?: RegExp;
  /** Least and greatest number, or number of characters. */
  readonly range?: readonly [least: number, most: number];
  /** What the blocks of this name hold. */
  readonly members?: Readonly<Record<string, ArgumentFacts>>;
}

/** Rules over several arguments, checked before any call. */
export interface ArgumentRules {
  readonly exactlyOneOf?: readonly (readonly string[])[];
  readonly atLeastOneOf?: readonly (readonly string[])[];
  readonly conflicting?: readonly (readonly string[])[];
}

/** Minutes that the provider waits, by operation; one that has no timeout of its own is missing. */
export type Timeouts = Readonly<Partial<Record<'create' | 'read' | 'update' | 'delete', number | undefined>>>;

interface Common {
  /** "alicloud_vpc" */
  readonly type: string;
  /** Settable arguments of the top level, deprecated names too. A name that is not here is refused. */
  readonly arguments: Readonly<Record<string, ArgumentFacts>>;
  readonly rules?: ArgumentRules;
}

/** How a resource type is carried out with the SDK, doing what the provider does. */
export interface ResourceBinding extends Common {
  readonly kind: 'resource';
  /** Creates it and waits until it is ready. @returns the id that the provider gives it */
  create(values: Arguments, api: Api): Promise<string>;
  /**
   * Arguments and attributes by name, `id` included; null if it is gone. A malformed id throws InvalidIdError.
   * @param known what is known of it already, where the id alone does not tell; after an import there is nothing
   */
  read(id: string, api: Api, known: Arguments): Promise<Attributes | null>;
  /**
   * Changes arguments in place; only called with arguments that are not ForceNew.
   * @param changes the arguments that change, with their new values; null: taken away
   * @param values the whole configuration after the change
   */
  update(id: string, changes: Arguments, api: Api, values: Arguments): Promise<void>;
  /**
   * Deletes it and waits until it is gone; if it is gone already, that is fine.
   * @param values the arguments that it was made with, since some say how to delete
   */
  delete(id: string, api: Api, values: Arguments): Promise<void>;
}

/** How a data source is queried with the SDK. */
export interface DataBinding extends Common {
  readonly kind: 'data';
  query(values: Arguments, api: Api): Promise<Attributes>;
}

export type Binding = ResourceBinding | DataBinding;

/** An id that cannot be one of this type, e.g. of the wrong number of parts. */
export class InvalidIdError extends Error {
  constructor(type: string, id: string, expected: string) {
    super(`"${id}" is no id of ${type}: expected ${expected}`);
    this.name = 'InvalidIdError';
  }
}

/** The provider itself refuses the values, before or between its calls. */
export class InvalidArgumentsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidArgumentsError';
  }
}
