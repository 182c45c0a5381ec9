/**
 * Surface: what one source says of one resource or data source, in the same terms whatever the source is.
 * `undefined` means that the source cannot tell (a provider schema knows no ForceNew); `null` and `false`
 * mean that it says there is none. Rules compare only what both sides can tell.
 */
import type { Position } from '../docs-parser/index.ts';

export type SubjectKind = 'resource' | 'data-source';

/** A place in a source, with the text that stands there. */
export interface Place {
  /** What the reader opens: a file, or a name such as "sdk" where there is none. */
  readonly file: string;
  /** Null where the source has no lines: a model in code, a JSON file of one line. */
  readonly position: Position | null;
  /** JSON pointer into the file, for a provider schema. */
  readonly pointer?: string;
  /** The text at the place: one line of a page, a JSON member. */
  readonly quote: string;
}

/** A value with the place that states it. */
export interface Stated<Value> {
  readonly value: Value;
  readonly place: Place;
}

export type ValueType = 'string' | 'number' | 'bool' | 'list' | 'set' | 'map';

export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** An argument or an attribute, at its path from the outermost block. */
export interface Entry {
  readonly path: readonly string[];
  readonly place: Place;
  /** Can a configuration set it? */
  readonly settable: boolean | undefined;
  readonly required: boolean | undefined;
  /** Is it filled in where the configuration leaves it out? True as well for what can only be read. */
  readonly computed: boolean | undefined;
  readonly forceNew: boolean | undefined;
  readonly deprecated: boolean | undefined;
  readonly sensitive: boolean | undefined;
  /** Removed from the provider: it may be described, and cannot be set. */
  readonly removed: boolean;
  readonly type: ValueType | undefined;
  /** Does it hold arguments or attributes of its own? */
  readonly nested: boolean | undefined;
  readonly default: Stated<string> | null | undefined;
  readonly validValues: Stated<readonly string[]> | null | undefined;
  readonly range: Stated<NumberRange> | null | undefined;
  readonly length: Stated<NumberRange> | null | undefined;
  readonly maxItems: Stated<number> | null | undefined;
  /** What it says in words, for two versions of a page; undefined where a source has no words. */
  readonly text: string | undefined;
}

export interface TimeoutFact {
  readonly minutes: number | null | undefined;
  readonly place: Place;
}

export interface Surface {
  /** "alicloud_vpc" */
  readonly name: string;
  readonly kind: SubjectKind;
  /** How a report names the source: "the page", "the provider schema". */
  readonly source: string;
  readonly place: Place;
  /** Is it a page? Of two pages each is complete: what one leaves out is a difference. */
  readonly isPage: boolean;
  /** Was it seen, and not stated? Then a value that is filled in was there to be read. */
  readonly isObserved?: boolean;
  /** Does it tell what is in blocks, and what can be read? What it does not cover is no drift. */
  readonly covers: { readonly nested: boolean; readonly attributes: boolean };
  readonly deprecated: boolean | undefined;
  /** By path, its names joined with dots. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** By operation; undefined where the source knows no timeouts. */
  readonly timeouts: ReadonlyMap<string, TimeoutFact> | undefined;
  readonly id: Stated<string> | null | undefined;
  readonly import: Stated<{ readonly resourceType: string; readonly id: string }> | null | undefined;
}

/** The key of a path in `Surface.entries`. */
export const pathKey = (path: readonly string[]): string => path.join('.');

/** The key of a subject: a resource and a data source may share a name. */
export const subjectKey = ({ kind, name }: Pick<Surface, 'kind' | 'name'>): string => `${kind}:${name}`;

/** An entry of which nothing is known but its path and place. */
export const bareEntry = (path: readonly string[], place: Place): Entry => ({
  path,
  place,
  settable: undefined,
  required: undefined,
  computed: undefined,
  forceNew: undefined,
  deprecated: undefined,
  sensitive: undefined,
  removed: false,
  type: undefined,
  nested: undefined,
  default: undefined,
  validValues: undefined,
  range: undefined,
  length: undefined,
  maxItems: undefined,
  text: undefined,
});
