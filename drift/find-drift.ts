/** The whole of `alimock drift`: subjects on one side, sources on the other, findings out. */
import type { Finding } from '../findings/index.ts';
import type { Drift } from './drift.ts';
import { findingOf } from './findings.ts';
import type { Source, Subject } from './source.ts';
import { subjectKey } from './surface.ts';
import { missingPages } from './missing-pages.ts';

export interface DriftOptions {
  /** Name of the first side, if it is a source and no list of pages: for the commands in the report. */
  readonly from?: string;
  /** The subjects are all there are: what only the other side has is drift as well. */
  readonly isComplete?: boolean;
  /** Called with each subject before it is compared. */
  readonly onSubject?: (subject: Subject) => void;
}

/** One drift, with the name of the source that it was found against. */
export interface FoundDrift {
  readonly drift: Drift;
  readonly source: string;
  /** Options that the source was opened with. */
  readonly options?: string | undefined;
}

/**
 * Compares each subject with each source.
 * @throws DriftSourceError if a source cannot be compared with such subjects
 */
export const findDrift = async (
  subjects: readonly Subject[],
  sources: readonly Source[],
  { isComplete = false, onSubject }: DriftOptions = {},
): Promise<FoundDrift[]> => {
  const found: FoundDrift[] = [];
  for (const subject of subjects) {
    onSubject?.(subject);
    for (const source of sources) {
      for (const drift of await source.compare(subject))
        found.push({ drift, source: source.name, options: source.options });
    }
  }
  if (!isComplete) return found;
  const known = new Set(subjects.map(({ surface }) => subjectKey(surface)));
  const first = subjects[0];
  return first === undefined
    ? found
    : [
        ...found,
        ...sources.flatMap((source) =>
          missingPages(source, known, first).map((drift) => ({
            drift,
            source: source.name,
            options: source.options,
          })),
        ),
      ];
};

/** @param from the first side's name, if it is a source */
export const findingsOf = (found: readonly FoundDrift[], from: string | null): Finding[] =>
  found.map(({ drift, source, options }) => findingOf(drift, source, from, options));
