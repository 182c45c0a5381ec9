import path from 'node:path';
import type { Drift } from './drift.ts';
import { driftOf } from './drift.ts';
import type { Source, Subject } from './source.ts';
import { subjectKey } from './surface.ts';
import type { Surface } from './surface.ts';

/**
 * Types that a source has and that no page describes.
 * @param known keys of the subjects that were looked at
 * @param like one of them: a finding stands in its folder
 */
export const missingPages = (source: Source, known: ReadonlySet<string>, like: Subject): Drift[] =>
  (source.subjects ?? [])
    .filter(({ surface }) => !known.has(subjectKey(surface)))
    .map(({ surface }) => {
      const folder = path.dirname(like.surface.place.file);
      const absent: Surface = {
        ...surface,
        source: like.surface.source,
        isPage: like.surface.isPage,
        place: { file: folder, position: null, quote: '' },
      };
      return driftOf(
        {
          kind: 'subject',
          severity: 'warning',
          message: `${surface.name} has no page.`,
          suggestion: `Add a page for the ${surface.kind === 'resource' ? 'resource' : 'data source'} ${surface.name}.`,
          against: surface.place,
        },
        absent,
        surface,
      );
    });
