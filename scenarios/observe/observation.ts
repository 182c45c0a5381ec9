/** What Terraform was seen to do with the block of a page's example. */
import type { Value } from '../scenario.ts';

/** One argument or attribute at the top level; null where nothing could be seen. */
export interface ObservedMember {
  readonly name: string;
  /** Does the example leave it out? */
  readonly isLeftOut: boolean;
  /** Did Terraform take a value for it? */
  readonly settable: boolean | null;
  /** What the provider says of it where it warns of it. */
  readonly deprecated: string | null;
  /** Does a change of it make a new resource? Null as well where some changes do and some do not. */
  readonly forceNew: Seen<boolean> | null;
  /** Is it filled in where the configuration leaves it out? A default that the provider plans is none. */
  readonly computed: Seen<boolean> | null;
  /** What the provider plans where the configuration leaves it out. */
  readonly default: Seen<Value> | null;
}

/** What was seen, with the words for a report. */
export interface Seen<Of> {
  readonly value: Of;
  readonly seen: string;
}

export interface Observation {
  /** "alicloud_disk.ecs_disk" */
  readonly address: string;
  /** Was the example carried out? If not, Terraform only planned it. */
  readonly applied: boolean;
  /** Everything at the top level of the block's state. */
  readonly members: readonly ObservedMember[];
}
