import type { Drift } from './drift.ts';
import type { PageWithSource } from './sources/page.ts';
import type { Surface } from './surface.ts';

/** What is compared: a resource or data source as the first side tells it. */
export interface Subject {
  readonly surface: Surface;
  /** Its page; null where the first side is no page. */
  readonly page: PageWithSource | null;
}

/** A source that subjects are compared with, or that they come from. */
export interface Source {
  /** As it was asked for: "schema:provider.json". */
  readonly name: string;
  /** Options that it was opened with, as the command line takes them: a command that shows a finding needs them. */
  readonly options?: string;
  /** The kinds of drift that it can show; a report says so, since silence is not agreement. */
  readonly shows: readonly string[];
  /** Drift of one subject. Empty where the source knows nothing of it and cannot be expected to. */
  compare(subject: Subject): Promise<readonly Drift[]> | readonly Drift[];
  /** All that the source knows, as the first side of a comparison; null if it cannot be that. */
  readonly subjects: readonly Subject[] | null;
  /** Texts by file that a report may show beside the page. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A source that is open; `close` ends what it started. */
export interface OpenSource extends Source {
  close(): Promise<void>;
}

/** A source cannot be used; the message says why and what to do. */
export class DriftSourceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DriftSourceError';
  }
}
