import type { Severity } from '../findings/index.ts';
import type { DriftKind } from './kinds.ts';
import { kinds } from './kinds.ts';
import type { Place, SubjectKind, Surface } from './surface.ts';

/** One side of a drift: the source by name, and the place that states its view or where it would stand. */
export interface Side {
  readonly source: string;
  readonly place: Place;
  /** Does the place state the view? False: it stands for something that is missing there. */
  readonly states: boolean;
}

/** One disagreement of two sources. */
export interface Drift {
  readonly kind: DriftKind;
  readonly severity: Severity;
  readonly subject: { readonly kind: SubjectKind; readonly name: string };
  /** Path of the argument or attribute; null where the drift is about the whole. */
  readonly path: string | null;
  /** What tells two drifts of one kind and path apart, stable over moved lines; mostly empty. */
  readonly detail: string;
  readonly message: string;
  readonly suggestion: string | null;
  /** The side that is looked at, mostly a page: a finding stands there. */
  readonly from: Side;
  readonly against: Side;
  /** For two versions of a page: does the change break configurations that were right before? */
  readonly breaking?: boolean;
  /** A command that shows it, where it is not `alimock drift` itself. */
  readonly command?: string;
}

/** What a rule says of a drift; the comparison adds the rest. */
export interface Disagreement {
  readonly kind: DriftKind;
  readonly severity?: Severity;
  readonly path?: string | null;
  readonly detail?: string;
  readonly message: string;
  readonly suggestion?: string;
  /** Place on the first side; the subject's own where it is left out. */
  readonly from?: Place | undefined;
  readonly against?: Place | undefined;
  readonly breaking?: boolean;
}

/** Completes what a rule found on a pair of surfaces. */
export const driftOf = (found: Disagreement, from: Surface, against: Surface): Drift => ({
  kind: found.kind,
  severity: found.severity ?? kinds[found.kind].severity,
  subject: { kind: from.kind, name: from.name },
  path: found.path ?? null,
  detail: found.detail ?? '',
  message: capitalised(found.message),
  suggestion: found.suggestion ?? null,
  from: { source: from.source, place: found.from ?? from.place, states: found.from !== undefined },
  against: {
    source: against.source,
    place: found.against ?? against.place,
    states: found.against !== undefined,
  },
  // Only of two versions of a page can one say what a change breaks.
  ...(found.breaking !== undefined && from.isPage && against.isPage ? { breaking: found.breaking } : {}),
});

/** A sentence begins with a capital, unless it begins with a name. */
const capitalised = (text: string): string =>
  /^[a-z]+\s/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
