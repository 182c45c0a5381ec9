/** What the API takes and answers for one type, whichever way its binding is written. */
import type { Surface } from '../surface.ts';
import type { WireField } from './wire-fields.ts';

/**
 * Where an argument goes: the parameters that it may set, none where no request has one, or null where that is not
 * its way: the provider acts on it itself, or puts it into words of its own.
 */
export type Parameters = readonly WireField[] | null;

export interface ApiModel {
  /** Requests that carry arguments, in the order in which they are searched. */
  readonly write: readonly string[];
  /** The response that is read back; null where it is that of another type's. */
  readonly read: string | null;
  parametersOf(path: readonly string[]): Parameters;
  /** Are the argument's values the provider's own, and not those of the parameter? */
  isTranslated(path: readonly string[]): boolean;
  /** Fields of one item of the response that no entry of the page reads. */
  unreadFields(surface: Surface): readonly WireField[];
}
